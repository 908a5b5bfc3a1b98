from django.urls import path

from joinedup.web.partnerships.views import (
    confirming,
    facts,
    keeping,
    links,
    members,
    reading,
    register,
    reviews,
    scoping,
    sides,
    tiers,
)

ONE = "partnerships/<str:public_id>/"
MEMBER = ONE + "members/<str:member_id>/"
SIDE = ONE + "our-side/<str:body_id>/"
PLACE = ONE + "places/<str:seat_id>/"

urlpatterns = [
    path("partnerships/", register.register, name="register"),
    path("partnerships/new/", register.partnership_new, name="partnership_new"),
    path("partnerships/scope/", scoping.partnership_scope, name="partnership_scope"),
    path("arrangements/", scoping.arrangements, name="arrangements"),
    path("arrangements/new/", scoping.arrangement_new, name="arrangement_new"),
    path("arrangements/<str:public_id>/", scoping.arrangement_change, name="arrangement_change"),
    path("structure/", links.structure, name="structure"),
    path(ONE + "changes/", confirming.partnership_changes, name="partnership_changes"),
    path(ONE + "changes/right/", confirming.record_confirm, name="record_confirm"),
    path(ONE + "changes/<int:number>/", confirming.change_question, name="change_question"),
    path(ONE + "questions/<str:question_id>/", confirming.question_answer, name="question_answer"),
    path(ONE + "links/", links.partnership_links, name="partnership_links"),
    path(ONE + "links/new/", links.link_new, name="link_new"),
    path(ONE + "links/<str:link_id>/end/", links.link_end, name="link_end"),
    path(ONE, reading.partnership, name="partnership"),
    path(ONE + "members/", reading.partnership_members, name="partnership_members"),
    path(ONE + "record/", facts.partnership_facts, name="partnership_facts"),
    path(
        ONE + "record/<slug:group>/",
        facts.partnership_facts_change,
        name="partnership_facts_change",
    ),
    path(ONE + "put-in/new/", facts.contribution_new, name="contribution_new"),
    path(ONE + "put-in/<str:line_id>/", facts.contribution_change, name="contribution_change"),
    path(ONE + "papers/", reading.partnership_papers, name="partnership_papers"),
    path(ONE + "reviews/", reviews.partnership_reviews, name="partnership_reviews"),
    path(ONE + "reviews/next/", reviews.review_plan, name="review_plan"),
    path(ONE + "history/", reading.partnership_history, name="partnership_history"),
    path(ONE + "change/", keeping.partnership_change, name="partnership_change"),
    path(
        ONE + "papers/change/", keeping.partnership_papers_change, name="partnership_papers_change"
    ),
    path(ONE + "tier/", tiers.partnership_tier, name="partnership_tier"),
    path(ONE + "tier/work-out/", tiers.tier_judge, name="tier_judge"),
    path(ONE + "tier/reported/", tiers.tier_report, name="tier_report"),
    path("organisations/<str:public_id>/figures/", tiers.thresholds, name="thresholds"),
    path(SIDE, sides.partnership_side, name="partnership_side"),
    path(SIDE + "<slug:group>/", sides.partnership_side_change, name="partnership_side_change"),
    path(ONE + "name/", keeping.partnership_name, name="partnership_name"),
    path(ONE + "host/", keeping.partnership_host, name="partnership_host"),
    path(ONE + "lead/", keeping.partnership_lead, name="partnership_lead"),
    path(ONE + "state/", keeping.partnership_state, name="partnership_state"),
    path(ONE + "members/new/", members.member_new, name="member_new"),
    path(ONE + "members/confirm/", members.members_confirm, name="members_confirm"),
    path(MEMBER + "end/", members.member_end, name="member_end"),
    path(MEMBER + "places/new/", members.place_new, name="place_new"),
    path(PLACE + "brief/", reading.place_brief, name="place_brief"),
    path(PLACE + "deputy/", members.place_deputy, name="place_deputy"),
    path("vacancies/", reading.vacancies, name="vacancies"),
    path(PLACE + "fill/", members.place_fill, name="place_fill"),
    path(PLACE + "leave/", members.place_leave, name="place_leave"),
]
