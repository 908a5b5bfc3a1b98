from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.agreements.actions import withdraw_edition
from joinedup.domain.agreements.drafting import draft_of, edition_text, title_of
from joinedup.domain.agreements.missing import missing_to_offer
from joinedup.domain.agreements.models import digest_of
from joinedup.domain.agreements.papers import blocks_of
from joinedup.domain.agreements.queries import next_number, offered_edition
from joinedup.domain.agreements.rules import why_not_draft, why_not_offer, why_not_withdraw
from joinedup.domain.signoffs.actions import ask_for_signatures
from joinedup.web.agreements.finding import found, found_edition
from joinedup.web.agreements.forms import OfferForm, WithdrawEditionForm


@page(Audience.SIGNED_IN, methods="GET POST")
def agreement_offer(request: Any, public_id: str) -> HttpResponseBase:
    """Read the exact text once more, and offer it to the members to sign."""
    agreement, day = found(request, public_id), request.today
    draft, number = draft_of(agreement, day), next_number(agreement)
    text = edition_text(draft, number, day)
    barred = why_not_draft(agreement, request.user, day)
    return form_page(
        request,
        OfferForm,
        "agreements/offer.html",
        lambda typed: ask_for_signatures(agreement, **typed, by=request.user, at=request.now),
        then=lambda made: reverse("agreement_edition", args=[public_id, made.number]),
        said=lambda made: f"Version {made.number} is offered to sign.",
        initial={"digest": digest_of(text)},
        partnership=agreement.partnership,
        title=title_of(agreement),
        number=number,
        blocks=list(blocks_of(text)),
        missing=[] if barred else missing_to_offer(draft, day),
        replaced=offered_edition(agreement),
        why_not=barred or why_not_offer(agreement, day, draft),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def edition_withdraw(request: Any, public_id: str, number: int) -> HttpResponseBase:
    """Take a text back that was offered to sign."""
    edition = found_edition(request, public_id, number)
    return form_page(
        request,
        WithdrawEditionForm,
        "agreements/edition_withdraw.html",
        lambda typed: withdraw_edition(edition, **typed, by=request.user, at=request.now),
        then=reverse("partnership_agreement", args=[public_id]),
        said=f"Version {number} is no longer offered to sign.",
        initial={"version": edition.version},
        partnership=edition.agreement.partnership,
        edition=edition,
        why_not=why_not_withdraw(edition, request.user, request.today),
    )
