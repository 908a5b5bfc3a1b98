from django.urls import path

from joinedup.web.home import views

urlpatterns = [
    path("needs/", views.home, name="home"),
    path("you/", views.you, name="you"),
    path("you/powers/", views.powers, name="powers"),
]
