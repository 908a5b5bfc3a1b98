from django.urls import path

from joinedup.web.risks import views

ONE = "partnerships/<str:public_id>/"
OWN = ONE + "our-risks/<str:body_id>/"

urlpatterns = [
    path(ONE + "risks/", views.risks, name="risks"),
    path(ONE + "risks/new/", views.risk_new, name="risk_new"),
    path(OWN, views.own_risks, name="own_risks"),
    path(OWN + "new/", views.own_risk_new, name="own_risk_new"),
    path("risks/<str:public_id>/", views.risk, name="risk"),
    path("risks/<str:public_id>/change/", views.risk_change, name="risk_change"),
    path("risks/<str:public_id>/score/", views.risk_score, name="risk_score"),
    path("risks/<str:public_id>/close/", views.risk_close, name="risk_close"),
    path("organisations/<str:public_id>/risk-matrix/", views.risk_matrix, name="risk_matrix"),
]
