from django.urls import path

from joinedup.web.questions import views

urlpatterns = [
    path("questionnaires/", views.questionnaires, name="questionnaires"),
    path("questionnaires/load/", views.questionnaire_load, name="questionnaire_load"),
    path("questionnaires/<str:public_id>/", views.questionnaire, name="questionnaire"),
    path(
        "questionnaires/<str:public_id>/file/", views.questionnaire_file, name="questionnaire_file"
    ),
]
