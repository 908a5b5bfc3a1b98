"""What needs a person so that an agreement is signed: texts to sign, and refusals to settle."""

from collections.abc import Iterator
from datetime import date

from joinedup.domain.figures.wording import shortened
from joinedup.domain.needs.needs import Need
from joinedup.domain.people.models import Person
from joinedup.domain.signoffs.watching import refusals_to_settle, waiting_for

FEW = 5
# As much of the reasons as tells them apart; all of them stand on the page of signatures.
LONG = 100


def signing_need(person: Person, day: date) -> list[Need]:
    """Return the texts that wait for ``person``, and who will not sign what they keep."""
    return [*_to_sign(person, day), *_to_settle(person, day)]


def _to_sign(person: Person, day: date) -> Iterator[Need]:
    for member in waiting_for(person, day)[:FEW]:
        yield Need(
            f"Sign the agreement of {member.partnership.name} for {member.member_name}, "
            "or say why not",
            None,
            "Read it",
            "sign",
            (member.partnership.public_id, member.edition_id, member.public_id),
        )


def _to_settle(person: Person, day: date) -> Iterator[Need]:
    for member in refusals_to_settle(person, day)[:FEW]:
        yield Need(
            f"{member.member_name} will not sign the agreement of {member.partnership.name}: "
            f"{shortened(member.reasons, LONG)}",
            None,
            "See what would help",
            "signing",
            (member.partnership.public_id,),
        )
