from django.urls import path

from joinedup.web.expectations import views

ONE = "partnerships/<str:public_id>/kind/"
ASKED = ONE + "<str:asking_id>/"

urlpatterns = [
    path(ONE, views.partnership_kind, name="partnership_kind"),
    path(ONE + "ask/", views.kind_ask, name="kind_ask"),
    path(ASKED + "members/<str:member_id>/", views.kind_answer, name="kind_answer"),
    path(ASKED + "settle/", views.kind_settle, name="kind_settle"),
    path(ASKED + "record/", views.kind_record, name="kind_record"),
]
