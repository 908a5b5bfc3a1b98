from django.urls import path

from joinedup.web.keying import files, printing, views

urlpatterns = [
    path("rounds/<str:public_id>/paper/", printing.round_paper, name="round_paper"),
    path(
        "rounds/<str:public_id>/paper/<str:printing>/<str:sort>/",
        printing.round_sheets,
        name="round_sheets",
    ),
    path("rounds/<str:public_id>/keying/", views.round_keying, name="round_keying"),
    path("rounds/<str:public_id>/keying/file/", files.keying_file, name="keying_file"),
    path("rounds/<str:public_id>/keying/<str:ticket_id>/", views.keying_sheet, name="keying_sheet"),
]
