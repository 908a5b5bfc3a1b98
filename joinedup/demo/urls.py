from django.urls import path

from joinedup.demo import views

urlpatterns = [
    path("demonstration/mail/", views.mailbox, name="mailbox"),
    path("demonstration/mail/<str:public_id>/", views.message, name="mailbox_message"),
]
