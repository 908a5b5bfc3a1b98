"""What every page of an agreement begins with: finding it for this person."""

from typing import Any

from django.shortcuts import get_object_or_404

from joinedup.domain.agreements.models import Agreement, Clause, Edition, Proposal
from joinedup.domain.agreements.queries import (
    editions_visible_to,
    proposals_visible_to,
    visible_to,
)


def found(request: Any, public_id: str) -> Agreement:
    """Return the agreement of a partnership this person may open."""
    agreements = visible_to(request.user, request.today)
    return get_object_or_404(agreements, partnership__public_id=public_id)


def found_clause(request: Any, public_id: str, code: str) -> Clause:
    """Return a clause of an agreement this person may read."""
    clauses = Clause.objects.select_related(
        "agreement__partnership__area", "agreement__partnership__accountable_body"
    )
    among = visible_to(request.user, request.today).order_by().values("pk")
    return get_object_or_404(
        clauses, agreement__in=among, agreement__partnership__public_id=public_id, code=code
    )


def found_edition(request: Any, public_id: str, number: int) -> Edition:
    """Return a text that was offered to sign, by its number."""
    editions = editions_visible_to(request.user, request.today)
    return get_object_or_404(editions, agreement__partnership__public_id=public_id, number=number)


def found_proposal(request: Any, public_id: str, proposal_id: str) -> Proposal:
    """Return a member's proposed change."""
    proposals = proposals_visible_to(request.user, request.today)
    return get_object_or_404(
        proposals, agreement__partnership__public_id=public_id, public_id=proposal_id
    )
