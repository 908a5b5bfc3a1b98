from django.urls import path

from joinedup.web.priorities import views

ONE = "results/<str:public_id>/"

urlpatterns = [
    path(ONE + "priorities/new/", views.priority_new, name="priority_new"),
    path(ONE + "priorities/<str:priority_id>/actions/new/", views.action_new, name="action_new"),
    path(ONE + "actions/<str:action_id>/", views.action_move, name="action_move"),
]
