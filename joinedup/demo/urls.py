from django.urls import path

from joinedup.demo import views

urlpatterns = [
    path("demonstration/", views.people, name="demonstration"),
    path("demonstration/sign-in/<str:token>/", views.sign_in, name="demonstration_sign_in"),
    path("demonstration/mail/", views.mailbox, name="mailbox"),
    path("demonstration/mail/<str:public_id>/", views.message, name="mailbox_message"),
]
