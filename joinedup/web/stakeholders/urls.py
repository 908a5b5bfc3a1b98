from django.urls import path

from joinedup.web.stakeholders import keeping, reading, yardsticks

CIRCLE = "partnerships/<str:public_id>/who-should-be-here/"
YARDSTICK = CIRCLE + "what-must-be-here/"
ONE = CIRCLE + "<str:stakeholder_id>/"

urlpatterns = [
    path(CIRCLE, reading.stakeholders, name="stakeholders"),
    path(CIRCLE + "new/", keeping.stakeholder_new, name="stakeholder_new"),
    path(CIRCLE + "could-be-asked/", keeping.prospects, name="prospects"),
    path(YARDSTICK, yardsticks.yardstick, name="yardstick"),
    path(YARDSTICK + "<str:line_id>/", yardsticks.yardstick_line, name="yardstick_line"),
    path(ONE, reading.stakeholder, name="stakeholder"),
    path(ONE + "change/", keeping.stakeholder_change, name="stakeholder_change"),
    path(ONE + "step/", keeping.stakeholder_step, name="stakeholder_step"),
    path(ONE + "take-off/", keeping.stakeholder_withdraw, name="stakeholder_withdraw"),
    path(ONE + "entry/", keeping.stakeholder_match, name="stakeholder_match"),
    path(
        "organisations/<str:public_id>/known/why-not-invited/",
        reading.why_not_invited,
        name="why_not_invited",
    ),
]
