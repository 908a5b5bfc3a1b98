from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import NamesRequest, Review


def why_not_give_names(request: NamesRequest) -> str | None:
    """Return why nobody can be named with this link now, or None."""
    if request.answered_at is not None:
        return "Names have already been given with this link. It works once."
    if request.review.round.state not in (RoundState.DRAFT, RoundState.OPEN):
        return "This round has closed."
    return None


def why_not_ask_for_names(review: Review, email: str) -> str | None:
    """Return why no link goes to this address now, or None."""
    waiting = NamesRequest.objects.filter(review=review, answered_at__isnull=True)
    if waiting.filter(email__iexact=email.strip()).exists():
        return f"A link went to {email.strip()} already, and waits for its answer."
    return None
