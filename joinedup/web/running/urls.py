from django.urls import path

from joinedup.web.running import handing_out, preview, views

ONE = "rounds/<str:public_id>/"
urlpatterns = [
    path(ONE + "history/", views.round_history, name="round_history"),
    path(ONE + "chase/", views.round_chase, name="round_chase"),
    path(ONE + "reminders/", views.round_reminders, name="round_reminders"),
    path(ONE + "extend/", views.round_extend, name="round_extend"),
    path(ONE + "reopen/", views.round_reopen, name="round_reopen"),
    path(ONE + "sending/stop/", views.round_sending_stop, name="round_sending_stop"),
    path(ONE + "sending/resume/", views.round_sending_resume, name="round_sending_resume"),
    path(ONE + "letters/", handing_out.round_letters, name="round_letters"),
    path(ONE + "preview/", preview.round_preview, name="round_preview"),
]
