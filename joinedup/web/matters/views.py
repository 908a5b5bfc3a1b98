from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import VersionForm
from joinedup.delivery.pages import render
from joinedup.domain.matters.actions import (
    change_matter,
    list_matter,
    remove_matter,
    tell_public_page,
)
from joinedup.domain.matters.models import Matter
from joinedup.domain.matters.queries import (
    held_by,
    matters_on,
    may_answer,
    namings_in,
    page_of,
)
from joinedup.domain.matters.rules import why_not_list
from joinedup.domain.partnerships.kinds import RUNNING
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.representing.queries import memberships_represented_by
from joinedup.web.matters.finding import back_to, opened
from joinedup.web.matters.forms import ChangeMatterForm, MatterForm, PublicForm
from joinedup.web.matters.rows import naming_told, standing_of


def matter_of(request: Any, partnership: Partnership, matter_id: str) -> Matter:
    """Return a matter of the partnership."""
    return get_object_or_404(
        matters_on(request.today), partnership=partnership, public_id=matter_id
    )


def around(request: Any, partnership: Partnership) -> dict[str, Any]:
    """Return what every page about what is public says of a partnership."""
    why_not = why_not_list(partnership, request.user, request.today)
    return {"partnership": partnership, "why_not": why_not}


@page(Audience.SIGNED_IN)
def partnership_public(request: Any, public_id: str) -> HttpResponse:
    """What of a partnership anybody may read, and which body answers for which matter."""
    found, day = opened(request, public_id), request.today
    matters = matters_on(day).filter(partnership=found)
    told = page_of(found)
    theirs = set(memberships_represented_by(request.user, found, day).values_list("pk", flat=True))
    return render(
        request,
        "matters/public.html",
        chosen=told,
        is_shown=told.is_public and found.state in RUNNING,
        members=[
            (member, naming_told(member, is_named=is_named, has_said=has_said), member.pk in theirs)
            for member, is_named, has_said in namings_in(found, day)
        ],
        sits_here=bool(held_by(request.user, found, day)),
        matters=[(matter, standing_of(matter, request.user, day)) for matter in matters],
        **around(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def public_change(request: Any, public_id: str) -> HttpResponseBase:
    """Choose whether anybody may read of a partnership, and what they are told."""
    found = opened(request, public_id)
    told = page_of(found)
    namings = namings_in(found, request.today)
    initial = {
        "version": told.version,
        "is_public": "yes" if told.is_public else "no",
        "openness": told.openness,
        "tells_missing": "yes" if told.tells_missing else "no",
        "purpose": told.purpose or found.purpose,
        "joining": told.joining,
    }
    return form_page(
        request,
        PublicForm,
        "matters/public_change.html",
        lambda typed: tell_public_page(found, **typed, by=request.user, at=request.now),
        then=back_to(found),
        initial=initial,
        silent=[member.member_name for member, is_named, _ in namings if not is_named],
        **around(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def matter_new(request: Any, public_id: str) -> HttpResponseBase:
    """List something residents ask about, and ask a body whether it answers for it."""
    found = opened(request, public_id)
    return form_page(
        request,
        MatterForm,
        "matters/matter_new.html",
        lambda typed: list_matter(found, **typed, by=request.user, at=request.now),
        then=back_to(found),
        form_options={"bodies": may_answer(found, request.today)},
        **around(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def matter_change(request: Any, public_id: str, matter_id: str) -> HttpResponseBase:
    """Put a matter otherwise, or ask another body."""
    found = opened(request, public_id)
    matter = matter_of(request, found, matter_id)
    initial = {name: getattr(matter, name) for name in ChangeMatterForm.base_fields}
    body = matter.organisation
    return form_page(
        request,
        ChangeMatterForm,
        "matters/matter_change.html",
        lambda typed: change_matter(matter, **typed, by=request.user, at=request.now),
        then=back_to(found),
        initial=initial | {"organisation": body.public_id if body else None},
        form_options={"bodies": may_answer(found, request.today)},
        matter=matter,
        standing=standing_of(matter, request.user, request.today),
        **around(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def matter_remove(request: Any, public_id: str, matter_id: str) -> HttpResponseBase:
    """Take a matter off the list."""
    found = opened(request, public_id)
    matter = matter_of(request, found, matter_id)
    return form_page(
        request,
        VersionForm,
        "matters/matter_remove.html",
        lambda typed: remove_matter(matter, **typed, by=request.user, at=request.now),
        then=back_to(found),
        initial={"version": matter.version},
        matter=matter,
        **around(request, found),
    )
