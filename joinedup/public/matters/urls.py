from django.urls import path

from joinedup.public.matters import views

ONE = "who-answers/<str:public_id>/"

urlpatterns = [
    path("who-answers/", views.who_answers, name="who_answers"),
    path(ONE, views.partnership_for_all, name="partnership_for_all"),
    path(ONE + "<str:matter_id>/", views.matter_for_all, name="matter_for_all"),
]
