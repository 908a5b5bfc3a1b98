"""The sentences of a partnership's first page."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from joinedup.domain.basics.days import current, in_time, in_words
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.partnerships.kinds import LEADING, Capacity, Kind, Level, State
from joinedup.domain.partnerships.models import Membership, Partnership

BEGINNINGS = {
    State.IDEA: "An idea for a {words}partnership",
    State.PROPOSED: "A proposed {words}partnership",
    State.ACTIVE: "{article} {words}partnership",
    State.CLOSING: "A {words}partnership that is closing",
    State.CLOSED: "A {words}partnership that has closed",
    State.DECLINED: "An idea for a {words}partnership, which was declined",
}
VOWELS = "aeiou"


def what_it_is(partnership: Partnership, members: int, lead: Any, others: list[str]) -> str:
    """Return in a sentence what sort of thing it is, of how many, and who keeps its record."""
    level = partnership.level != Level.UNTOLD and partnership.get_level_display().lower()
    kind = partnership.kind != Kind.UNTOLD and partnership.get_kind_display().lower()
    words = "".join(f"{word}, " for word in (level, kind) if word)
    words = words.removesuffix(", ") + " " if words else ""
    article = "An" if words[:1] in VOWELS and words else "A"
    sentence = BEGINNINGS[State(partnership.state)].format(words=words, article=article)
    sentence += {0: ""}.get(members, f" of {members} member{'' if members == 1 else 's'}")
    if partnership.starts_on:
        sentence += f", since {in_words(partnership.starts_on)}"
    return f"{sentence}.{record_kept(lead, others)}"


def record_kept(lead: Any, others: list[str]) -> str:
    """Return who leads the record, and which hosts can follow it."""
    if not lead:
        return " Nobody leads its record."
    beside = f", and {' and '.join(others)} can follow it" if others else ""
    return f" {lead} keeps its record{beside}."


def leaders_of(members: Sequence[Membership]) -> list[tuple[str, str, str]]:
    """Return who chairs and who coordinates: capacity, person or "", and for whom."""
    return [
        (Capacity(capacity).label, holder_name(seat), membership.member_name)
        for capacity in LEADING
        for membership in members
        for seat in membership.seats.all()
        if seat.capacity == capacity
    ]


def holder_name(seat: Any) -> str:
    """Return who holds a place, or "" where it is empty."""
    return next((holder.person.name for holder in seat.holders.all()), "")


def names_of(partnership: Partnership) -> list[str]:
    """Return each other name as a line: what it was called, and until when."""
    others = in_time(partnership.other_names.exclude(folded_name=partnership.folded_name))
    return [
        f"{other.name} (until {in_words(other.to_on)})"
        if other.to_on
        else f"{other.name} ({NameSort(other.sort).label.lower()})"
        for other in others
    ]


def holder_of(seat: Any, day: date) -> str:
    """Return who holds a place on ``day``, or "" where nobody does."""
    return seat.holders.filter(current(day)).values_list("person__name", flat=True).first() or ""
