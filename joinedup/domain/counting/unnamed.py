"""What was sent in an anonymous round, as counting takes it, out of the boxes it lay in."""

from collections.abc import Iterable

from joinedup.domain.ballots.actions import empty_boxes
from joinedup.domain.counting.heard import Heard
from joinedup.domain.reviews.models import Review
from joinedup.domain.scoring.sheets import Sheet


def heard_unnamed(reviews: Iterable[Review]) -> dict[int, tuple[int, list[Heard]]]:
    """Empty the boxes; return for each review how many sent, and what may be counted of it.

    Nobody can tell whom a sheet speaks for, so each counts for itself.
    """
    return {
        key: (
            emptied.sent,
            [
                Heard(Sheet(str(sheet), "", slip.answers), slip.group, slip.words)
                for sheet, slip in emptied.slips.items()
            ],
        )
        for key, emptied in empty_boxes(reviews).items()
    }
