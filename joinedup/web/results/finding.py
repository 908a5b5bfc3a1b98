"""What every page of one result begins with: finding it for this person."""

from typing import Any

from django.shortcuts import get_object_or_404

from joinedup.domain.results.queries import results_visible_to
from joinedup.domain.reviews.models import Review


def found(request: Any, public_id: str) -> Review:
    """Return the result when this person may read it; foreign and missing look the same."""
    return get_object_or_404(results_visible_to(request.user, request.now), public_id=public_id)
