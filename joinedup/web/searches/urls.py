from django.urls import path

from joinedup.web.searches import views

urlpatterns = [
    path("searches/keep/<str:searched>/", views.search_keep, name="search_keep"),
    path("searches/<str:public_id>/rename/", views.search_rename, name="search_rename"),
    path("searches/<str:public_id>/remove/", views.search_remove, name="search_remove"),
]
