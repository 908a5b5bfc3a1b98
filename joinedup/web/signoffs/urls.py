from django.urls import path

from joinedup.web.signoffs import naming, views

ONE = "partnerships/<str:public_id>/"
TEXT = ONE + "signing/<str:edition_id>/<str:member_id>/"
NAMED = ONE + "members/<str:member_id>/signatories/"

urlpatterns = [
    path(ONE + "signing/", views.signing, name="signing"),
    path(TEXT, views.sign, name="sign"),
    path(TEXT + "paper/", views.sign_on_paper, name="sign_on_paper"),
    path(TEXT + "refuse/", views.sign_refuse, name="sign_refuse"),
    path(NAMED, naming.signatories, name="signatories"),
    path(NAMED + "<str:signatory_id>/end/", naming.signatory_end, name="signatory_end"),
    path("agreements/", views.agreements_watched, name="agreements_watched"),
]
