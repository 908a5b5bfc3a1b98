from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.contacts.actions import (
    add_contact,
    change_contact,
    end_contact,
    make_remark,
    make_response,
    withdraw_remark,
)
from joinedup.domain.contacts.kinds import About
from joinedup.domain.contacts.models import Remark
from joinedup.domain.contacts.queries import (
    contacts_at,
    former_contacts_at,
    known_to,
    remarks_on,
    speaks_for,
)
from joinedup.domain.contacts.rules import (
    why_not_end_contact,
    why_not_respond,
    why_not_tell,
    why_not_withdraw,
)
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import stewards
from joinedup.web.contacts.forms import (
    ChangeContactForm,
    ContactForm,
    LastDayForm,
    RemarkForm,
    ResponseForm,
    WithdrawForm,
)


def opened(request: Any, public_id: str) -> Organisation:
    """Return the body when this person may read what is known of it."""
    return get_object_or_404(known_to(request.user, request.today), public_id=public_id)


def remark_of(found: Organisation, remark_id: str) -> Remark:
    """Return something said of a body that still stands."""
    return get_object_or_404(remarks_on(found), public_id=remark_id)


def about(request: Any, found: Organisation) -> dict[str, Any]:
    """Return what every page about what is known of a body says of it."""
    return {
        "organisation": found,
        "why_not": why_not_tell(found, request.user, request.today),
    }


@page(Audience.SIGNED_IN)
def organisation_known(request: Any, public_id: str) -> HttpResponse:
    """Whom to ask for at a body, and what is said of it, with what it says to that."""
    found = opened(request, public_id)
    said: dict[str, list[Remark]] = {}
    for remark in remarks_on(found):
        said.setdefault(str(About(remark.about).label), []).append(remark)
    return render(
        request,
        "contacts/known.html",
        contacts=list(contacts_at(found, request.today)),
        former=list(former_contacts_at(found, request.today)),
        said=said,
        answers_for_it=speaks_for(found, request.user, request.today),
        is_steward=stewards(request.today).filter(person=request.user).exists(),
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def contact_new(request: Any, public_id: str) -> HttpResponseBase:
    """Say whom to ask for at a body."""
    found = opened(request, public_id)
    return form_page(
        request,
        ContactForm,
        "contacts/contact_new.html",
        lambda typed: add_contact(found, **typed, by=request.user, at=request.now),
        then=reverse("organisation_known", args=[public_id]),
        form_options={"others": found.contacts.all()},
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def contact_change(request: Any, public_id: str, contact_id: str) -> HttpResponseBase:
    """Correct what is said of somebody to ask for."""
    found = opened(request, public_id)
    contact = get_object_or_404(found.contacts, public_id=contact_id)
    kept = {name: getattr(contact, name) for name in ChangeContactForm.base_fields}
    introducer = contact.introduced_by
    return form_page(
        request,
        ChangeContactForm,
        "contacts/contact_change.html",
        lambda typed: change_contact(contact, **typed, by=request.user, at=request.now),
        then=reverse("organisation_known", args=[public_id]),
        initial=kept | {"introduced_by": introducer.public_id if introducer else None},
        form_options={"others": found.contacts.exclude(pk=contact.pk)},
        contact=contact,
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def contact_end(request: Any, public_id: str, contact_id: str) -> HttpResponseBase:
    """Note the last day on which this is the person to ask for."""
    found = opened(request, public_id)
    contact = get_object_or_404(found.contacts, public_id=contact_id)
    why_not = why_not_end_contact(contact, request.user, request.today)
    return form_page(
        request,
        LastDayForm,
        "contacts/contact_end.html",
        lambda typed: end_contact(contact, **typed, by=request.user, at=request.now),
        then=reverse("organisation_known", args=[public_id]),
        initial={"on": request.today},
        contact=contact,
        **about(request, found) | {"why_not": why_not},
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def remark_new(request: Any, public_id: str) -> HttpResponseBase:
    """Say something of a body that it will read."""
    found = opened(request, public_id)
    return form_page(
        request,
        RemarkForm,
        "contacts/remark_new.html",
        lambda typed: make_remark(found, **typed, by=request.user, at=request.now),
        then=reverse("organisation_known", args=[public_id]),
        **about(request, found),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def response_new(request: Any, public_id: str, remark_id: str) -> HttpResponseBase:
    """Answer what is said of a body, for the body."""
    found = opened(request, public_id)
    remark = remark_of(found, remark_id)
    return form_page(
        request,
        ResponseForm,
        "contacts/response_new.html",
        lambda typed: make_response(remark, **typed, by=request.user, at=request.now),
        then=reverse("organisation_known", args=[public_id]),
        organisation=found,
        remark=remark,
        why_not=why_not_respond(remark, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def remark_withdraw(request: Any, public_id: str, remark_id: str) -> HttpResponseBase:
    """Take back what one said of a body."""
    found = opened(request, public_id)
    remark = remark_of(found, remark_id)
    return form_page(
        request,
        WithdrawForm,
        "contacts/remark_withdraw.html",
        lambda typed: withdraw_remark(remark, **typed, by=request.user, at=request.now),
        then=reverse("organisation_known", args=[public_id]),
        organisation=found,
        remark=remark,
        why_not=why_not_withdraw(remark, request.user, request.today),
    )
