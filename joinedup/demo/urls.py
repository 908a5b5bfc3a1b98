from django.urls import path

from joinedup.demo import views

urlpatterns = [
    path("demonstration/", views.people, name="demonstration"),
    path("demonstration/sign-in/<str:token>/", views.sign_in, name="demonstration_sign_in"),
    path("demonstration/spreadsheet/", views.spreadsheet, name="demonstration_spreadsheet"),
    path("demonstration/register/", views.large_register, name="demonstration_register"),
    path("demonstration/mail/", views.mailbox, name="mailbox"),
    path("demonstration/mail/<str:public_id>/", views.message, name="mailbox_message"),
]
