"""Who signs for a member: said by its own side, known to every member."""

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.signoffs.actions import end_signatory, name_signatory
from joinedup.domain.signoffs.queries import of_its_people, signatories_of
from joinedup.domain.signoffs.rules import why_not_end_signatory, why_not_name
from joinedup.web.partnerships.finding import opened_membership
from joinedup.web.signoffs.forms import EndForm, SignatoryForm

MOST = 50


@page(Audience.SIGNED_IN, methods="GET POST", grave=True)
def signatories(request: Any, public_id: str, member_id: str) -> HttpResponseBase:
    """Who signs for a member today, who did before, and naming somebody from a day on."""
    member, day = opened_membership(request, public_id, member_id), request.today
    named = list(signatories_of(member)[:MOST])
    people = list(of_its_people(member, day)[:2])
    return form_page(
        request,
        SignatoryForm,
        "signoffs/signatories.html",
        lambda typed: name_signatory(member, **typed, by=request.user, at=request.now),
        then=reverse("signatories", args=[public_id, member_id]),
        said=lambda made: f"{made.person} signs for {member.member_name}.",
        initial={"from_on": day, "person": people[0] if len(people) == 1 else None},
        form_options={"people": of_its_people(member, day)},
        partnership=member.partnership,
        member=member,
        now=[each for each in named if each.to_on is None or each.to_on >= day],
        before=[each for each in named if each.to_on is not None and each.to_on < day],
        why_not=why_not_name(member, request.user, day),
    )


@page(Audience.SIGNED_IN, methods="GET POST", grave=True)
def signatory_end(
    request: Any, public_id: str, member_id: str, signatory_id: str
) -> HttpResponseBase:
    """Let somebody sign for a member no longer than a day."""
    member = opened_membership(request, public_id, member_id)
    named = get_object_or_404(signatories_of(member), public_id=signatory_id)
    return form_page(
        request,
        EndForm,
        "signoffs/signatory_end.html",
        lambda typed: end_signatory(named, **typed, by=request.user, at=request.now),
        then=reverse("signatories", args=[public_id, member_id]),
        initial={"version": named.version, "on": named.to_on or request.today},
        partnership=member.partnership,
        member=member,
        named=named,
        why_not=why_not_end_signatory(named, request.user, None, request.today),
    )
