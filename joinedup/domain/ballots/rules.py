from collections.abc import Mapping
from datetime import date

from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.models import Ticket
from joinedup.domain.reviews.rules import why_not_answer_on


def why_not_send_unnamed(ticket: Ticket, answers: Mapping[str, Given], today: date) -> str | None:
    """Return why these answers may not go into the box now, or None."""
    if not ticket.review.round.is_anonymous:
        return "This round is named. Answers are saved page by page and then sent."
    if reason := why_not_answer_on(ticket, today):
        return reason
    if not any(given.value is not None or given.unscored for given in answers.values()):
        return "Answer at least one statement before you send."
    return None
