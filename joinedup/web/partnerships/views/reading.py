from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.confirmations.queries import challenges_to, latest_confirmations
from joinedup.domain.deputies.queries import deputies_of, stood_in_for
from joinedup.domain.futures.queries import decisions_visible_to
from joinedup.domain.journal.queries import history_of
from joinedup.domain.leads.queries import lead_of
from joinedup.domain.leads.rules import why_not_say_lead
from joinedup.domain.lifecycle.queries import goes_by_gate
from joinedup.domain.organisations.sectors import sectors_missing
from joinedup.domain.partnerships.kinds import KIND_SENTENCES, OVER, State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.papers import PAPERS, facts_of, lacking, next_date, untold
from joinedup.domain.partnerships.queries import (
    hosts_of,
    members_of,
    memberships_spoken_for,
)
from joinedup.domain.partnerships.rules import why_not_change, why_not_move
from joinedup.domain.results.queries import reviews_shown_of
from joinedup.domain.second_looks.queries import looks_at
from joinedup.domain.steps.ahead import what_next
from joinedup.domain.steps.judging import judge
from joinedup.domain.steps.queries import evidence_of, members_with_words, own_sides
from joinedup.domain.vacancies.queries import empty_in, empty_told, some_empty
from joinedup.web.history import history_leaf, sentences_of
from joinedup.web.partnerships.finding import opened, opened_seat, tabs
from joinedup.web.partnerships.summary import (
    leaders_of,
    names_of,
    what_it_is,
)

RESULTS_SHOWN = 3
MOST_VACANCIES = 200


@page(Audience.SIGNED_IN)
def partnership(request: Any, public_id: str) -> HttpResponse:
    """What the partnership is, who sits here, what is next, and what the record shows."""
    found = opened(request, public_id)
    members = list(members_with_words(found, request.now))
    facts = facts_of(found)
    sides = own_sides(found, request.user, request.today)
    why_not = why_not_change(found, request.user, request.today)
    led = who_leads(found, request)
    return render(
        request,
        "partnerships/partnership.html",
        partnership=found,
        tabs=tabs(found, "partnership"),
        what_it_is=what_it_is(found, len(members), led["lead"], led["others"]),
        kind_sentence=KIND_SENTENCES[found.kind],
        members=members,
        leaders=leaders_of(members),
        names=names_of(found),
        **stepped(found, members, sides, request, led, why_not),
        lacking=lacking(facts, request.today),
        untold=untold(facts),
        next_date=next_date(facts, request.today),
        idea=getattr(found, "idea", None),
        **reviewed(found, request),
        confirmed=latest_confirmations([found.pk]).get(found.pk),
        sides=sides,
        why_not=why_not,
        **led,
        why_not_move=why_not_take_up(found, request) if why_not else None,
    )


def stepped(
    found: Partnership,
    members: list[Any],
    sides: list[Any],
    request: Any,
    led: dict[str, Any],
    why_not: str | None,
) -> dict[str, Any]:
    """Return the one next step, whether it begins by the gate, and whether the members see
    differently what kind it is."""
    who = {"is_led": led["lead"] is not None, "keeps": why_not is None}
    evidence = evidence_of(found, members, sides, request.now, **who)
    return {
        "ahead": what_next(evidence, judge(evidence)),
        "by_gate": goes_by_gate(found),
        "all_steps": ""
        if found.state in OVER
        else reverse("partnership_steps", args=[found.public_id]),
        "kind_is_unsettled": evidence.kind_is_unsettled,
    }


def reviewed(found: Partnership, request: Any) -> dict[str, Any]:
    """Return its latest results, when an open review closes, and what followed the last one."""
    results, closing = reviews_shown_of(found, request.user, request.now)
    standing = [each for each in results if each.round.stands_at <= request.now]
    looks = looks_at(standing[:1], request.today)
    decisions = decisions_visible_to(request.user, request.today).filter(partnership=found)
    return {
        "results": results[:RESULTS_SHOWN],
        "closing": closing,
        "decision": decisions.first(),
        "look": next((each for each in looks if each.taken or found.state not in OVER), None),
    }


