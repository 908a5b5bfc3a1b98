from django.urls import path

from joinedup.web.contacts import views

ONE = "organisations/<str:public_id>/known/"

urlpatterns = [
    path(ONE, views.organisation_known, name="organisation_known"),
    path(ONE + "ask/", views.contact_new, name="contact_new"),
    path(ONE + "ask/<str:contact_id>/", views.contact_change, name="contact_change"),
    path(ONE + "ask/<str:contact_id>/end/", views.contact_end, name="contact_end"),
    path(ONE + "say/", views.remark_new, name="remark_new"),
    path(ONE + "said/<str:remark_id>/answer/", views.response_new, name="response_new"),
    path(ONE + "said/<str:remark_id>/withdraw/", views.remark_withdraw, name="remark_withdraw"),
]
