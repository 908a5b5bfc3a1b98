from django.urls import path

from joinedup.web.questions import spreadsheets, views

urlpatterns = [
    path("questionnaires/", views.questionnaires, name="questionnaires"),
    path("questionnaires/load/", views.questionnaire_load, name="questionnaire_load"),
    path(
        "questionnaires/load/example/<str:sort>/",
        spreadsheets.questionnaire_example,
        name="questionnaire_example",
    ),
    path("questionnaires/<str:public_id>/", views.questionnaire, name="questionnaire"),
    path(
        "questionnaires/<str:public_id>/file/", views.questionnaire_file, name="questionnaire_file"
    ),
    path(
        "questionnaires/<str:public_id>/table/<str:sort>/",
        spreadsheets.questionnaire_table,
        name="questionnaire_table",
    ),
]
