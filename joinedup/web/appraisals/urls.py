from django.urls import path

from joinedup.web.appraisals import views

ONE = "appraisals/<str:public_id>/"

urlpatterns = [
    path(
        "partnerships/<str:public_id>/appraisals/<str:body_id>/",
        views.appraisals,
        name="appraisals",
    ),
    path(ONE, views.appraisal, name="appraisal"),
    path(ONE + "sections/<str:code>/", views.appraisal_section, name="appraisal_section"),
    path(ONE + "actions/<str:question>/", views.appraisal_action, name="appraisal_action"),
    path(ONE + "finish/", views.appraisal_finish, name="appraisal_finish"),
]
