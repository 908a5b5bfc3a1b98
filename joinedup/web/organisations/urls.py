from django.urls import path

from joinedup.web.organisations import posts, views

ONE = "organisations/<str:public_id>/"

urlpatterns = [
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/new/", views.organisation_new, name="organisation_new"),
    path(ONE, views.organisation, name="organisation"),
    path(ONE + "change/", views.organisation_change, name="organisation_change"),
    path(ONE + "name/", views.organisation_name, name="organisation_name"),
    path(ONE + "identifier/", views.organisation_identifier, name="organisation_identifier"),
    path(ONE + "history/", views.organisation_history, name="organisation_history"),
    path(ONE + "posts/", posts.organisation_posts, name="organisation_posts"),
    path(ONE + "posts/new/", posts.post_new, name="post_new"),
    path(ONE + "posts/<str:post_id>/end/", posts.post_end, name="post_end"),
]
