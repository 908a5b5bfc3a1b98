"""What the pages of who should be here begin with: finding it for this person."""

from typing import Any

from django.shortcuts import get_object_or_404

from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import kept_by
from joinedup.domain.stakeholders.models import Stakeholder
from joinedup.domain.stakeholders.queries import visible_to


def kept(request: Any, public_id: str) -> Partnership:
    """Return the partnership whose map this person keeps; to all others there is no such page."""
    return get_object_or_404(kept_by(request.user, request.today), public_id=public_id)


def opened_stakeholder(request: Any, public_id: str, stakeholder_id: str) -> Stakeholder:
    """Return somebody on the map of a partnership whose record this person keeps."""
    return get_object_or_404(
        visible_to(request.user, request.today),
        partnership__public_id=public_id,
        public_id=stakeholder_id,
    )
