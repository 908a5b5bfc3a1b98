from django.urls import path

from joinedup.web.headings import views

ONE = "results/<str:public_id>/headings/<str:heading_id>/"

urlpatterns = [
    path("results/<str:public_id>/words/<str:question>/", views.heading_new, name="heading_new"),
    path(ONE, views.heading_change, name="heading_change"),
    path(ONE + "remove/", views.heading_remove, name="heading_remove"),
]
