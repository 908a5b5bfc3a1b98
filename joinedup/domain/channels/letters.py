"""The words of the mail that tells somebody what was entered for them."""

from joinedup.domain.channels.kinds import WAY_IN_A_MAIL, Way
from joinedup.domain.notices.wording import letter
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Ticket


def entered_letter(ticket: Ticket, way: Way, by: Person) -> tuple[str, str]:
    """Return the mail that says who entered somebody's answers and how; never what they were."""
    return letter("answers_entered", ticket=ticket, how=WAY_IN_A_MAIL[way], by=by)
