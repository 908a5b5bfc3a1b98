from django.urls import path

from joinedup.web.promises import keeping, reading

ALL = "partnerships/<str:public_id>/promises/"
MEMBER = ALL + "members/<str:member_id>/"
ONE = ALL + "<str:promise_id>/"

urlpatterns = [
    path(ALL, reading.promises, name="promises"),
    path(ALL + "new/", keeping.promise_new, name="promise_new"),
    path(MEMBER, reading.promises_of_member, name="promises_of_member"),
    path(MEMBER + "told/", keeping.member_tell, name="member_tell"),
    path(MEMBER + "nothing/", keeping.member_nothing, name="member_nothing"),
    path(ONE, reading.promise, name="promise"),
    path(ONE + "change/", keeping.promise_change, name="promise_change"),
    path(ONE + "delivered/", keeping.promise_deliver, name="promise_deliver"),
    path(ONE + "release/", keeping.promise_release, name="promise_release"),
    path(ONE + "answer/", keeping.promise_answer, name="promise_answer"),
    path(ONE + "back/", keeping.promise_take_back, name="promise_take_back"),
]
