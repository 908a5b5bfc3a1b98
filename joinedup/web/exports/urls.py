from django.urls import path

from joinedup.web.exports import parcels, views

urlpatterns = [
    path("exports/", parcels.exports, name="exports"),
    path("exports/everything/", parcels.everything_take, name="everything_take"),
    path("exports/files/<str:public_id>/", parcels.parcel, name="parcel"),
    path("exports/files/<str:public_id>/file/", parcels.parcel_file, name="parcel_file"),
    path("exports/files/<str:public_id>/clear/", parcels.parcel_clear, name="parcel_clear"),
    path("exports/long/<str:what>/<str:sort>/", parcels.list_take, name="list_take"),
    path("exports/register/<str:sort>/", views.register_export, name="register_export"),
    path("exports/directory/<str:sort>/", views.directory_export, name="directory_export"),
    path("exports/memberships/<str:sort>/", views.memberships_export, name="memberships_export"),
    path("results/<str:public_id>/list/<str:sort>/", views.result_export, name="result_export"),
    path("rounds/<str:public_id>/results/", parcels.results_take, name="results_take"),
    path("rounds/<str:public_id>/list/<str:sort>/", views.round_export, name="round_export"),
]
