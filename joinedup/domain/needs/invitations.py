"""What needs a person of those who were invited to a partnership and have not answered."""

from datetime import datetime

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.needs.needs import Need
from joinedup.domain.people.models import Person
from joinedup.domain.stakeholders.kinds import LONG_AGO
from joinedup.domain.stakeholders.queries import long_invited

FEW = 3


def invitations_need(person: Person, at: datetime) -> list[Need]:
    """Return the first invitations that nobody has answered for a month, the longest ago first."""
    return [
        Need(
            f"Ask {each.called} again, which was invited to {each.partnership.name} on "
            f"{in_words(each.moved_on)}, or say what it answered",
            each.moved_on + LONG_AGO,
            "Say what came of it",
            "stakeholder_step",
            (each.partnership.public_id, each.public_id),
        )
        for each in long_invited(person, day_of(at))[:FEW]
    ]
