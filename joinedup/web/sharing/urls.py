from django.urls import path

from joinedup.web.sharing import asking, views

IN = "partnerships/<str:public_id>/sharing/"
ONE = f"{IN}<str:sharing_id>/"

urlpatterns = [
    path("sharing/", asking.can_share, name="can_share"),
    path("sharing/<str:member_id>/", asking.sharing_question, name="sharing_question"),
    path("sharing/<str:member_id>/decided/", asking.sharing_decide, name="sharing_decide"),
    path(IN, views.partnership_sharing, name="partnership_sharing"),
    path(f"{IN}new/", views.sharing_new, name="sharing_new"),
    path(ONE, views.sharing_arrangement, name="sharing_arrangement"),
    path(f"{ONE}change/", views.sharing_change, name="sharing_change"),
    path(f"{ONE}confirm/", views.sharing_confirm, name="sharing_confirm"),
    path(f"{ONE}withdraw/", views.sharing_withdraw, name="sharing_withdraw"),
]
