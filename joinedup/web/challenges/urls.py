from django.urls import path

from joinedup.web.challenges import views

urlpatterns = [
    path("results/<str:public_id>/challenge/", views.result_challenge, name="result_challenge"),
    path(
        "results/<str:public_id>/challenges/<str:challenge_id>/",
        views.challenge_answer,
        name="challenge_answer",
    ),
]
