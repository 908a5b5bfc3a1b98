from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.organisations.kinds import Group, Sector, Side
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.stakeholders.actions import choose_yardstick, cover_yardstick_line
from joinedup.domain.stakeholders.coverage import speakers_of
from joinedup.domain.stakeholders.kinds import BY_HAND, YardstickSort
from joinedup.domain.stakeholders.queries import lines_of, yardstick_of
from joinedup.domain.stakeholders.rules import why_not_map
from joinedup.web.stakeholders.finding import kept
from joinedup.web.stakeholders.forms import NOBODY, SpeakerForm, YardstickForm, lines_in

FIELDS = {sort: f"{sort.value.lower()}s" for sort in YardstickSort}
CODES = {YardstickSort.SECTOR: Sector, YardstickSort.SIDE: Side, YardstickSort.GROUP: Group}


@page(Audience.SIGNED_IN, methods="GET POST")
def yardstick(request: Any, public_id: str) -> HttpResponseBase:
    """Choose what must be here for the partnership to be whole."""
    found = kept(request, public_id)
    return form_page(
        request,
        YardstickForm,
        "stakeholders/yardstick.html",
        lambda typed: choose_yardstick(found, **in_lines(typed), by=request.user, at=request.now),
        then=reverse("stakeholders", args=[public_id]),
        initial=chosen_now(found),
        partnership=found,
        why_not=why_not_map(found, request.user, request.today),
    )


def in_lines(typed: dict[str, Any]) -> dict[str, Any]:
    """Return what was typed, with places and services one by one."""
    return typed | {FIELDS[sort]: lines_in(typed[FIELDS[sort]]) for sort in BY_HAND}


def chosen_now(partnership: Partnership) -> dict[str, Any]:
    """Return what the form says while nobody has changed it."""
    chosen: dict[str, Any] = {field: [] for field in FIELDS.values()}
    for line in lines_of(partnership):
        chosen[FIELDS[YardstickSort(line.sort)]].append(line.value)
    for sort, codes in CODES.items():
        # As browsers send them: in the order of the page.
        chosen[FIELDS[sort]].sort(key=codes.values.index)
    for sort in BY_HAND:
        chosen[FIELDS[sort]] = "\n".join(chosen[FIELDS[sort]])
    kept_one = yardstick_of(partnership)
    return chosen | {"version": kept_one.version if kept_one else 1}


@page(Audience.SIGNED_IN, methods="GET POST")
def yardstick_line(request: Any, public_id: str, line_id: str) -> HttpResponseBase:
    """Say which member speaks for a place, or brings a service."""
    found = kept(request, public_id)
    line = get_object_or_404(lines_of(found), public_id=line_id, sort__in=BY_HAND)
    speaker = line.speaker.public_id if line.speaker else NOBODY
    return form_page(
        request,
        SpeakerForm,
        "stakeholders/line.html",
        lambda typed: cover_yardstick_line(line, **typed, by=request.user, at=request.now),
        then=reverse("stakeholders", args=[public_id]),
        initial={"member": speaker, "version": line.version},
        form_options={"members": speakers_of(found, request.today)},
        partnership=found,
        line=line,
        why_not=why_not_map(found, request.user, request.today),
    )
