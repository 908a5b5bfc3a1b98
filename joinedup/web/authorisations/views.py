from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.appraisals.queries import decision_on
from joinedup.domain.authorisations.actions import (
    ask_for_authorisation,
    give_guidance,
    grant_authorisation,
    refuse_authorisation,
    withdraw_authorisation,
)
from joinedup.domain.authorisations.models import Authorisation, Receipt
from joinedup.domain.authorisations.queries import authorisers_of, visible_to
from joinedup.domain.authorisations.rules import (
    why_not_ask,
    why_not_decide,
    why_not_guide,
    why_not_withdraw,
)
from joinedup.web.appraisals.views import found as found_appraisal
from joinedup.web.authorisations.forms import (
    AskForm,
    GrantForm,
    GuideForm,
    RefuseForm,
    WithdrawForm,
)
from joinedup.web.partnerships.finding import tabs


def found(request: Any, public_id: str) -> Authorisation:
    """Return what was put to an authoriser of a body whose own side this person may read."""
    return get_object_or_404(visible_to(request.user, request.today), public_id=public_id)


def receipt_of(asked: Authorisation, person: Any) -> Receipt | None:
    """Return the receipt of a director who was told of it."""
    return next((each for each in asked.receipts.all() if each.director == person), None)


@page(Audience.SIGNED_IN)
def authorisation(request: Any, public_id: str) -> HttpResponse:
    """What is asked, by which route, what the directors say, and what was decided."""
    asked = found(request, public_id)
    person, today = request.user, request.today
    return render(
        request,
        "authorisations/authorisation.html",
        partnership=asked.appraisal.partnership,
        tabs=tabs(asked.appraisal.partnership, ""),
        asked=asked,
        has_ended=asked.ends_on is not None and asked.ends_on < today,
        route_stands=asked.authoriser.holds_on(today),
        why_not_decide=why_not_decide(asked, person, today),
        why_not_guide=why_not_guide(asked, receipt_of(asked, person), person, today),
        why_not_withdraw=why_not_withdraw(asked, person, today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def authorisation_ask(request: Any, public_id: str) -> HttpResponseBase:
    """Put a finished appraisal to one of those who authorise today."""
    appraisal = found_appraisal(request, public_id)
    now = decision_on(appraisal, request.today).decision
    named = authorisers_of(appraisal.organisation, request.today)
    return form_page(
        request,
        AskForm,
        "authorisations/ask.html",
        lambda typed: ask_for_authorisation(appraisal, **typed, by=request.user, at=request.now),
        then=lambda asked: reverse("authorisation", args=[asked.public_id]),
        form_options={"authorisers": named},
        partnership=appraisal.partnership,
        appraisal=appraisal,
        has_named=named.exists(),
        why_not=why_not_ask(appraisal, now, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def authorisation_guide(request: Any, public_id: str) -> HttpResponseBase:
    """Note as a director that it has been read, with guidance before anything is decided."""
    asked = found(request, public_id)
    receipt = receipt_of(asked, request.user)
    kept = {"version": receipt.version, "guidance": receipt.guidance} if receipt else {}
    return form_page(
        request,
        GuideForm,
        "authorisations/guide.html",
        lambda typed: give_guidance(receipt, asked, **typed, by=request.user, at=request.now),
        then=reverse("authorisation", args=[public_id]),
        initial=kept,
        asked=asked,
        partnership=asked.appraisal.partnership,
        why_not=why_not_guide(asked, receipt, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST", grave=True)
def authorisation_grant(request: Any, public_id: str) -> HttpResponseBase:
    """Authorise what is asked, up to an amount, until a day, on conditions."""
    asked = found(request, public_id)
    return form_page(
        request,
        GrantForm,
        "authorisations/grant.html",
        lambda typed: grant_authorisation(asked, **typed, by=request.user, at=request.now),
        then=reverse("authorisation", args=[public_id]),
        initial={"version": asked.version, "granted": asked.amount},
        asked=asked,
        partnership=asked.appraisal.partnership,
        why_not=why_not_decide(asked, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST", grave=True)
def authorisation_refuse(request: Any, public_id: str) -> HttpResponseBase:
    """Refuse what is asked, with reasons."""
    asked = found(request, public_id)
    return form_page(
        request,
        RefuseForm,
        "authorisations/refuse.html",
        lambda typed: refuse_authorisation(asked, **typed, by=request.user, at=request.now),
        then=reverse("authorisation", args=[public_id]),
        initial={"version": asked.version},
        asked=asked,
        partnership=asked.appraisal.partnership,
        why_not=why_not_decide(asked, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def authorisation_withdraw(request: Any, public_id: str) -> HttpResponseBase:
    """Take back what was asked, to ask somebody else."""
    asked = found(request, public_id)
    return form_page(
        request,
        WithdrawForm,
        "authorisations/withdraw.html",
        lambda typed: withdraw_authorisation(asked, **typed, by=request.user, at=request.now),
        then=reverse("appraisal", args=[asked.appraisal.public_id]),
        said="It has been taken back.",
        initial={"version": asked.version},
        asked=asked,
        partnership=asked.appraisal.partnership,
        why_not=why_not_withdraw(asked, request.user, request.today),
    )
