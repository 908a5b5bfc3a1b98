"""What needs a person so that records stay right: places to fill, words to give, questions."""

from collections.abc import Iterator
from datetime import date, datetime

from joinedup.domain.basics.days import day_of
from joinedup.domain.confirmations.kinds import ASKED_BEFORE, CONFIRMED_FOR, PLACES_COUNTED
from joinedup.domain.confirmations.queries import (
    confirmations_wanted,
    first_to_confirm,
    looking_after_places,
    questions_to_answer,
)
from joinedup.domain.intervals.queries import overdue_for
from joinedup.domain.leads.queries import to_take_on
from joinedup.domain.needs.agreements import agreements_need
from joinedup.domain.needs.ideas import ideas_need
from joinedup.domain.needs.kinds_asked import kinds_need
from joinedup.domain.needs.matters import matters_need
from joinedup.domain.needs.needs import Need
from joinedup.domain.needs.promises import promises_need
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.vacancies.queries import empty_told, some_empty

FEW = 3


def records_need(person: Person, at: datetime) -> list[Need]:
    """Return what keeps the records right and waits for ``person``."""
    day = day_of(at)
    return [
        *_to_confirm(person, day),
        *kinds_need(person, day),
        *ideas_need(person, day),
        *promises_need(person, day),
        *agreements_need(person, day),
        *_places_to_confirm(person, day),
        *_to_lead(person, day),
        *_to_review(person, day),
        *_to_settle(person, day),
        *_to_fill(person, day),
        *matters_need(person, day),
    ]


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


def _places_to_confirm(person: Person, day: date) -> Iterator[Need]:
    for body in Organisation.objects.filter(pk__in=looking_after_places(person, day)):
        due = first_to_confirm(body, day, PLACES_COUNTED + 1)
        if due:
            many = len(due) if len(due) <= PLACES_COUNTED else f"more than {PLACES_COUNTED}"
            told = [since for since in due.values() if since]
            yield Need(
                f"Confirm who still sits where for {body.name}: {many} to look at",
                min(told) + CONFIRMED_FOR if told else None,
                "Confirm",
                "places_confirm",
                (body.public_id,),
            )


def _to_lead(person: Person, day: date) -> Iterator[Need]:
    for partnership in to_take_on(person, day)[:FEW]:
        text = f"Take on the record of {partnership.name}, which nobody leads, or find who will"
        yield Need(text, None, "Look", "partnership_lead", (partnership.public_id,))


def _to_review(person: Person, day: date) -> Iterator[Need]:
    for partnership in overdue_for(person, day)[:FEW]:
        text = f"Review {partnership.name}, or say when it is reviewed next"
        where = (partnership.public_id,)
        yield Need(text, partnership.next_review_on, "Look", "partnership_reviews", where)


def _to_settle(person: Person, day: date) -> Iterator[Need]:
    for challenge in questions_to_answer(person, day)[:FEW]:
        partnership = challenge.partnership
        yield Need(
            f"Answer the question of {challenge.membership.member_name} about {partnership.name}",
            None,
            "Answer",
            "question_answer",
            (partnership.public_id, challenge.public_id),
        )


def _to_fill(person: Person, day: date) -> Iterator[Need]:
    vacant = some_empty(person, day, FEW + 1)
    for seat in vacant[:FEW]:
        membership = seat.membership
        yield Need(
            f"Find somebody for the place of {membership.member_name} on "
            f"{membership.partnership.name}: nobody {empty_told(seat, day)}",
            None,
            "Say who",
            "place_fill",
            (membership.partnership.public_id, seat.public_id),
        )
    if len(vacant) > FEW:
        yield Need("Fill the other empty places", None, "See them all", "vacancies", ())
