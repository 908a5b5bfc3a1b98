from django.urls import path

from joinedup.web.second_looks import views

urlpatterns = [
    path("results/<str:public_id>/second-look/", views.second_look, name="second_look"),
]
