"""What a member puts in as a file tells of it, before it is there."""

from collections.abc import Mapping
from typing import Any

from joinedup.domain.contributions.models import Contribution


def contribution_of(
    key: int, public_id: str, membership: int, told: Mapping[str, Any]
) -> Contribution:
    """Return the new line that a file tells of."""
    return Contribution(
        pk=key,
        public_id=public_id,
        membership_id=membership,
        year=told["year"],
        sort=told["sort"],
        words=told["words"],
        amount=told["amount"],
    )
