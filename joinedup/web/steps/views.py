from typing import Any

from django.http import HttpResponse

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.leads.queries import lead_of
from joinedup.domain.leads.rules import why_not_say_lead
from joinedup.domain.lifecycle.queries import goes_by_gate
from joinedup.domain.partnerships.papers import facts_of, next_date
from joinedup.domain.partnerships.rules import why_not_change
from joinedup.domain.steps.ahead import what_next
from joinedup.domain.steps.judging import judge
from joinedup.domain.steps.queries import evidence_of, members_with_words, own_sides
from joinedup.web.partnerships.finding import opened, tabs
from joinedup.web.steps.laying_out import all_laid_out, in_short


@page(Audience.SIGNED_IN)
def partnership_steps(request: Any, public_id: str) -> HttpResponse:
    """The seven steps: how far each has come, what is next, and how long the rest takes."""
    found = opened(request, public_id)
    person, day = request.user, request.today
    sides = own_sides(found, person, day)
    why_not = why_not_change(found, person, day)
    evidence = evidence_of(
        found,
        list(members_with_words(found, request.now)),
        sides,
        request.now,
        is_led=lead_of(found, day) is not None,
        keeps=why_not is None,
    )
    steps = judge(evidence)
    return render(
        request,
        "steps/steps.html",
        partnership=found,
        tabs=tabs(found, "partnership_steps"),
        in_short=in_short(evidence, steps),
        steps=all_laid_out(steps, evidence, sides, request.GET.get("step", "")),
        ahead=what_next(evidence, steps),
        by_gate=goes_by_gate(found),
        sides=sides,
        next_date=next_date(facts_of(found), day),
        why_not=why_not,
        why_not_lead=why_not_say_lead(found, person, day),
    )
