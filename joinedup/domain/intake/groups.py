"""Gather the rows of each partnership, decide which known one it is, and what its rows agree on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from joinedup.domain.basics.folding import folded
from joinedup.domain.fields.kinds import FIELDS
from joinedup.domain.intake.aside import Aside
from joinedup.domain.mappings.asking import (
    LEAVE_OUT,
    NEW,
    Asked,
    Choice,
    Decisions,
    LeftOut,
    Question,
    in_rows,
)
from joinedup.domain.mappings.facts import Line
from joinedup.domain.matching.bodies import AS, FILE
from joinedup.domain.matching.known import Known, KnownPartnership
from joinedup.domain.matching.lookalikes import LookAlikes
from joinedup.domain.phrases.values import in_words
from joinedup.domain.phrases.words import WORDS, label_of


@dataclass
class Group:
    """The rows of one partnership, and the known one it is, if any.

    What its rows tell is put aside and fetched when its turn comes. ``number`` is our own number
    of it, ``area_code`` the code of its area, ``reference`` the one its rows enter it under: each
    where a row tells it, of the first that does.
    """

    name: str
    column: str
    aside: Aside
    places: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    number: str = ""
    area_code: str = ""
    reference: str = ""
    known: KnownPartnership | None = None
    is_left_out: bool = False
    aliases: list[str] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Take in what one more row tells."""
        self.places.append(self.aside.put(line))
        self.rows.append(line.row)
        self.number = self.number or line.number
        self.area_code = self.area_code or (line.area[0] if line.area else "")
        self.reference = self.reference or line.values.get("reference", "")

    def take_in(self, other: "Group") -> None:
        """Take in the rows of another name of the same partnership."""
        self.places += other.places
        self.rows += other.rows
        self.aliases += other.aliases
        self.number = self.number or other.number
        self.area_code = self.area_code or other.area_code
        self.reference = self.reference or other.reference

    @property
    def lines(self) -> list[Line]:
        """What its rows tell."""
        return self.aside.all_at(self.places)

    @property
    def ref(self) -> str:
        """The key of the known partnership, or a reference to the new one."""
        return self.known.key if self.known else f"new:{folded(self.name)}"

    @property
    def slug(self) -> str:
        """The name as it stands in the identifiers of questions."""
        return folded(self.name).replace(" ", "-")


class Gathering:
    """The rows of each name together, in the order of the list.

    Two partnerships may bear one name: rows with a number we know are told apart by that.
    """

    def __init__(self, known: Known) -> None:
        self.known, self.aside = known, Aside()
        self.groups: dict[str, Group] = {}

    def gather(self, line: Line) -> None:
        """Take in what one row tells."""
        by_number = f"number {line.number}" if line.number in self.known.partnership else ""
        key = by_number or folded(line.name)
        if key not in self.groups:
            self.groups[key] = Group(line.name, line.column, self.aside)
        self.groups[key].add(line)


