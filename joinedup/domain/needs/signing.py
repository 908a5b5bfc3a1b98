"""What needs a person so that an agreement is signed: the texts that wait for them."""

from datetime import date

from joinedup.domain.needs.needs import Need
from joinedup.domain.people.models import Person
from joinedup.domain.signoffs.watching import waiting_for

FEW = 5


def signing_need(person: Person, day: date) -> list[Need]:
    """Return the agreements that wait for the signature of ``person``, in one query."""
    return [
        Need(
            f"Sign the agreement of {member.partnership.name} for {member.member_name}, "
            "or say why not",
            None,
            "Read it",
            "sign",
            (member.partnership.public_id, member.edition_id, member.public_id),
        )
        for member in waiting_for(person, day)[:FEW]
    ]
