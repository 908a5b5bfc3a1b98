from datetime import date
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.delivery.second_step import due_on, has_second_step
from joinedup.domain.committees.waiting import checks_need
from joinedup.domain.needs.authorising import authorising_need
from joinedup.domain.needs.coming import coming_up
from joinedup.domain.needs.followups import followups_need
from joinedup.domain.needs.invitations import invitations_need
from joinedup.domain.needs.needs import Need, needs_of, soonest_first
from joinedup.domain.needs.records import records_need
from joinedup.domain.needs.sharing import sharing_needs
from joinedup.domain.needs.signing import signing_need
from joinedup.domain.organisations.queries import posts_of
from joinedup.domain.parcels.queries import ready_for
from joinedup.domain.partnerships.seats import seated, sits_on
from joinedup.domain.reporting.overview import SHOWN, partnerships_of
from joinedup.domain.reporting.portfolio import hosts_reported_to
from joinedup.domain.searches.queries import kept_by
from joinedup.domain.upkeep.rules import why_not_look_after
from joinedup.web.home.powers import in_words


@page(Audience.SIGNED_IN)
def home(request: Any) -> HttpResponse:
    """What needs you: one sentence and one press for each, the soonest first."""
    waiting = [
        *second_step_needed(request.user, request.today),
        *needs_of(request.user, request.now),
        *records_need(request.user, request.now),
        *invitations_need(request.user, request.now),
        *followups_need(request.user, request.now),
        *authorising_need(request.user, request.now),
        *signing_need(request.user, request.today),
        *checks_need(request.user, request.now),
        *sharing_needs(request.user, request.now),
    ]
    needs = [shown(need, request.today) for need in soonest_first(waiting)]
    return render(
        request,
        "home/needs.html",
        needs=needs,
        coming=coming_up(request.user, request.today),
        partnerships=partnerships_of(request.user, request.now),
        most=SHOWN,
        sits=bool(sits_on(request.user, request.today)),
        hosts=list(hosts_reported_to(request.user, request.today)),
        searches=list(kept_by(request.user)),
        files=ready_for(request.user, request.now),
        looks_after=why_not_look_after(request.user, request.today) is None,
    )


def second_step_needed(person: Any, today: date) -> list[Need]:
    """Return the need for a second step, where the person’s post asks for one they do not have."""
    due = due_on(person, today)
    if due is None or has_second_step(person):
        return []
    text = "Set up a passkey or an app as a second step for signing in. "
    cannot = "open a round, give somebody a post, join two entries or take a file back"
    text += (
        f"Until you do, you cannot {cannot}"
        if due < today
        else f"Without it, you cannot {cannot} after that day"
    )
    return [Need(text, due, "Set it up", "mfa_index", ())]


def shown(need: Need, today: date) -> dict[str, Any]:
    """Return a need as the list draws it."""
    days = (need.due_on - today).days if need.due_on else None
    return {
        "text": need.text,
        "due": in_days(days),
        "late": days is not None and days < 0,
        "href": reverse(need.page, args=need.args),
        "verb": need.verb,
    }


# A number of days says little to anybody from two years on.
YEAR = 365


def in_days(days: int | None) -> str:
    """Return how long there is, or how late it is."""
    if days is None:
        return ""
    if days <= -2 * YEAR:
        return f"{-days // YEAR} years late"
    if days < 0:
        return "1 day late" if days == -1 else f"{-days} days late"
    return {0: "due today", 1: "1 day left"}.get(days, f"{days} days left")


@page(Audience.SIGNED_IN)
def you(request: Any) -> HttpResponse:
    """Who you are here: your posts, your places, and what they let you do."""
    seats = seated(request.user, request.today).select_related(
        "membership__partnership", "membership__organisation"
    )
    return render(
        request,
        "home/you.html",
        posts=posts_of(request.user, request.today),
        seats=list(seats),
        searches=list(kept_by(request.user)),
    )


@page(Audience.SIGNED_IN)
def powers(request: Any) -> HttpResponse:
    """What each kind of post and place may read, change and decide, on one page."""
    return render(request, "home/powers.html", kinds=in_words())