class Groups:
    """All partnerships of a list, each resolved once."""

    def __init__(self, gathering: Gathering, decisions: Decisions) -> None:
        known = gathering.known
        self.known, self.decisions = known, decisions
        self._asked: dict[str, Asked] = {}
        self.left_out: list[LeftOut] = []
        self.notes: list[str] = []
        self._known_alike, self._alike = LookAlikes(), LookAlikes()
        for partnership in known.partnerships:
            for name in (partnership.name, *partnership.other_names):
                self._known_alike.add(partnership.key, name)
        self._all = gathering.groups
        for group in self._all.values():
            self._resolve(group)
        self.groups = [group for group in merged(self._all.values()) if not group.is_left_out]

    @property
    def questions(self) -> list[Question]:
        """Return what is open, each question once with all its rows."""
        return [asked.whole() for asked in self._asked.values()]

    def agreed(
        self,
        group: Group,
        name: str,
        told: list[tuple[int, Any]],
        shown: Callable[[str], str] = str,
    ) -> Any:
        """Return the one value that rows tell of a field; where they differ, a person decides.

        ``shown`` says how a reference to a body reads.
        """
        values = list(dict.fromkeys(value for _, value in told))
        if len(values) < 2:
            return values[0] if values else None
        rows = [row for row, _ in told]
        choices = tuple(
            Choice(str(number), shown(in_plain_words(name, value)))
            for number, value in enumerate(values, start=1)
        )
        answer = self.ask(
            f"differs:{group.slug}:{name}",
            group,
            rows,
            f"the rows of “{group.name}” differ in {label_for(name)}. Which is right?",
            (*choices, Choice(LEAVE_OUT, "Leave it as not told")),
        )
        return values[int(answer) - 1] if answer and answer.isdigit() else None

    def ask(
        self,
        key: str,
        group: Group,
        rows: Sequence[int],
        sentence: str,
        choices: tuple[Choice, ...],
    ) -> str:
        """Return the answer to a question about a partnership, or keep it open."""
        answer = self.decisions.get(key, "")
        if answer in {choice.value for choice in choices}:
            return answer
        asked = self._asked.setdefault(key, Asked(key, group.column, sentence, choices))
        asked.rows.extend(rows)
        return ""

    def _resolve(self, group: Group) -> None:
        if known := self.known.partnership.get(group.number):
            self._know_by_number(group, known)
            return
        if group.reference and (known := self.known.referenced.get(group.reference)):
            group.known = known
            return
        bearers = self.known.partnerships_named.get(folded(group.name), [])
        here = [known for known in bearers if not places_differ(known, group)]
        if len(here) == 1:
            self._know(group, here[0])
        else:
            choices = [(one.key, in_place(one)) for one in here or bearers]
            self._ask_which(group, choices or self._alike_to(group))
        self._alike.add(folded(group.name), group.name)

    def _know_by_number(self, group: Group, known: KnownPartnership) -> None:
        group.known = known
        if folded(known.name) != folded(group.name):
            self.notes.append(
                f"{in_rows(tuple(group.rows))}: “{group.name}” is {known.name} by its number. "
                "A new name is given on its own page."
            )

    def _know(self, group: Group, known: KnownPartnership) -> None:
        group.known = known
        if folded(known.name) != folded(group.name):
            self.notes.append(
                f"{in_rows(tuple(group.rows))}: “{group.name}” is another name of {known.name}."
            )

    def _alike_to(self, group: Group) -> list[tuple[str, str]]:
        found = [
            (ref, name)
            for ref, name in self._known_alike.like(group.name)
            if not places_differ(self.known.partnership[ref], group)
        ]
        for fold, name in self._alike.mistyped(group.name):
            other = self._all[fold]
            if not (group.area_code and other.area_code):
                found.append((FILE + fold, name))
        return found

    def _ask_which(self, group: Group, choices: list[tuple[str, str]]) -> None:
        if not choices:
            return
        one = f"is “{group.name}” the same partnership as “{choices[0][1]}”?"
        answer = self.ask(
            f"partnership:{group.slug}",
            group,
            group.rows,
            one if len(choices) == 1 else f"which partnership is “{group.name}”?",
            (
                *(Choice(AS + ref, name) for ref, name in choices),
                Choice(NEW, f"Enter “{group.name}” as a partnership of its own"),
                Choice(LEAVE_OUT, "Leave it out"),
            ),
        )
        if answer == LEAVE_OUT:
            group.is_left_out = True
            self.left_out += [
                LeftOut(line.row, line.column, group.name, "You left it out.")
                for line in group.lines
            ]
        elif answer.startswith(AS):
            self._take_as(group, answer.removeprefix(AS))

    def _take_as(self, group: Group, ref: str) -> None:
        group.aliases.append(group.name)
        if ref.startswith(FILE):
            other = self._all[ref.removeprefix(FILE)]
            group.known, group.name = other.known, other.name
        else:
            group.known = self.known.partnership[ref]


def merged(groups: Iterable[Group]) -> list[Group]:
    """Return one group for each partnership, where several names turned out to mean one."""
    found: dict[str, Group] = {}
    for group in groups:
        other = found.setdefault(group.ref, group)
        if other is not group:
            other.take_in(group)
    return list(found.values())


def in_place(known: KnownPartnership) -> str:
    """Return a known partnership as it is told apart from others of its name."""
    return f"{known.name} ({known.area_code})" if known.area_code else known.name


def places_differ(known: KnownPartnership, group: Group) -> bool:
    """Say whether a list puts a partnership in another place than the register does."""
    return bool(known.area_code and group.area_code and known.area_code != group.area_code)


def label_for(name: str) -> str:
    """Return what a field is called in a sentence."""
    label = FIELDS["partnership"].get("area_name" if name == "area" else name, name)
    return f"{label[:1].lower()}{label[1:]}"


def in_plain_words(name: str, value: Any) -> str:
    """Return a value as a person reads it."""
    if isinstance(value, date):
        return in_words(value)
    if name == "area":
        return f"{value[1]} ({value[0]})"
    if isinstance(value, Decimal):
        return f"£{value:,.2f}"
    if isinstance(value, bool):
        value = "INTERNAL" if value else "EXTERNAL"
    if name in WORDS:
        return label_of(name, str(value))
    return {"YES": "Yes", "NO": "No"}.get(str(value), str(value))
