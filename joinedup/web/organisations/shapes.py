"""What sort of member a body could be, whom it serves, and who is in a consortium."""

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.organisations.actions import (
    add_consortium_member,
    end_consortium_member,
    form_organisation,
    give_turn,
    say_groups_served,
)
from joinedup.domain.organisations.kinds import Form
from joinedup.domain.organisations.models import ConsortiumMember, Organisation
from joinedup.domain.organisations.queries import in_consortium
from joinedup.web.organisations.entry import opened
from joinedup.web.organisations.finding import ChosenForm, choosing_page
from joinedup.web.organisations.forms import (
    ConsortiumForm,
    FormForm,
    GroupsForm,
    LastDayForm,
    TurnForm,
)
from joinedup.web.organisations.keeping import about


@page(Audience.SIGNED_IN, methods="GET POST")
def organisation_form(request: Any, public_id: str) -> HttpResponseBase:
    """Say whether it is one body, all of a sort, a consortium, or a person."""
    found = opened(request, public_id)
    return form_page(
        request,
        FormForm,
        "organisations/form.html",
        lambda typed: form_organisation(found, **typed, by=request.user, at=request.now),
        then=reverse("organisation", args=[public_id]),
        initial={"form": found.form},
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def organisation_part(request: Any, public_id: str) -> HttpResponseBase:
    """Say of which body this is a part."""
    found = opened(request, public_id)
    return choosing_page(
        request,
        ChosenForm,
        "organisations/part.html",
        lambda typed: form_organisation(
            found, Form.PART, part_of=typed["organisation"], by=request.user, at=request.now
        ),
        then=reverse("organisation", args=[public_id]),
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def organisation_groups(request: Any, public_id: str) -> HttpResponseBase:
    """Say whom a body serves or speaks for."""
    found = opened(request, public_id)
    return form_page(
        request,
        GroupsForm,
        "organisations/groups.html",
        lambda typed: say_groups_served(found, **typed, by=request.user, at=request.now),
        then=reverse("organisation", args=[public_id]),
        initial={"groups": [each.group for each in found.groups_served.all()]},
        **about(request, found),
    )


def in_it(request: Any, found: Organisation, member_id: str) -> ConsortiumMember:
    """Return one of those in a consortium now."""
    return get_object_or_404(in_consortium(found, request.today), public_id=member_id)


@page(Audience.SIGNED_IN, methods="GET POST")
def consortium_join(request: Any, public_id: str) -> HttpResponseBase:
    """Enter a body as one of a consortium."""
    found = opened(request, public_id)

    def join(typed: dict[str, Any]) -> ConsortiumMember:
        body = typed.pop("organisation")
        return add_consortium_member(found, body, **typed, by=request.user, at=request.now)

    return choosing_page(
        request,
        ConsortiumForm,
        "organisations/consortium_join.html",
        join,
        then=reverse("organisation", args=[public_id]),
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def consortium_leave(request: Any, public_id: str, member_id: str) -> HttpResponseBase:
    """Note the last day of a body in a consortium."""
    found = opened(request, public_id)
    member = in_it(request, found, member_id)
    return form_page(
        request,
        LastDayForm,
        "organisations/consortium_leave.html",
        lambda typed: end_consortium_member(member, **typed, by=request.user, at=request.now),
        then=reverse("organisation", args=[public_id]),
        initial={"on": request.today},
        member=member,
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def consortium_turn(request: Any, public_id: str, member_id: str) -> HttpResponseBase:
    """Say on which days one of a consortium sits for all of them."""
    found = opened(request, public_id)
    member = in_it(request, found, member_id)
    return form_page(
        request,
        TurnForm,
        "organisations/consortium_turn.html",
        lambda typed: give_turn(member, **typed, by=request.user, at=request.now),
        then=reverse("organisation", args=[public_id]),
        member=member,
        **about(request, found),
    )