def who_leads(found: Partnership, request: Any) -> dict[str, Any]:
    """Return who leads the record, its other hosts, and why the viewer may not say who leads it."""
    lead = lead_of(found, request.today)
    hosts = [hosting.organisation for hosting in hosts_of(found, request.today)]
    return {
        "lead": lead,
        "others": [host.name for host in hosts if host != lead],
        "why_not_lead": why_not_say_lead(found, request.user, request.today),
    }


def why_not_take_up(found: Partnership, request: Any) -> str | None:
    """Return why a record that cannot be changed cannot be moved either: only the declined can."""
    if found.state != State.DECLINED:
        return "It has ended, or is not theirs to move."
    return why_not_move(found, State.IDEA, request.user, request.today)


@page(Audience.SIGNED_IN)
def partnership_members(request: Any, public_id: str) -> HttpResponse:
    """Every member with its places: who holds them and which are empty."""
    found = opened(request, public_id)
    spoken_for = memberships_spoken_for(request.user, request.today)
    members = list(members_of(found, request.today))
    return render(
        request,
        "partnerships/members.html",
        partnership=found,
        tabs=tabs(found, "partnership_members"),
        members=members,
        stands_in=stood_in_for(members),
        deputies=deputies_of(members),
        missing=[]
        if found.is_internal
        else sectors_missing(member.organisation.sector for member in members),
        own=set(spoken_for.filter(partnership=found).values_list("pk", flat=True)),
        has_ended=found.state in OVER,
        vacant_since=empty_in(found, request.today),
        why_not=why_not_change(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def place_brief(request: Any, public_id: str, seat_id: str) -> HttpResponse:
    """What somebody who takes a place needs to know on the first day, to read or to print."""
    seat = opened_seat(request, public_id, seat_id)
    found = seat.membership.partnership
    results, closing = reviews_shown_of(found, request.user, request.now)
    facts = facts_of(found)
    members = list(members_of(found, request.today))
    return render(
        request,
        "partnerships/place_brief.html",
        partnership=found,
        seat=seat,
        kind_sentence=KIND_SENTENCES[found.kind],
        members=members,
        stands_in=stood_in_for(members),
        deputies=deputies_of(members),
        before=list(seat.holders.select_related("person")),
        next_date=next_date(facts, request.today),
        lacking=lacking(facts, request.today),
        results=results[:1],
        closing=closing,
        challenges=list(challenges_to(found).filter(answered_at=None)),
    )


@page(Audience.SIGNED_IN)
def vacancies(request: Any) -> HttpResponse:
    """The empty places that this person may fill, the longest empty first."""
    vacant = some_empty(request.user, request.today, MOST_VACANCIES, MOST_VACANCIES)
    return render(
        request,
        "partnerships/vacancies.html",
        vacant=[(seat, empty_told(seat, request.today)) for seat in vacant],
        most=MOST_VACANCIES,
    )


@page(Audience.SIGNED_IN)
def partnership_papers(request: Any, public_id: str) -> HttpResponse:
    """What the record shows of the papers; not yet told is not the same as not there."""
    found = opened(request, public_id)
    facts = facts_of(found)
    return render(
        request,
        "partnerships/papers.html",
        partnership=found,
        tabs=tabs(found, "partnership_papers"),
        papers=[(paper, getattr(found, f"get_{paper.field}_display")()) for paper in PAPERS],
        lacking=lacking(facts, request.today),
        untold=untold(facts),
        why_not=why_not_change(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def partnership_history(request: Any, public_id: str) -> HttpResponse:
    """What was done to the record, by whom, when and why: latest first."""
    found = opened(request, public_id)
    leaf = history_leaf(history_of(found), request)
    return render(
        request,
        "partnerships/history.html",
        partnership=found,
        tabs=tabs(found, "partnership_history"),
        told_entries=sentences_of(leaf.rows),
        leaf=leaf,
    )
