from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.agreements.actions import (
    begin_agreement,
    choose_clauses,
    date_agreement,
    decide_clause,
)
from joinedup.domain.agreements.papers import blocks_of
from joinedup.domain.agreements.record import values_of
from joinedup.domain.agreements.rules import why_not_draft
from joinedup.domain.clauses.catalogue import catalogue
from joinedup.web.agreements.finding import found, found_clause
from joinedup.web.agreements.forms import ClauseForm, TermsForm, initial_of_clause
from joinedup.web.partnerships.finding import opened


@page(Audience.SIGNED_IN, methods="POST")
def agreement_begin(request: Any, public_id: str) -> HttpResponseBase:
    """Begin the agreement of a partnership with the clauses of its tier."""
    begin_agreement(opened(request, public_id), by=request.user, at=request.now)
    return redirect("partnership_agreement", public_id)


@page(Audience.SIGNED_IN, methods="POST")
def agreement_choose(request: Any, public_id: str) -> HttpResponseBase:
    """Take up the clauses of the tier there is now."""
    agreement = found(request, public_id)
    choose_clauses(agreement, version=agreement.version, by=request.user, at=request.now)
    return redirect("partnership_agreement", public_id)


@page(Audience.SIGNED_IN, methods="GET POST")
def agreement_clause_change(request: Any, public_id: str, code: str) -> HttpResponseBase:
    """Write a clause, say where else it is settled, or why it is not needed."""
    clause, matter = found_clause(request, public_id, code), catalogue()[code]
    from_record = values_of(clause.agreement, request.today).get(code, "")
    return form_page(
        request,
        ClauseForm,
        "agreements/clause_change.html",
        lambda typed: decide_clause(clause, **typed, by=request.user, at=request.now),
        then=reverse("agreement_clause", args=[public_id, code]),
        said=f"“{matter.title}” has been saved.",
        initial=initial_of_clause(clause, matter.opening),
        partnership=clause.agreement.partnership,
        matter=matter,
        from_record=list(blocks_of(from_record)),
        why_not=why_not_draft(clause.agreement, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def agreement_terms(request: Any, public_id: str) -> HttpResponseBase:
    """Say from when to when it holds, and whether it is meant to bind in law."""
    agreement = found(request, public_id)
    dates = {name: getattr(agreement, name) for name in ("starts_on", "ends_on", "review_on")}
    binding = {True: "yes", False: "no", None: ""}[agreement.binding]
    return form_page(
        request,
        TermsForm,
        "agreements/terms.html",
        lambda typed: date_agreement(agreement, **typed, by=request.user, at=request.now),
        then=reverse("partnership_agreement", args=[public_id]),
        said="The dates and the status have been saved.",
        initial=dates | {"binding": binding, "version": agreement.version},
        partnership=agreement.partnership,
        why_not=why_not_draft(agreement, request.user, request.today),
    )
