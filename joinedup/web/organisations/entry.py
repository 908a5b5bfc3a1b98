"""What a body's page says: its entry, what came before and after it, what we do together."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.domain.basics.days import in_time, in_words, period_in_words
from joinedup.domain.organisations.kinds import CAME_FROM, SCHEMES, Form, NameSort, SuccessionSort
from joinedup.domain.organisations.models import Organisation, Succession
from joinedup.domain.organisations.queries import (
    consortia_of,
    in_consortium,
    turns_of,
    visible_to,
)
from joinedup.domain.reporting.overview import TOGETHER, shared_with, who_sits


def opened(request: Any, public_id: str) -> Organisation:
    """Return the body this page is about."""
    return get_object_or_404(visible_to(request.user), public_id=public_id)


def together(found: Organisation, request: Any) -> dict[str, Any]:
    """Return what the viewer does together with a body, who sits there, and what they did."""
    shared, more = shared_with(found, request.user, request.today)
    present = [membership for membership in shared if membership.holds_on(request.today)]
    return {
        "present": present,
        "past": [membership for membership in shared if not membership.holds_on(request.today)],
        "most": TOGETHER if more else 0,
        "sitting": who_sits([membership.pk for membership in present], request.today),
    }


def entry(found: Organisation) -> dict[str, Any]:
    """Return the rows of a body's entry that have a page of their own to be put right."""
    others = in_time(found.other_names.exclude(folded_name=found.folded_name))
    after = found.successions.select_related("successor")
    before = found.inheritances.select_related("predecessor")
    return {
        "names": [
            (NameSort(other.sort).label, told_name(other), name_page(other)) for other in others
        ],
        "numbers": [
            (SCHEMES[number.scheme], number.value, number_page(number))
            for number in found.identifiers.all()
        ],
        "after": [
            (SuccessionSort(link.sort).label, link.successor, when(link), link) for link in after
        ],
        "before": [
            (CAME_FROM[SuccessionSort(link.sort)], link.predecessor, when(link), link)
            for link in before
        ],
        "lasted": period_in_words(found.from_on, found.to_on),
    }


def shape(found: Organisation, request: Any) -> dict[str, Any]:
    """Return what a body is a part of, its own parts, whom it serves, and its consortia."""
    day = request.today
    is_consortium = found.form == Form.CONSORTIUM
    turns = list(turns_of(found, day)) if is_consortium else []
    return {
        "parts": found.parts.filter(merged_into__isnull=True),
        "groups": [str(each.get_group_display()) for each in found.groups_served.all()],
        "consortia": consortia_of(found, day),
        "inside": in_consortium(found, day) if is_consortium else [],
        "turns": [(turn, period_in_words(turn.from_on, turn.to_on)) for turn in turns],
        "sits_now": next((turn for turn in turns if turn.holds_on(day)), None),
    }


def when(link: Succession) -> str:
    """Return the day one body came after another, in brackets, or nothing where it is not told."""
    return f"({in_words(link.on)})" if link.on else ""


def told_name(other: Any) -> str:
    """Return a name with its days."""
    told = period_in_words(other.from_on, other.to_on)
    return f"{other.name} ({told})" if told else str(other.name)


def name_page(other: Any) -> str:
    """Return where another name can be taken away."""
    return reverse("name_remove", args=[other.organisation.public_id, other.folded_name])


def number_page(number: Any) -> str:
    """Return where a number can be put right."""
    return reverse("identifier_correct", args=[number.organisation.public_id, str(number)])
