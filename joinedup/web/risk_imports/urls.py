from django.urls import path

from joinedup.web.risk_imports import views

ONE = "partnerships/<str:public_id>/"

urlpatterns = [
    path(ONE + "risks/file/", views.risks_import, name="risks_import"),
    path(ONE + "our-risks/<str:body_id>/file/", views.own_risks_import, name="own_risks_import"),
    path("risk-files/<str:public_id>/", views.risk_file, name="risk_file"),
    path("risk-files/<str:public_id>/reading/", views.risk_file_reading, name="risk_file_reading"),
]
