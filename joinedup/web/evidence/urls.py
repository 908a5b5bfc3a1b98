from django.urls import path

from joinedup.web.evidence import views

ONE = "partnerships/<str:public_id>/evidence/"
PAPER = ONE + "<str:paper_id>/"

urlpatterns = [
    path(ONE + "new/", views.paper_new, name="paper_new"),
    path(PAPER, views.paper, name="paper"),
    path(PAPER + "file/", views.paper_file, name="paper_file"),
    path(PAPER + "away/", views.paper_away, name="paper_away"),
]
