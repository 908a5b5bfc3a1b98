from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import VersionForm
from joinedup.domain.agreements.actions import (
    decline_proposal,
    propose_change,
    take_proposal,
    withdraw_proposal,
)
from joinedup.domain.agreements.queries import own_memberships
from joinedup.domain.agreements.rules import (
    why_not_decide,
    why_not_propose_any,
    why_not_take_back,
)
from joinedup.domain.clauses.catalogue import catalogue
from joinedup.domain.clauses.differences import compared
from joinedup.domain.clauses.joining import joined
from joinedup.web.agreements.finding import found_clause, found_proposal
from joinedup.web.agreements.forms import (
    DeclineForm,
    JoinForm,
    ProposeForm,
    TakeForm,
)


@page(Audience.SIGNED_IN, methods="GET POST")
def agreement_propose(request: Any, public_id: str, code: str) -> HttpResponseBase:
    """Propose for a member how a clause should read."""
    clause, person, day = found_clause(request, public_id, code), request.user, request.today
    members = {each.public_id: each for each in own_memberships(clause.agreement, person, day)}
    return form_page(
        request,
        ProposeForm,
        "agreements/propose.html",
        lambda typed: propose_change(clause, **typed, by=person, at=request.now),
        then=reverse("agreement_clause", args=[public_id, code]),
        said="Your change is proposed. Those who write the agreement decide on it.",
        initial={
            "version": clause.version,
            "words": clause.words,
            "member": next(iter(members), ""),
        },
        form_options={"members": members},
        partnership=clause.agreement.partnership,
        matter=catalogue()[code],
        why_not=why_not_propose_any(clause.agreement, person, day),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def proposal_take(request: Any, public_id: str, proposal_id: str) -> HttpResponseBase:
    """Put a proposed change into its clause, joined with what was changed there since."""
    proposal = found_proposal(request, public_id, proposal_id)
    clause = found_clause(request, public_id, proposal.code)
    both = joined(proposal.words_before, clause.words, proposal.words)
    return form_page(
        request,
        # What somebody wrote by hand is kept, even where the two can be joined by now.
        JoinForm if both is None or "words" in request.POST else TakeForm,
        "agreements/take.html",
        lambda typed: take_proposal(proposal, clause, **typed, by=request.user, at=request.now),
        then=reverse("agreement_clause", args=[public_id, proposal.code]),
        said="The change is in the agreement.",
        initial={
            "version": proposal.version,
            "clause_version": clause.version,
            "words": clause.words,
        },
        **told(proposal),
        clause=clause,
        pieces=compared(clause.words, proposal.words if both is None else both),
        is_joined=both not in (None, proposal.words),
        is_apart=both is None,
        why_not=why_not_decide(proposal, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def proposal_decline(request: Any, public_id: str, proposal_id: str) -> HttpResponseBase:
    """Leave a clause as it is, with the reason."""
    proposal = found_proposal(request, public_id, proposal_id)
    return form_page(
        request,
        DeclineForm,
        "agreements/decline.html",
        lambda typed: decline_proposal(proposal, **typed, by=request.user, at=request.now),
        then=reverse("agreement_clause", args=[public_id, proposal.code]),
        said="The change is declined, and the member is told why.",
        initial={"version": proposal.version},
        **told(proposal),
        pieces=compared(proposal.words_before, proposal.words),
        why_not=why_not_decide(proposal, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def proposal_withdraw(request: Any, public_id: str, proposal_id: str) -> HttpResponseBase:
    """Take back a change one's member proposed."""
    proposal = found_proposal(request, public_id, proposal_id)
    return form_page(
        request,
        VersionForm,
        "agreements/withdraw.html",
        lambda typed: withdraw_proposal(proposal, **typed, by=request.user, at=request.now),
        then=reverse("agreement_clause", args=[public_id, proposal.code]),
        said="The change has been taken back.",
        initial={"version": proposal.version},
        **told(proposal),
        pieces=compared(proposal.words_before, proposal.words),
        why_not=why_not_take_back(proposal, request.user, request.today),
    )


def told(proposal: Any) -> dict[str, Any]:
    """Return what each page about a proposal begins with."""
    return {
        "partnership": proposal.agreement.partnership,
        "proposal": proposal,
        "matter": catalogue()[proposal.code],
    }
