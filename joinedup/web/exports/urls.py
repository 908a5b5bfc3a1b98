from django.urls import path

from joinedup.web.exports import views

urlpatterns = [
    path("exports/register/<str:sort>/", views.register_export, name="register_export"),
    path("exports/directory/<str:sort>/", views.directory_export, name="directory_export"),
    path("exports/memberships/<str:sort>/", views.memberships_export, name="memberships_export"),
]
