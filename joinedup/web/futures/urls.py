from django.urls import path

from joinedup.web.futures import views

ONE = "partnerships/<str:public_id>/future/"

urlpatterns = [
    path(ONE, views.partnership_future, name="partnership_future"),
    path(ONE + "new/", views.future_new, name="future_new"),
    path(ONE + "<str:decision_id>/disagree/", views.future_disagree, name="future_disagree"),
]
