"""What needs a person so that members know what kind of partnership they are in."""

from collections.abc import Iterator
from datetime import date

from joinedup.domain.expectations.queries import (
    asked_again_by,
    askings_to_answer,
    askings_to_repeat,
    askings_to_settle,
)
from joinedup.domain.needs.needs import Need
from joinedup.domain.people.models import Person

FEW = 3


def kinds_need(person: Person, day: date) -> list[Need]:
    """Return what ``person`` is to answer, to settle and to ask again: never an answer."""
    return [*_to_answer(person, day), *_to_settle(person, day), *_to_repeat(person, day)]


def _to_answer(person: Person, day: date) -> Iterator[Need]:
    for asking, member in askings_to_answer(person, day, FEW):
        name = asking.partnership.name
        yield Need(
            f"Say for {member.member_name} what kind of partnership {name} is, about 3 minutes",
            asking.closes_on,
            "Answer",
            "kind_answer",
            (asking.partnership.public_id, asking.public_id, member.public_id),
        )


def _to_settle(person: Person, day: date) -> Iterator[Need]:
    for asking in askings_to_settle(person, day)[:FEW]:
        where = asking.partnership
        text = f"Write down how the members of {where.name} deal with seeing it differently"
        yield Need(text, None, "Look", "partnership_kind", (where.public_id,))


def _to_repeat(person: Person, day: date) -> Iterator[Need]:
    for asking in askings_to_repeat(person, day)[:FEW]:
        where = asking.partnership
        text = f"Ask the members of {where.name} again what kind of partnership it is"
        yield Need(text, asked_again_by(asking), "Ask", "partnership_kind", (where.public_id,))
