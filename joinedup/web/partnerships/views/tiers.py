from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.ideas.queries import idea_of
from joinedup.domain.organisations.queries import organisations_where
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.thresholds.actions import set_thresholds
from joinedup.domain.thresholds.kinds import Figures, Risk
from joinedup.domain.thresholds.queries import figures_on, thresholds_of
from joinedup.domain.thresholds.rules import why_not_set
from joinedup.domain.tiers.actions import judge_tier, report_tier
from joinedup.domain.tiers.judging import judged
from joinedup.domain.tiers.kinds import OF_TIER_1, Trigger
from joinedup.domain.tiers.models import TierDecision
from joinedup.domain.tiers.queries import answers_in, answers_known, decisions_on, lead_host
from joinedup.domain.tiers.rules import why_not_judge
from joinedup.web.partnerships.finding import opened, tabs
from joinedup.web.partnerships.risk_hints import band_of, highest_on, hint_of_tier
from joinedup.web.partnerships.tier_forms import SAID, ReportForm, ThresholdForm, TierForm

DECISIONS_SHOWN = 20


@page(Audience.SIGNED_IN)
def partnership_tier(request: Any, public_id: str) -> HttpResponse:
    """How the tier came about: every trigger that fired, with the threshold of that day."""
    found = opened(request, public_id)
    decisions = list(decisions_on(found)[:DECISIONS_SHOWN])
    stands = bool(decisions) and decisions[0].tier == found.tier
    return render(
        request,
        "partnerships/tier.html",
        partnership=found,
        tabs=tabs(found, ""),
        decisions=[decision_told(decision) for decision in decisions],
        is_reported=found.tier is not None and not stands,
        host=lead_host(found, request.today),
        why_not=why_not_judge(found, request.user, request.today),
    )


def decision_told(decision: TierDecision) -> dict[str, Any]:
    """Return a decision as the page tells it: each trigger that fired in a line."""
    fired = [(Trigger(each.trigger), each) for each in decision.fired.all()]
    # Which questions are open depends on no figure.
    untold = judged(answers_in(decision.answers), Figures()).untold
    return {
        "decision": decision,
        "of_1": [in_line(trigger, each) for trigger, each in fired if trigger in OF_TIER_1],
        "of_2": [in_line(trigger, each) for trigger, each in fired if trigger not in OF_TIER_1],
        "untold": [str(trigger.label) for trigger in untold],
    }


def in_line(trigger: Trigger, fired: Any) -> str:
    """Return a trigger that fired in a line."""
    said = SAID.get(trigger, str(trigger.label))
    return said.format(said=fired.said, threshold=fired.threshold) + "."


@page(Audience.SIGNED_IN, methods="GET POST")
def tier_judge(request: Any, public_id: str) -> HttpResponseBase:
    """Answer the questions that decide the tier."""
    found = opened(request, public_id)
    host = lead_host(found, request.today)
    known = answers_known(found)
    is_chosen = known.get("risk", Risk.UNTOLD) != Risk.UNTOLD
    shared, own = highest_on(found, None, request), highest_on(found, host, request)
    proposed = {} if is_chosen else {"risk": band_of(shared)}
    return form_page(
        request,
        TierForm,
        "partnerships/tier_judge.html",
        lambda typed: judge_tier(found, **typed, by=request.user, at=request.now),
        then=lambda _: after_tier(found),
        initial=known | proposed | {"version": found.version},
        form_options={"risk_hint": hint_of_tier(shared, own, host, is_chosen=is_chosen)},
        partnership=found,
        host=host,
        figures=figures_on(host, request.today) if host else None,
        why_not=why_not_judge(found, request.user, request.today),
    )


def after_tier(found: Partnership) -> str:
    """Return where to go on once the tier is worked out: an idea has more to be done for it."""
    idea = idea_of(found) if found.state == State.IDEA else None
    if idea is not None:
        return reverse("idea", args=[idea.public_id])
    return reverse("partnership_tier", args=[found.public_id])


@page(Audience.SIGNED_IN, methods="GET POST")
def tier_report(request: Any, public_id: str) -> HttpResponseBase:
    """Note a tier that was decided elsewhere."""
    found = opened(request, public_id)
    return form_page(
        request,
        ReportForm,
        "partnerships/tier_report.html",
        lambda typed: report_tier(found, **typed, by=request.user, at=request.now),
        then=reverse("partnership_tier", args=[public_id]),
        initial={"version": found.version, "tier": found.tier, "because": found.tier_because},
        partnership=found,
        why_not=why_not_judge(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def thresholds(request: Any, public_id: str) -> HttpResponseBase:
    """What an organisation goes by when it decides a tier, from which day; and what it went by."""
    theirs = organisations_where(request.user, request.today)
    body = get_object_or_404(theirs, public_id=public_id)
    now = figures_on(body, request.today)
    return form_page(
        request,
        ThresholdForm,
        "partnerships/thresholds.html",
        lambda typed: set_thresholds(body, **typed, by=request.user, at=request.now),
        then=reverse("thresholds", args=[public_id]),
        said="The figures have been set.",
        initial={name: getattr(now, name) for name in vars(now)} | {"from_on": request.today},
        body=body,
        now=now,
        held=list(thresholds_of(body)[:DECISIONS_SHOWN]),
        why_not=why_not_set(body, request.user, request.today),
    )
