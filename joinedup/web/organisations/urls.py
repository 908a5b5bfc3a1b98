from django.urls import path

from joinedup.web.organisations import views

ONE = "organisations/<str:public_id>/"

urlpatterns = [
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/new/", views.organisation_new, name="organisation_new"),
    path(ONE, views.organisation, name="organisation"),
    path(ONE + "change/", views.organisation_change, name="organisation_change"),
    path(ONE + "name/", views.organisation_name, name="organisation_name"),
    path(ONE + "identifier/", views.organisation_identifier, name="organisation_identifier"),
    path(ONE + "history/", views.organisation_history, name="organisation_history"),
]
