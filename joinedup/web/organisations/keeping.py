"""Keeping a body's entry: its other names, its numbers, its end and what came after it."""

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.organisations.actions import (
    add_other_name,
    correct_identifier,
    end_organisation,
    identify_organisation,
    note_successor,
    remove_identifier,
    remove_other_name,
    remove_successor,
)
from joinedup.domain.organisations.kinds import SCHEMES
from joinedup.domain.organisations.models import Identifier, Organisation, Succession
from joinedup.domain.organisations.rules import (
    why_not_change_organisation,
    why_not_end_organisation,
)
from joinedup.web.organisations.entry import opened
from joinedup.web.organisations.finding import choosing_page
from joinedup.web.organisations.forms import (
    CorrectNumberForm,
    EndForm,
    IdentifierForm,
    NameForm,
    RemoveForm,
    SuccessorForm,
)


def about(request: Any, found: Organisation) -> dict[str, Any]:
    """Return what every page that corrects a body's entry says of it."""
    return {
        "organisation": found,
        "why_not": why_not_change_organisation(found, request.user, request.today),
    }


def numbered(found: Organisation, number: str) -> Identifier:
    """Return the number of a body that its register's code and value name."""
    scheme = next((code for code in SCHEMES if number.startswith(f"{code}-")), "")
    value = number.removeprefix(f"{scheme}-")
    return get_object_or_404(found.identifiers, scheme=scheme, value=value)


@page(Audience.SIGNED_IN, methods="GET POST")
def organisation_name(request: Any, public_id: str) -> HttpResponseBase:
    """Note a name a body also has or had."""
    found = opened(request, public_id)
    return form_page(
        request,
        NameForm,
        "organisations/name.html",
        lambda typed: add_other_name(found, **typed, by=request.user, at=request.now),
        then=reverse("organisation", args=[public_id]),
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def name_remove(request: Any, public_id: str, name: str) -> HttpResponseBase:
    """Take away a name that was noted by mistake."""
    found = opened(request, public_id)
    other = get_object_or_404(found.other_names, folded_name=name)
    return form_page(
        request,
        RemoveForm,
        "organisations/name_remove.html",
        lambda typed: remove_other_name(other, **typed, by=request.user, at=request.now),
        then=reverse("organisation", args=[public_id]),
        other=other,
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def organisation_identifier(request: Any, public_id: str) -> HttpResponseBase:
    """Note the number by which a public register knows a body."""
    found = opened(request, public_id)
    return form_page(
        request,
        IdentifierForm,
        "organisations/identifier.html",
        lambda typed: identify_organisation(found, **typed, by=request.user, at=request.now),
        then=reverse("organisation", args=[public_id]),
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def identifier_correct(request: Any, public_id: str, number: str) -> HttpResponseBase:
    """Put a mistyped number right."""
    found = opened(request, public_id)
    wrong = numbered(found, number)
    return form_page(
        request,
        CorrectNumberForm,
        "organisations/identifier_correct.html",
        lambda typed: correct_identifier(wrong, **typed, by=request.user, at=request.now),
        then=reverse("organisation", args=[public_id]),
        initial={"value": wrong.value},
        number=wrong,
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def identifier_remove(request: Any, public_id: str, number: str) -> HttpResponseBase:
    """Take away a number that is not this body's."""
    found = opened(request, public_id)
    wrong = numbered(found, number)
    return form_page(
        request,
        RemoveForm,
        "organisations/identifier_remove.html",
        lambda typed: remove_identifier(wrong, **typed, by=request.user, at=request.now),
        then=reverse("organisation", args=[public_id]),
        number=wrong,
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def organisation_end(request: Any, public_id: str) -> HttpResponseBase:
    """Note that there is no such body any more; then ask what came after it."""
    found = opened(request, public_id)
    why_not = why_not_end_organisation(found, request.user, request.today)
    return form_page(
        request,
        EndForm,
        "organisations/end.html",
        lambda typed: end_organisation(found, **typed, by=request.user, at=request.now),
        then=reverse("organisation_successor", args=[public_id]),
        said="Now say what came after it, if anything did.",
        **about(request, found) | {"why_not": why_not},
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def organisation_successor(request: Any, public_id: str) -> HttpResponseBase:
    """Say which body came after this one, and how."""
    found = opened(request, public_id)

    def note(typed: dict[str, Any]) -> Succession:
        after = typed.pop("organisation")
        return note_successor(found, after, **typed, by=request.user, at=request.now)

    return choosing_page(
        request,
        SuccessorForm,
        "organisations/successor.html",
        note,
        then=reverse("organisation", args=[public_id]),
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def successor_remove(request: Any, public_id: str, link_id: str) -> HttpResponseBase:
    """Take away what was noted by mistake of what came after a body."""
    found = opened(request, public_id)
    link = get_object_or_404(found.successions.select_related("successor"), public_id=link_id)
    return form_page(
        request,
        RemoveForm,
        "organisations/successor_remove.html",
        lambda typed: remove_successor(link, **typed, by=request.user, at=request.now),
        then=reverse("organisation", args=[public_id]),
        link=link,
        **about(request, found),
    )
