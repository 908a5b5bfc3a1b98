"""What needs a person so that records stay right: places to fill, words to give, questions."""

from collections.abc import Iterator
from datetime import date, datetime

from joinedup.domain.basics.days import day_of
from joinedup.domain.confirmations.kinds import ASKED_BEFORE
from joinedup.domain.confirmations.queries import confirmations_wanted, open_challenges
from joinedup.domain.partnerships.queries import kept_by, last_held, vacancies_for
from joinedup.domain.people.models import Person
from joinedup.domain.reporting.needs import Need

FEW = 3


def records_need(person: Person, at: datetime) -> list[Need]:
    """Return what keeps the records right and waits for ``person``, the soonest first."""
    day = day_of(at)
    found = [*_to_confirm(person, day), *_to_settle(person, day), *_to_fill(person, day)]
    return sorted(found, key=lambda need: (need.due_on is None, need.due_on or day))


def _to_confirm(person: Person, day: date) -> Iterator[Need]:
    for membership, due_on in confirmations_wanted(person, day):
        if due_on is not None and due_on - ASKED_BEFORE > day:
            continue
        name = membership.partnership.name
        yield Need(
            f"Say for {membership.member_name} whether the record of {name} is right",
            due_on,
            "Check it",
            "record_confirm",
            (membership.partnership.public_id,),
        )


def _to_settle(person: Person, day: date) -> Iterator[Need]:
    for challenge in open_challenges(kept_by(person, day))[:FEW]:
        partnership = challenge.partnership
        yield Need(
            f"Answer the question of {challenge.membership.member_name} about {partnership.name}",
            None,
            "Answer",
            "question_answer",
            (partnership.public_id, challenge.public_id),
        )


def _to_fill(person: Person, day: date) -> Iterator[Need]:
    vacant = list(vacancies_for(person, day)[: FEW + 1])
    for seat in vacant[:FEW]:
        membership = seat.membership
        yield Need(
            f"Find somebody for the place of {membership.member_name} on "
            f"{membership.partnership.name}: {empty_told(last_held(seat), day)}",
            None,
            "Say who",
            "place_fill",
            (membership.partnership.public_id, seat.public_id),
        )
    if len(vacant) > FEW:
        yield Need("Fill the other empty places", None, "See them all", "vacancies", ())


def empty_told(last: date | None, day: date) -> str:
    """Return how long a place has been empty, whose last holder left with ``last``."""
    if last is None:
        return "nobody has held it yet"
    days = (day - last).days
    return f"empty for {days} day{'' if days == 1 else 's'}"
