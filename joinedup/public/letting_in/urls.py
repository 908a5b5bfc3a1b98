from django.urls import path

from joinedup.public.letting_in import views

urlpatterns = [path("let-in/<str:token>/", views.let_in, name="let_in")]
