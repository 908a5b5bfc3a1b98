from django.urls import path

from joinedup.web.ideas import views

ONE = "ideas/<str:public_id>/"

urlpatterns = [
    path("ideas/new/", views.idea_new, name="idea_new"),
    path("partnerships/<str:public_id>/idea/", views.idea_begin, name="idea_begin"),
    path(ONE, views.idea, name="idea"),
    path(ONE + "change/", views.idea_change, name="idea_change"),
    path(ONE + "like/<str:thing_id>/", views.idea_answer, name="idea_answer"),
    path(ONE + "scope/", views.idea_scope, name="idea_scope"),
    path(ONE + "propose/", views.idea_propose, name="idea_propose"),
    path(ONE + "join/", views.idea_join, name="idea_join"),
    path(ONE + "keep/", views.idea_keep, name="idea_keep"),
]
