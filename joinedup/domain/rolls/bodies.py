"""Plan a list of organisations: each found by a number or name, or entered with all it tells."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from joinedup.domain.basics.folding import folded
from joinedup.domain.intake.plan import Plan
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.mappings.asking import LEAVE_OUT, Choice, Decisions, LeftOut, Question
from joinedup.domain.mappings.cells import Cells
from joinedup.domain.mappings.facts import BodyLine, Named
from joinedup.domain.mappings.mapping import Mapping
from joinedup.domain.matching.bodies import AS, Bodies
from joinedup.domain.matching.known import OURS, Known, KnownOrganisation
from joinedup.domain.phrases.words import label_of
from joinedup.domain.rolls.reading import BodyReader
from joinedup.domain.spreadsheets.table import Table

FACTS = ("sector", "website", "contact", "from_on", "to_on")
PART = "PART"
ON_ITS_PAGE = "The directory has it otherwise. Change it on the organisation’s page."
NOT_OF_WHAT = "The list does not say which organisation it is a part of."


class BodyPlanner:
    """Plans one list of organisations."""

    def __init__(self, table: Table, mapping: Mapping, known: Known, decisions: Decisions) -> None:
        self.table, self.known, self.decisions = table, known, decisions
        self.cells = Cells(table, decisions, mapping)
        self.questions: dict[str, Question] = {}
        self.left_out: list[LeftOut] = []
        self.lines = list(BodyReader(self.cells, mapping).lines())
        self.named = {line.row: self.as_named(line) for line in self.lines}
        self.bodies = Bodies(filter(None, self.named.values()), known, decisions)
        self.steps: dict[str, Step] = {}
        self.successions: dict[str, Step] = {}
        self.taken: dict[tuple[str, str], int] = {}
        self.by_word: dict[str, set[str]] = {}

    def plan(self) -> Plan:
        """Return the plan of the whole list."""
        told: dict[str, list[BodyLine]] = defaultdict(list)
        for line in self.lines:
            for ref in self.refs_of(line):
                told[ref].append(line)
        for ref, lines in told.items():
            self.steps[ref] = self.step(ref, lines)
        self.by_word = self.words_of_all(told)
        for ref, lines in told.items():
            for line in lines:
                self.succeed(ref, line)
                self.form(ref, line)
        cells, bodies = self.cells, self.bodies
        questions = [*cells.questions, *bodies.questions, *self.questions.values()]
        return Plan(
            rows=len(self.table.rows),
            steps=(*self.steps.values(), *self.successions.values()),
            problems=tuple(cells.problems),
            questions=tuple(sorted(questions, key=lambda question: question.row)),
            left_out=(*cells.left_out, *bodies.left_out, *self.left_out),
            notes=(*self.table.notes, *cells.notes, *bodies.notes),
        )

    def refs_of(self, line: BodyLine) -> tuple[str, ...]:
        """Return the organisation a row means: one, or none while that is open or left out."""
        named = self.named[line.row]
        return self.bodies.refs_of(named)[:1] if named else ()

    def as_named(self, line: BodyLine) -> Named | None:
        """Return a row's organisation with the number that tells it best: a known one."""
        known = [number for number in line.numbers if number in self.known.identified]
        owners = {self.known.identified[number].key: number for number in known}
        number = next(iter(known or line.numbers), None)
        if line.number in self.known.organisation:
            number = (OURS, line.number)
        elif len(owners) > 1:
            answer = self.ask_which(line, [self.known.organisation[key] for key in owners])
            if answer in ("", LEAVE_OUT):
                return None
            number = owners[answer.removeprefix(AS)]
        sector = line.values.get("sector", "")
        return Named(line.name, line.row, line.column, number, sector)

    def ask_which(self, line: BodyLine, owners: list[KnownOrganisation]) -> str:
        """Ask which organisation a row means whose numbers are those of several."""
        names = " and ".join(owner.name for owner in owners)
        return self.ask(
            f"numbers:{folded(line.name).replace(' ', '-')}:{line.row}",
            line,
            f"the numbers of “{line.name}” are those of {names}. Which is meant?",
            [(owner.key, owner.name) for owner in owners],
        )

    def ask(self, key: str, line: BodyLine, sentence: str, choices: list[tuple[str, str]]) -> str:
        """Return the answer to a question about a row, or keep it open."""
        offered = (
            *(Choice(AS + ref, name) for ref, name in choices),
            Choice(LEAVE_OUT, "Leave it out"),
        )
        answer = self.decisions.get(key, "")
        if answer in {choice.value for choice in offered}:
            return answer
        whole = f"Row {line.row}: {sentence}"
        self.questions[key] = Question(key, line.row, line.column, whole, offered, (line.row,))
        return ""

    def step(self, ref: str, lines: list[BodyLine]) -> Step:
        """Return what becomes of one organisation: entered, told more of, or as it was."""
        known, row = self.known.organisation.get(ref), lines[0].row
        facts = {name: v for name in FACTS if (v := first(lines, name))}
        name = known.name if known else self.bodies.name_of(ref)
        there = {folded(other) for other in (name, *(known.other_names if known else ()))}
        former = {folded(n): (n, until) for line in lines for n, until in line.former_names}
        others = {folded(n): n for line in lines for n in (line.name, *line.other_names)}
        values: dict[str, Any] = {
            "former_names": tuple(pair for fold, pair in former.items() if fold not in there),
            "other_names": tuple(
                n for fold, n in others.items() if fold not in there | former.keys()
            ),
            "identifiers": self.new_numbers(known, lines),
        }
        if known is None:
            values |= {"name": name, "sector": ""} | facts
            return Step("organisations", Outcome.CREATED, ref, row, name, values)
        values |= {n: v for n, v in facts.items() if not getattr(known, n)}
        changed = {name: value for name, value in values.items() if value}
        outcome = Outcome.UPDATED if changed else Outcome.UNCHANGED
        before = dict.fromkeys(name for name in FACTS if name in changed)
        return Step("organisations", outcome, ref, row, known.name, changed, before)

    def new_numbers(
        self, known: KnownOrganisation | None, lines: list[BodyLine]
    ) -> tuple[tuple[str, str], ...]:
        """Return the numbers that rows add; one that is another's stays with it."""
        added = []
        for line in lines:
            for number in line.numbers:
                owner = self.known.identified.get(number)
                if owner is None and self.taken.setdefault(number, line.row) == line.row:
                    added.append(number)
                elif owner is None or (known is not None and owner.key != known.key):
                    whose = owner.name if owner else f"the organisation in row {self.taken[number]}"
                    self.leave(line, "-".join(number), f"This number is that of {whose}.")
        return tuple(dict.fromkeys(added))

    def words_of_all(self, told: dict[str, list[BodyLine]]) -> dict[str, set[str]]:
        """Return the organisations of the list by the words and codes that can mean them."""
        found: dict[str, set[str]] = defaultdict(set)
        for ref, lines in told.items():
            for line in lines:
                for word in (line.name, *line.other_names, *(value for _, value in line.numbers)):
                    found[folded(word)].add(ref)
        return found

    def succeed(self, ref: str, line: BodyLine) -> None:
        """Plan what replaced an organisation, by the codes or names of its row."""
        for word in line.replaced_by:
            successor = self.successor(line, word)
            if successor in ("", ref) or f"{successor}|{ref}" in self.successions:
                continue
            pair = f"{ref}|{successor}"
            sort = "SPLIT" if len(line.replaced_by) > 1 else "REPLACED"
            values: dict[str, Any] = {"predecessor": ref, "successor": successor, "sort": sort}
            values["on"] = line.values.get("to_on")
            there = (ref, successor) in self.known.successions
            outcome = Outcome.UNCHANGED if there else Outcome.CREATED
            label = f"{self.name(successor)} came after {self.name(ref)}"
            self.successions[pair] = Step("successions", outcome, pair, line.row, label, values)

    def form(self, ref: str, line: BodyLine) -> None:
        """Say what sort of body a new one is, and of which it is a part."""
        known, sort = self.known.organisation.get(ref), PART if line.part_of else line.form
        whose = self.meant(line, line.part_of, "part", "is a part of") if line.part_of else ""
        if known is None and (whose if sort == PART else sort):
            self.steps[ref].values["form"] = sort
            if whose:
                self.steps[ref].values["part_of"] = whose
        elif known is None and line.form == PART:
            self.leave(line, label_of("form", PART), NOT_OF_WHAT)
        elif known and sort and (sort, whose) != (known.form, known.part_of):
            self.leave(line, line.part_of or label_of("form", sort), ON_ITS_PAGE)

    def successor(self, line: BodyLine, word: str) -> str:
        """Return the one organisation that came after that of a row."""
        return self.meant(line, word, "successor", "was replaced by")

    def meant(self, line: BodyLine, word: str, key: str, what: str) -> str:
        """Return the one organisation that a word or code means; several are asked."""
        refs = {ref: self.name(ref) for ref in sorted(self.by_word.get(folded(word), ()))}
        if not refs:
            bearers = self.known.organisations_named.get(folded(word), ())
            refs = {one.key: one.name for one in (*bearers, *self.numbered(word))}
        if len(refs) == 1:
            return next(iter(refs))
        if not refs:
            why = "No organisation of this name or number is in the list or the directory."
            self.leave(line, word, why)
            return ""
        key = f"{key}:{folded(line.name).replace(' ', '-')}:{folded(word).replace(' ', '-')}"
        sentence = f"“{line.name}” {what} “{word}”. Which organisation is that?"
        answer = self.ask(key, line, sentence, list(refs.items()))
        return "" if answer == LEAVE_OUT else answer.removeprefix(AS)

    def numbered(self, word: str) -> Iterator[KnownOrganisation]:
        """Yield the known organisations that bear a number, of whatever register."""
        for (_, value), known in self.known.identified.items():
            if value == word.upper():
                yield known

    def name(self, ref: str) -> str:
        """Return the name of an organisation, known or new."""
        return self.bodies.name_of(ref)

    def leave(self, line: BodyLine, text: str, why: str) -> None:
        """Leave words of a row out."""
        self.left_out.append(LeftOut(line.row, line.column, text, why))


def first(lines: list[BodyLine], name: str) -> Any:
    """Return the first value that rows tell of a fact."""
    return next((line.values[name] for line in lines if name in line.values), None)
