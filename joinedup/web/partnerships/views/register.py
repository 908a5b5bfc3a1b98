from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.delivery.paging import capped, counted, leaf_of
from joinedup.domain.intervals.queries import overdue
from joinedup.domain.leads.queries import without_lead
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import bearing, organisations_where
from joinedup.domain.organisations.queries import found_by as bodies_found
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import (
    hosts_among,
    listed_to,
    register_counts,
    themes_among,
    visible_to,
)
from joinedup.domain.partnerships.rules import why_not_register_any
from joinedup.domain.registration.actions import register_whole_partnership
from joinedup.domain.registration.queries import looks_like
from joinedup.domain.search.narrowing import NOBODY, OVERDUE, narrowed_register
from joinedup.domain.searches.kinds import Searched
from joinedup.domain.searches.queries import kept_by
from joinedup.web.partnerships.forms import FindForm, NewForm
from joinedup.web.partnerships.rows import light, rows_of
from joinedup.web.searching import instead_of, query_of

STATE_WORDS = {
    State.IDEA: "at the idea stage",
    State.PROPOSED: "proposed",
    State.ACTIVE: "active",
    State.CLOSING: "closing",
    State.CLOSED: "closed",
    State.DECLINED: "declined",
}
A_YEAR = timedelta(days=365)
MOST_HOSTS, MOST_THEMES, MOST_THEMED, MOST_COUNTED = 100, 100, 2000, 5000


@page(Audience.SIGNED_IN)
def register(request: Any) -> HttpResponse:
    """The partnerships this person may see: searched, narrowed, counted, a page at a time."""
    among, form, asked, found = asked_of(request)
    leaf = leaf_of(light(found), request, among)
    counts = counts_among(among, request.today)
    return render(
        request,
        "partnerships/register.html",
        find=form,
        is_narrowed=bool(asked),
        is_filtered=bool(asked.keys() - {"name"}),
        counts=counts_of(counts, asked),
        total=counted(found) if asked else capped(counts["all"], MOST_COUNTED),
        rows=rows_of(leaf.rows, request.now, with_names="name" in asked),
        leaf=leaf,
        query=query_of(asked),
        searches=list(kept_by(request.user).filter(searched=Searched.REGISTER)),
        instead={} if leaf.rows else instead_of(asked.get("name", ""), among, "register"),
        why_not=why_not_register_any(request.user, request.today),
    )


def asked_of(request: Any) -> tuple[QuerySet[Partnership], FindForm, dict[str, Any], Any]:
    """Return what somebody may see, what they asked for, and what answers to it."""
    among = listed_to(request.user, request.today)
    hosts = hosts_among(among, request.today, MOST_HOSTS).values_list("public_id", "name")
    counted = themes_among(among, MOST_THEMES, MOST_THEMED)
    themes = [(name, f"{name} ({count})" if count else name) for name, count in counted.items()]
    form = FindForm(request.GET, hosts=list(hosts), themes=themes)
    form.is_valid()
    asked = {name: typed for name, typed in form.cleaned_data.items() if typed}
    return among, form, asked, narrowed_register(asked, among, request.today)


def counts_among(among: QuerySet[Partnership], day: date) -> dict[str, int]:
    """Return how many there are of each sort, of no more than are counted."""
    return register_counts(
        among, day, MOST_COUNTED + 1, without_lead=without_lead(day), overdue=overdue(day)
    )


def counts_of(counts: dict[str, int], asked: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the figures above the table, each a link to what it counts.

    Where there are too many to count for each page, it says only that.
    """
    if counts["all"] > MOST_COUNTED:
        href = reverse("register")
        return [{"text": "or more in all", "count": MOST_COUNTED, "href": href, "current": False}]
    sorts = [
        ("all", "in all", {}),
        *((state.value, STATE_WORDS[state], {"state": state.value}) for state in State),
        ("tier_1", "of tier 1", {"tier": "1"}),
        ("missing", "with something missing", {"missing": "yes"}),
        ("overdue", "overdue for review", {"missing": OVERDUE}),
        ("without_lead", "that nobody leads", {"host": NOBODY}),
    ]
    return [
        {
            "text": text,
            "count": counts[sort],
            "href": reverse("register", query=query) if query else reverse("register"),
            "current": asked == query,
        }
        for sort, text, query in sorts
        if counts[sort] or sort == "all"
    ]


@page(Audience.SIGNED_IN, methods="GET POST")
def partnership_new(request: Any) -> HttpResponseBase:
    """Enter a partnership in the register: four questions, then the rest from its page."""
    hosts = organisations_where(request.user, request.today, *OFFICERS)
    among = visible_to(request.user, request.today)
    return form_page(
        request,
        NewForm,
        "partnerships/new.html",
        lambda typed: register_whole_partnership(
            typed.pop("name"),
            state=State.ACTIVE if typed["is_running"] else State.IDEA,
            agreed_before=typed.pop("is_running"),
            **typed,
            by=request.user,
            at=request.now,
        ),
        then=lambda new: reverse("partnership", args=[new.public_id]),
        form_options={
            "hosts": {host.public_id: host for host in hosts},
            "alike": lambda name: looks_like(name, among),
            "bodies": body_meant,
        },
        initial={
            "answers_name": request.user.name,
            "answers_email": request.user.email,
            "next_review_on": request.today + A_YEAR,
        },
        why_not=why_not_register_any(request.user, request.today),
    )


def body_meant(name: str) -> Organisation | str:
    """Return the body with this very name, or the name where it is new; ask where it is unclear."""
    bearers = list(bearing(name)[:2])
    if len(bearers) == 1:
        return bearers[0]
    if bearers:
        raise ValidationError(
            f"Several organisations bear or bore the name “{name}”. Leave it out "
            "here, and add the right one from the members’ page."
        )
    alike = [str(body) for body in bodies_found(name, Organisation.objects.all())[:3]]
    if alike:
        raise ValidationError(f"“{name}” could be {' or '.join(alike)}. Type the whole name.")
    return name
