"""Whether the public page names a member, and oneself: each decides for themselves."""

from typing import Any

from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.matters.actions import say_member_named, say_person_named
from joinedup.domain.matters.queries import held_by, naming_of
from joinedup.domain.matters.rules import why_not_name_member
from joinedup.domain.representing.queries import memberships_represented_by
from joinedup.web.matters.finding import back_to, opened
from joinedup.web.matters.forms import MemberNamedForm, PersonNamedForm


@page(Audience.SIGNED_IN, methods="GET POST")
def member_named(request: Any, public_id: str, member_id: str) -> HttpResponseBase:
    """Say for a member one speaks for whether anybody may read its name."""
    found = opened(request, public_id)
    theirs = memberships_represented_by(request.user, found, request.today)
    member = get_object_or_404(theirs.select_related("organisation"), public_id=member_id)
    naming = naming_of(member)
    return form_page(
        request,
        MemberNamedForm,
        "matters/member_named.html",
        lambda typed: say_member_named(member, **typed, by=request.user, at=request.now),
        then=back_to(found),
        initial={"version": naming.version, "is_named": "yes" if naming.is_named else "no"},
        partnership=found,
        member=member,
        has_said=naming.pk is not None,
        why_not=why_not_name_member(member, request.user, request.today, is_named=True),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def person_named(request: Any, public_id: str) -> HttpResponseBase:
    """Give or take back one's own consent to be named."""
    found = opened(request, public_id)
    held = held_by(request.user, found, request.today)
    if not held:
        raise Http404
    agreed = any(hasattr(one, "public_naming") for one in held)
    return form_page(
        request,
        PersonNamedForm,
        "matters/person_named.html",
        lambda typed: say_person_named(found, **typed, by=request.user, at=request.now),
        then=back_to(found),
        initial={"is_named": "yes" if agreed else "no"},
        partnership=found,
        held=held,
        why_not="",
    )
