from django.urls import path

from joinedup.web.matters import naming, placing, replying, views

ONE = "partnerships/<str:public_id>/public/"

urlpatterns = [
    path("places/", placing.places, name="places"),
    path(ONE, views.partnership_public, name="partnership_public"),
    path(ONE + "change/", views.public_change, name="public_change"),
    path(ONE + "me/", naming.person_named, name="person_named"),
    path(ONE + "members/<str:member_id>/", naming.member_named, name="member_named"),
    path(ONE + "matters/new/", views.matter_new, name="matter_new"),
    path(ONE + "matters/<str:matter_id>/", views.matter_change, name="matter_change"),
    path(ONE + "matters/<str:matter_id>/remove/", views.matter_remove, name="matter_remove"),
    path("matters/<str:matter_id>/", replying.matter_reply, name="matter_reply"),
    path("matters/<str:matter_id>/decline/", replying.matter_decline, name="matter_decline"),
]
