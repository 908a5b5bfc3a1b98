from django.urls import path

from joinedup.web.organisations import joining, keeping, posts, shapes, views

ONE = "organisations/<str:public_id>/"

urlpatterns = [
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/new/", views.organisation_new, name="organisation_new"),
    path("organisations/alike/", views.organisation_alike, name="organisation_alike"),
    path(ONE, views.organisation, name="organisation"),
    path(ONE + "change/", views.organisation_change, name="organisation_change"),
    path(ONE + "name/", keeping.organisation_name, name="organisation_name"),
    path(ONE + "names/<str:name>/remove/", keeping.name_remove, name="name_remove"),
    path(ONE + "identifier/", keeping.organisation_identifier, name="organisation_identifier"),
    path(ONE + "numbers/<str:number>/", keeping.identifier_correct, name="identifier_correct"),
    path(ONE + "numbers/<str:number>/remove/", keeping.identifier_remove, name="identifier_remove"),
    path(ONE + "form/", shapes.organisation_form, name="organisation_form"),
    path(ONE + "part/", shapes.organisation_part, name="organisation_part"),
    path(ONE + "groups/", shapes.organisation_groups, name="organisation_groups"),
    path(ONE + "consortium/", shapes.consortium_join, name="consortium_join"),
    path(ONE + "consortium/<str:member_id>/end/", shapes.consortium_leave, name="consortium_leave"),
    path(ONE + "consortium/<str:member_id>/turn/", shapes.consortium_turn, name="consortium_turn"),
    path(ONE + "end/", keeping.organisation_end, name="organisation_end"),
    path(ONE + "after/", keeping.organisation_successor, name="organisation_successor"),
    path(ONE + "after/<str:link_id>/remove/", keeping.successor_remove, name="successor_remove"),
    path(ONE + "join/", joining.organisation_join, name="organisation_join"),
    path(ONE + "joined/<str:merge_id>/part/", joining.merge_undo, name="merge_undo"),
    path(ONE + "history/", views.organisation_history, name="organisation_history"),
    path(ONE + "posts/", posts.organisation_posts, name="organisation_posts"),
    path(ONE + "posts/confirm/", posts.posts_confirm, name="posts_confirm"),
    path(ONE + "places/confirm/", posts.places_confirm, name="places_confirm"),
    path(ONE + "posts/new/", posts.post_new, name="post_new"),
    path(ONE + "posts/<str:post_id>/end/", posts.post_end, name="post_end"),
]
