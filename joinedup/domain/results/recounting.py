"""Counting a partnership whose round was opened again, after its first draft was read."""

from joinedup.domain.counting.heard import Case
from joinedup.domain.counting.sealing import headline, sealed_result
from joinedup.domain.reviews.models import Review


def set_aside(review: Review) -> None:
    """Keep what was counted first out of sight, until the round is counted anew."""
    if review.result is not None:
        overall = None if review.overall is None else float(review.overall)
        review.result = {"first": review.result, "overall": overall, "band": review.band}
    review.overall, review.band = None, ""


def count_anew(review: Review, case: Case) -> None:
    """Count a review; where only one or two have answered since its first draft, that stands.

    Who had read both could take one from the other, and would know what those few said
    (DESIGN 10.11, trust.md P2).
    """
    first = review.result
    review.result = sealed_result(case)
    review.overall, review.band = headline(review.result, case.instrument)
    if first is None:
        return
    before, now = first["first"]["response"]["sent"], review.result["response"]["sent"]
    if before >= case.fewest and 0 < now - before < case.fewest:
        review.result = first["first"] | {"late": now - before}
        review.overall, review.band = first["overall"], first["band"]
