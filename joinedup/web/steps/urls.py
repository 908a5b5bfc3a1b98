from django.urls import path

from joinedup.web.steps import views

urlpatterns = [
    path("partnerships/<str:public_id>/steps/", views.partnership_steps, name="partnership_steps"),
]
