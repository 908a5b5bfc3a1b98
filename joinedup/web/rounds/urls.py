from django.urls import path

from joinedup.web.rounds import asking, views

urlpatterns = [
    path("rounds/", views.rounds, name="rounds"),
    path("rounds/prepare/", views.round_prepare, name="round_prepare"),
    path("rounds/<str:public_id>/", views.round_page, name="round"),
    path("rounds/<str:public_id>/dates/", views.round_dates, name="round_dates"),
    path("rounds/<str:public_id>/choose/", asking.round_choose, name="round_choose"),
    path("rounds/<str:public_id>/people/", asking.round_people, name="round_people"),
    path(
        "rounds/<str:public_id>/people/<str:review_id>/names/",
        asking.round_names,
        name="round_names",
    ),
    path(
        "rounds/<str:public_id>/people/<str:review_id>/ask/",
        asking.round_ask,
        name="round_ask",
    ),
    path("rounds/<str:public_id>/small/", asking.round_small, name="round_small"),
    path("rounds/<str:public_id>/open/", views.round_open, name="round_open"),
    path("rounds/<str:public_id>/remind/", views.round_remind, name="round_remind"),
    path("rounds/<str:public_id>/ask-more/", views.round_ask_more, name="round_ask_more"),
    path("rounds/<str:public_id>/close/", views.round_close, name="round_close"),
    path("rounds/<str:public_id>/withdraw/", views.round_withdraw, name="round_withdraw"),
]
