from django.urls import path

from joinedup.web.results import views

urlpatterns = [
    path("results/<str:public_id>/", views.result, name="result"),
    path("results/<str:public_id>/reply/", views.result_reply, name="result_reply"),
    path(
        "results/<str:public_id>/working/<str:figure>/",
        views.result_working,
        name="result_working",
    ),
]
