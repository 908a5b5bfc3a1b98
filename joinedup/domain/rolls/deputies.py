"""Plan for which place each deputy of a list stands in, once all places of the list are known."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from joinedup.domain.basics.folding import folded
from joinedup.domain.fields.standing_in import NOBODY, place_in_a_line
from joinedup.domain.intake.planning import Planner
from joinedup.domain.intake.seats import Seats
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.mappings.asking import LeftOut
from joinedup.domain.mappings.facts import SeatLine
from joinedup.domain.mappings.mapping import Mapping
from joinedup.domain.matching.known import Known, KnownSeat, body_at
from joinedup.domain.phrases.values import is_told
from joinedup.domain.phrases.words import label_of
from joinedup.domain.spreadsheets.table import Table

DEPUTY = "DEPUTY"
NO_DEPUTY = "Only a deputy stands in for another place. Say that this place is a deputy’s."
NONE_SUCH = (
    "We found no place like “{told}” on this partnership that is not a deputy’s. "
    "Say whose it is, as in “Ann Lee, chair, for the Council”."
)
SEVERAL = "Several places on this partnership fit “{told}”. Say whose it is, as what and for whom."
HELD_BY_NOBODY = "Nobody holds that place, so it is not entered and cannot be stood in for."


@dataclass
class Place:
    """A place that can be stood in for: by what names it may be called."""

    capacity: str
    member: str
    names: list[str]

    def in_a_line(self) -> str:
        """Return the place as our own lists tell it."""
        return place_in_a_line(self.names[-1], self.capacity, self.member)

    def ways(self) -> Iterator[set[str]]:
        """Yield the ways to call it, the surest first: all of it, its person, its part."""
        yield {folded(place_in_a_line(name, self.capacity, self.member)) for name in self.names}
        yield {folded(name) for name in self.names}
        yield {folded(f"{self.capacity} for {self.member}")}
        yield {folded(self.capacity)}


@dataclass
class Wish:
    """A deputy’s place, and the first line that says for whom it stands in."""

    step: Step
    named: str
    line: SeatLine | None = None


@dataclass
class WatchedSeats(Seats):
    """Places of a list; whoever watches is told of each and says what goes on."""

    met: Callable[..., list[Step]] = field(default=lambda *_: [])

    def seat(self, line: SeatLine, partnership: str, organisation: str, named: str) -> list[Step]:
        """Give the person of a line a place, and let it be noted."""
        fresh = super().seat(line, partnership, organisation, named)
        return self.met(line, (partnership, organisation), named, fresh)


def tells_deputies(mapping: Mapping) -> bool:
    """Say whether a mapping reads for whom deputies stand in."""
    return any("stands_in_for" in part.columns for part in mapping.seats)


class DeputyPlanner(Planner):
    """Plans places as ever, and at the end for which of them the deputies stand in."""

    def __init__(self, table: Table, mapping: Mapping, known: Known, *rest: Any) -> None:
        super().__init__(table, mapping, known, *rest)
        self.seats = WatchedSeats(known, self.decisions, met=self.met)
        self.there: dict[str, dict[str, Place]] = defaultdict(dict)
        self.stands_in: dict[str, str] = {}
        self.wishes: dict[str, Wish] = {}
        self.deputies: dict[tuple[str, ...], str] = {}
        for (partnership, place), seats in known.seats.items():
            for seat in seats:
                self.know(partnership, place, seat)

    def know(self, partnership: str, place: str, seat: KnownSeat) -> None:
        """Note a place of the register."""
        if seat.capacity == DEPUTY:
            self.stands_in[seat.key] = seat.stands_in_for
            return
        names = [seat.person_name or NOBODY]
        part = label_of("capacity", seat.capacity)
        self.there[partnership][seat.key] = Place(part, self.member_at(place), names)

    def member_at(self, place: str) -> str:
        """Return the member at a place as our lists name it: the body, or its part."""
        body, _, part = place.partition("|")
        known = self.known.organisation.get(body)
        name = known.name if known else ""
        return f"{part}, {name}" if part else name

    def met(self, line: SeatLine, at: tuple[str, str], named: str, fresh: list[Step]) -> list[Step]:
        """Note a place of the list; new places of deputies wait until all others are known."""
        step = next((step for step in fresh if step.thing == "seats"), None)
        told = (*at, folded(line.person), line.email.casefold(), line.capacity)
        if step is None:
            if told in self.deputies:
                self.wish(self.wishes[self.deputies[told]], line)
            return fresh
        if step.values["capacity"] != DEPUTY:
            self.take_place(step, line, at)
            if is_told(line.stands_in[0]):
                self.problem(line, NO_DEPUTY)
            return fresh
        self.deputies[told] = step.ref
        self.wishes[step.ref] = Wish(step, named)
        self.wish(self.wishes[step.ref], line)
        waits = step.outcome == Outcome.CREATED
        return [one for one in fresh if one is not step] if waits else fresh

    def wish(self, wish: Wish, line: SeatLine) -> None:
        """Note for whom a deputy is said to stand in; what was said first holds."""
        if wish.line is None and is_told(line.stands_in[0]):
            wish.line = line

    def take_place(self, step: Step, line: SeatLine, at: tuple[str, str]) -> None:
        """Note a place of the list, or one of the register with who is named for it now."""
        partnership, place = at
        if step.ref in self.there[partnership]:
            self.there[partnership][step.ref].names.append(line.person)
            return
        member = self.bodies.name_of(body_at(place))
        if part := step.values.get("unit"):
            member = f"{part}, {member}"
        capacity = label_of("capacity", step.values["capacity"])
        self.there[partnership][step.ref] = Place(capacity, member, [line.person])

    def steps(self) -> Iterator[Step]:
        """Yield what becomes of each thing; deputies last, when all they may stand in for is."""
        yield from super().steps()
        for wish in self.wishes.values():
            found = self.found(wish)
            if wish.step.outcome != Outcome.CREATED:
                yield from self.changed(wish, found)
            elif found:
                place = self.there[wish.step.values["partnership"]][found].in_a_line()
                told = {"seat": found, "stands_in_for": place}
                yield replace(wish.step, values=wish.step.values | told)
            else:
                yield wish.step

    def changed(self, wish: Wish, found: str) -> Iterator[Step]:
        """Yield what becomes of a known deputy, where a line says for whom they stand in."""
        if not found:
            return
        step = wish.step
        there, was = self.there[step.values["partnership"]], self.stands_in.get(step.ref, "")
        values: dict[str, Any] = {
            name: step.values[name]
            for name in ("partnership", "organisation", "unit")
            if name in step.values
        }
        values |= {"seat": found, "stands_in_for": there[found].in_a_line()}
        before = there[was].in_a_line() if was in there else ""
        yield Step(
            "deputies",
            Outcome.UNCHANGED if was == found else Outcome.UPDATED,
            step.ref,
            step.row,
            step.label,
            values,
            {} if was == found else {"stands_in_for": before, "was": was},
        )

    def found(self, wish: Wish) -> str:
        """Return the place a deputy is said to stand in for; says what is wrong with it."""
        if wish.line is None:
            return ""
        told, column = wish.line.stands_in
        there, fold = self.there[wish.step.values["partnership"]], folded(told)
        for ways in zip(*(place.ways() for place in there.values()), strict=True):
            fitting = [ref for ref, way in zip(there, ways, strict=True) if fold in way]
            if (was := self.stands_in.get(wish.step.ref, "")) in fitting:
                return was
            if len(fitting) == 1:
                return fitting[0]
            if fitting:
                self.problem(wish.line, SEVERAL)
                return ""
        if fold.startswith(folded(NOBODY)):
            self.left_out.append(LeftOut(wish.line.row, column, told, HELD_BY_NOBODY))
        else:
            self.problem(wish.line, NONE_SUCH)
        return ""

    def problem(self, line: SeatLine, why: str) -> None:
        """Say what is wrong with whom a deputy is said to stand in for."""
        told, column = line.stands_in
        self.reading.cells.problem(line.row, column, why.format(told=told), told)
