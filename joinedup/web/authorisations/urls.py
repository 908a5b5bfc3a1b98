from django.urls import path

from joinedup.web.authorisations import limits, views

BODY = "organisations/<str:public_id>/authorisers/"
ONE = "authorisations/<str:public_id>/"

urlpatterns = [
    path(BODY, limits.authorisers, name="authorisers"),
    path(BODY + "<str:limit_id>/end/", limits.authoriser_end, name="authoriser_end"),
    path("appraisals/<str:public_id>/ask/", views.authorisation_ask, name="authorisation_ask"),
    path(ONE, views.authorisation, name="authorisation"),
    path(ONE + "guidance/", views.authorisation_guide, name="authorisation_guide"),
    path(ONE + "authorise/", views.authorisation_grant, name="authorisation_grant"),
    path(ONE + "refuse/", views.authorisation_refuse, name="authorisation_refuse"),
    path(ONE + "take-back/", views.authorisation_withdraw, name="authorisation_withdraw"),
]
