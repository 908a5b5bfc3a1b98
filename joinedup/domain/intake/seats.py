"""Decide who holds which place: people known by address, places kept, filled or opened."""

from dataclasses import dataclass, field

from joinedup.domain.basics.folding import folded
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.mappings.asking import LEAVE_OUT, Choice, Decisions, LeftOut, Question
from joinedup.domain.mappings.facts import SeatLine
from joinedup.domain.matching.known import Known, KnownSeat, body_at
from joinedup.domain.phrases.words import label_of

REPRESENTATIVE = "REPRESENTATIVE"
# Of these a partnership has one as a rule, so a new name may be a successor.
USUALLY_ONE = {"CHAIR", "COORDINATOR", "SECRETARY"}
KEEP, REPLACE, BESIDE = "keep", "replace", "beside"


@dataclass
class Seats:
    """All people and places of a list; each person and each place once.

    ``people`` are the names of those met so far, by reference; ``fresh`` the steps of the line at
    hand.
    """

    known: Known
    decisions: Decisions
    people: dict[str, str] = field(default_factory=dict)
    seats: set[tuple[str, str, str, str]] = field(default_factory=set)
    fresh: list[Step] = field(default_factory=list)
    filled: set[str] = field(default_factory=set)
    seated: set[tuple[str, str, str]] = field(default_factory=set)
    speaking: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)

    def seat(self, line: SeatLine, partnership: str, organisation: str, named: str) -> list[Step]:
        """Give the person of a line a place for an organisation on a partnership.

        Returns what is new in that: the person, the place, or neither.
        """
        self.fresh = []
        self._seat(line, partnership, organisation, named)
        return self.fresh

    def _seat(self, line: SeatLine, partnership: str, organisation: str, named: str) -> None:
        person = self._person(line, organisation)
        if not person:
            return
        capacity = line.capacity or REPRESENTATIVE
        there = self.known.seats.get((partnership, organisation), ())
        held = [
            seat for seat in there if seat.person == person and line.capacity in ("", seat.capacity)
        ]
        place = (partnership, organisation, held[0].capacity if held else capacity, person)
        if place in self.seats or (not line.capacity and (*place[:2], person) in self.seated):
            return
        self.seated.add((*place[:2], person))
        values = {
            "partnership": partnership,
            "organisation": body_at(organisation),
            "capacity": place[2],
            "person": person,
        }
        if organisation != body_at(organisation):
            values["unit"] = self.units[organisation]
        label = f"{line.person}, {label_of('capacity', place[2]).lower()} on {named}"
        step: Step | None
        if held:
            step = Step("seats", Outcome.UNCHANGED, held[0].key, line.row, label, values)
        else:
            step = self._open_or_fill(line, there, label, values, named)
        if step:
            self.seats.add(place)
            self.fresh.append(step)

    def _open_or_fill(
        self,
        line: SeatLine,
        there: tuple[KnownSeat, ...],
        label: str,
        values: dict[str, str],
        named: str,
    ) -> Step | None:
        """Return the step that gives a person a place: a vacant one, a successor's or a new one."""
        alike = [seat for seat in there if seat.capacity == values["capacity"]]
        empty = (seat for seat in alike if not seat.person and seat.key not in self.filled)
        if vacant := next(empty, None):
            self.filled.add(vacant.key)
            return Step("seats", Outcome.UPDATED, vacant.key, line.row, label, values)
        held = next((seat for seat in alike if seat.person), None)
        if held and values["capacity"] in USUALLY_ONE:
            answer = self._ask_successor(line, held, named)
            if answer == REPLACE:
                before = {"person": held.person_name}
                return Step("seats", Outcome.UPDATED, held.key, line.row, label, values, before)
            if answer != BESIDE:
                return None
        ref = "new:" + "|".join(values.values())
        return Step("seats", Outcome.CREATED, ref, line.row, label, values)

    def _ask_successor(self, line: SeatLine, held: KnownSeat, named: str) -> str:
        word = label_of("capacity", held.capacity).lower()
        return self._ask(
            f"successor:{held.key}:{folded(line.person).replace(' ', '-')}",
            line,
            f"the {word} of {named} is {held.person_name} in the register "
            f"and {line.person} in this file. Which is right?",
            (
                Choice(REPLACE, f"{line.person} has taken over"),
                Choice(KEEP, f"It is still {held.person_name}"),
                Choice(BESIDE, "Both"),
            ),
        )

    def _person(self, line: SeatLine, organisation: str) -> str:
        """Return who is meant: by address, or by name for the organisation."""
        body = body_at(organisation)
        if line.email:
            ref = self._person_at(line)
            self.speaking.setdefault((body, folded(line.person)), set()).add(ref)
            return ref
        place = (body, folded(line.person))
        known = self.known.people_speaking.get(place, set()) | self.speaking.get(place, set())
        if len(known) == 1:
            return self._keep(next(iter(known)), Outcome.UNCHANGED, line)
        return self._keep(f"new:{body}:{folded(line.person)}", Outcome.CREATED, line)

    def _person_at(self, line: SeatLine) -> str:
        address = line.email.casefold()
        known = self.known.person_at.get(address)
        name = known.name if known else self.people.get(f"new:{address}", line.person)
        if not same_person(name, line.person, line.email):
            answer = self._ask(
                f"person:{address}:{folded(line.person).replace(' ', '-')}",
                line,
                f"{line.email} is {name}’s address, but this row says {line.person}. "
                "Are they the same person?",
                (
                    Choice("same", f"Yes, keep the name {name}"),
                    Choice(LEAVE_OUT, f"No, leave {line.person} out until we have an address"),
                ),
            )
            if answer != "same":
                if answer == LEAVE_OUT:
                    why = "The address belongs to somebody else."
                    self.left_out.append(LeftOut(line.row, line.column, line.person, why))
                return ""
        if known:
            return self._keep(known.key, Outcome.UNCHANGED, line)
        return self._keep(f"new:{address}", Outcome.CREATED, line)

    def _keep(self, ref: str, outcome: Outcome, line: SeatLine) -> str:
        if ref not in self.people:
            values = {"name": line.person, "email": line.email}
            self.people[ref] = line.person
            self.fresh.append(Step("people", outcome, ref, line.row, line.person, values))
        return ref

    def _ask(self, key: str, line: SeatLine, sentence: str, choices: tuple[Choice, ...]) -> str:
        answer = self.decisions.get(key, "")
        if answer in {choice.value for choice in choices}:
            return answer
        if key not in self.questions:
            sentence = f"Row {line.row}: {sentence}"
            self.questions[key] = Question(
                key, line.row, line.column, sentence, choices, (line.row,)
            )
        return ""


def same_person(known: str, named: str, email: str) -> bool:
    """Say whether two names can be one person's: the same words, or fewer of them."""
    one, other = set(folded(known).split()), set(folded(named).split())
    return one <= other or other <= one or email.casefold() in (known.casefold(), named.casefold())
