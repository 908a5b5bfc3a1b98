"""The answers of members as the page lays them out, and who is still waited for."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from joinedup.domain.expectations.comparing import Compared, Said
from joinedup.domain.expectations.kinds import COLUMNS, QUESTIONS
from joinedup.domain.expectations.models import KindAnswer, KindAsking
from joinedup.domain.expectations.queries import (
    answers_by_member,
    compared,
    members_asked,
    own_memberships,
)
from joinedup.domain.figures.wording import listed
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.people.models import Person

NOBODY = "Nobody"


@dataclass(frozen=True)
class Laid:
    """One asking that is open to all: what was found, and the table behind it."""

    asking: KindAsking
    compared: Compared
    columns: list[dict[str, str]]
    rows: list[list[Any]]


def laid_out(asking: KindAsking, day: date) -> Laid | None:
    """Return what members said side by side, or None while nobody may see it."""
    found = compared(asking, day)
    if found is None:
        return None
    columns = [{"text": "Question"}, *({"text": kind.label} for kind in COLUMNS)]
    together: list[Any] = ["Taken together"]
    together += [names(said for said in found.said if said.view == kind) for kind in COLUMNS]
    return Laid(asking, found, columns, [together, *(row(name, found) for name in QUESTIONS)])


def row(name: str, found: Compared) -> list[Any]:
    """Return one question with who chose which column, in the words they chose."""
    question = QUESTIONS[name]
    cells = [
        {"text": names(s for s in found.said if s.answers[name] == kind), "note": words}
        for kind, words in zip(COLUMNS, question.says, strict=True)
    ]
    return [question.text, *cells]


def names(said: Any) -> str:
    """Return members as a cell names them."""
    each: list[Said] = list(said)
    return listed([one.member for one in each]) or NOBODY


def waited_for(asking: KindAsking, day: date) -> dict[str, list[Membership]]:
    """Return which members have answered, and which have not: never what."""
    on = asking.opened_on if asking.is_open_to_all(day) else day
    return {
        "answered": list(members_asked(asking, on, silent=False)),
        "silent": list(members_asked(asking, on, silent=True)),
    }


def own_answers(
    asking: KindAsking, person: Person, day: date
) -> list[tuple[Membership, KindAnswer | None]]:
    """Return the members ``person`` may answer for, each with its answer where there is one.

    Of an answer the page says who gave it and when, to those who speak for the same member.
    """
    if asking.is_open_to_all(day):
        return []
    theirs = list(own_memberships(asking, person, day))
    there = answers_by_member(asking, theirs)
    return [(member, there.get(member.pk)) for member in theirs]
