from django.urls import path

from joinedup.public.answers import by_code, naming, preview, unnamed, views

urlpatterns = [
    path("sheet/", by_code.answer_by_code, name="answer_by_code"),
    path("answer/<str:token>/", views.answer, name="answer"),
    path("answer/<str:token>/code/", views.answer_code, name="answer_code"),
    path("answer/<str:token>/afresh/", views.answer_afresh, name="answer_afresh"),
    path("answer/<str:token>/page/<int:number>/", views.answer_page, name="answer_page"),
    path("answer/<str:token>/check/", views.answer_check, name="answer_check"),
    path("answer/<str:token>/sent/", views.answer_sent, name="answer_sent"),
    path("answer/<str:token>/whole/", unnamed.answer_whole, name="answer_whole"),
    path("answer/<str:token>/thanks/", unnamed.answer_thanks, name="answer_thanks"),
    path(
        "rounds/<str:public_id>/preview/form/<int:number>/",
        preview.round_form_preview,
        name="round_form_preview",
    ),
    path("names/<str:token>/", naming.names, name="names"),
    path("names/<str:token>/thanks/", naming.names_thanks, name="names_thanks"),
]
