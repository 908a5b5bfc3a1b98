from django.urls import path

from joinedup.web.lifecycle import views

urlpatterns = [
    path("partnerships/<str:public_id>/begin/", views.partnership_begin, name="partnership_begin"),
]
