"""Which column feeds which field, as data that can be kept in a file beside the list."""

import tomllib
from collections.abc import Iterable
from collections.abc import Mapping as Entries
from dataclasses import dataclass, field
from typing import Any

from joinedup.domain.basics.folding import folded
from joinedup.domain.fields.kinds import FIELDS
from joinedup.domain.phrases.words import WORDS, code_of
from joinedup.domain.spreadsheets.table import Table

MEMBERSHIPS = "memberships"
PARTNERSHIPS = "partnerships"
ORGANISATIONS = "organisations"
PEOPLE = "people"
KINDS = {
    MEMBERSHIPS: "One row for each member of each partnership",
    PARTNERSHIPS: "One row for each partnership, with its members in one cell",
    ORGANISATIONS: "One row for each organisation, with its numbers and names",
    PEOPLE: "One row for each person, with how to reach them and where they sit",
}
# What each row must name, by the kind of list.
NAMED = {
    MEMBERSHIPS: ("partnership", "the name of the partnership"),
    PARTNERSHIPS: ("partnership", "the name of the partnership"),
    ORGANISATIONS: ("organisation", "the name of the organisation"),
    PEOPLE: ("person", "the person’s name"),
}
OPTIONS = {"name_suffix", "default", "for", "separator"}
# For whom a person speaks: the row's member, the lead host, or the body in brackets after the name.
MEMBER, HOST, BRACKETS = "member", "lead host", "brackets"
SPEAKING = (MEMBER, HOST, BRACKETS)


@dataclass(frozen=True)
class Part:
    """The columns that tell of one thing, and what holds where they are silent."""

    columns: Entries[str, str] = field(default_factory=dict)
    default: Entries[str, str] = field(default_factory=dict)
    name_suffix: str = ""
    speaks_for: str = MEMBER
    separator: str = ""


@dataclass(frozen=True)
class Mapping:
    """How one list is to be read."""

    kind: str
    partnership: Part = field(default_factory=Part)
    members: tuple[Part, ...] = ()
    seats: tuple[Part, ...] = ()
    separator: str = ""
    month_first: bool | None = None
    rename: Entries[str, str] = field(default_factory=dict)
    words: Entries[str, Entries[str, str]] = field(default_factory=dict)
    recognise: tuple[str, ...] = ()
    title: str = ""
    organisation: Part = field(default_factory=Part)
    person: Part = field(default_factory=Part)
    marks: tuple[str, ...] = ()

    def parts(self) -> Iterable[tuple[str, Part]]:
        """Yield each part with the thing it tells of."""
        yield "partnership", self.partnership
        yield "organisation", self.organisation
        yield "person", self.person
        yield from (("member", part) for part in self.members)
        yield from (("seat", part) for part in self.seats)

    def used(self) -> set[str]:
        """Return the headings that feed a field."""
        fed = {heading for _, part in self.parts() for heading in part.columns.values()}
        return fed | {*self.marks}


class UnusableMapping(Exception):
    """A mapping that cannot be used; ``problems`` are sentences that say what to mend."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(self.problems))


def read_mapping(text: str) -> Mapping:
    """Return the mapping in a TOML file; refuses with a sentence for each thing to mend."""
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise UnusableMapping([f"This mapping is not in the TOML format: {problem}."]) from None
    return mapping_of(plain)


def mapping_of(plain: dict[str, Any]) -> Mapping:
    """Return the mapping in plain data, as TOML and JSON hold it."""
    problems = list(problems_in(plain))
    if problems:
        raise UnusableMapping(problems)
    options = plain.get("options", {})
    return Mapping(
        kind=plain["kind"],
        partnership=part_of(plain.get("partnership", {})),
        organisation=part_of(plain.get("organisation", {})),
        person=part_of(plain.get("person", {})),
        members=tuple(part_of(part) for part in plain.get("member", [])),
        seats=tuple(part_of(part) for part in plain.get("seat", [])),
        separator=options.get("member_separator", ""),
        month_first=options.get("month_first"),
        rename=plain.get("rename", {}),
        words=plain.get("words", {}),
        recognise=tuple(plain.get("recognise", ())),
        title=plain.get("title", ""),
        marks=tuple(plain.get("marks", ())),
    )


def part_of(plain: dict[str, Any]) -> Part:
    """Return one part of plain data."""
    columns = {name: heading for name, heading in plain.items() if name not in OPTIONS}
    return Part(
        columns,
        plain.get("default", {}),
        plain.get("name_suffix", ""),
        plain.get("for", MEMBER),
        plain.get("separator", ""),
    )


def as_plain(mapping: Mapping) -> dict[str, Any]:
    """Return a mapping as plain data, to be kept and read again by ``mapping_of``."""
    options: dict[str, Any] = {}
    if mapping.separator:
        options["member_separator"] = mapping.separator
    if mapping.month_first is not None:
        options["month_first"] = mapping.month_first
    return {
        "kind": mapping.kind,
        "title": mapping.title,
        "recognise": list(mapping.recognise),
        "partnership": plain_part(mapping.partnership),
        "organisation": plain_part(mapping.organisation),
        "person": plain_part(mapping.person),
        "member": [plain_part(part) for part in mapping.members],
        "seat": [plain_part(part) for part in mapping.seats],
        "options": options,
        "rename": dict(mapping.rename),
        "marks": list(mapping.marks),
        "words": {name: dict(words) for name, words in mapping.words.items()},
    }


def plain_part(part: Part) -> dict[str, Any]:
    """Return one part as plain data."""
    plain: dict[str, Any] = dict(part.columns)
    if part.default:
        plain["default"] = dict(part.default)
    if part.name_suffix:
        plain["name_suffix"] = part.name_suffix
    if part.speaks_for != MEMBER:
        plain["for"] = part.speaks_for
    if part.separator:
        plain["separator"] = part.separator
    return plain


def problems_in(plain: dict[str, Any]) -> Iterable[str]:
    """Yield what is wrong with a mapping in itself, before any list is seen."""
    known = {*FIELDS, "kind", "options", "rename", "words", "marks", "recognise", "title"}
    if plain.get("kind") not in KINDS:
        kinds = ", ".join(f'"{kind}"' for kind in KINDS)
        yield f"Say kind = one of {kinds}, not “{plain.get('kind', '')}”."
    for word in plain.keys() - known:
        yield f"“{word}” is not a part of a mapping. The parts are: {', '.join(sorted(known))}."
    for thing in FIELDS:
        parts = plain.get(thing, [])
        for part in [parts] if isinstance(parts, dict) else parts:
            yield from problems_in_part(thing, part)
    yield from problems_in_words(plain.get("words", {}))
    for word in plain.get("options", {}).keys() - {"member_separator", "month_first"}:
        yield f"“{word}” is not an option. The options are member_separator and month_first."


def problems_in_words(words: dict[str, dict[str, str]]) -> Iterable[str]:
    """Yield what is wrong with the words of a list that a mapping gives codes for."""
    for name, codes in words.items():
        for code in codes.values():
            if code not in WORDS.get(name, {}):
                yield f"“{code}” is not a code of “{name}”."


def problems_in_part(thing: str, part: dict[str, Any]) -> Iterable[str]:
    """Yield what is wrong with one part: fields there are not, words we do not know."""
    fields = FIELDS[thing]
    for name, heading in part.items():
        if name not in OPTIONS | fields.keys():
            yield f"“{name}” is not a field of a {thing}. The fields are: {', '.join(fields)}."
        elif name != "default" and not isinstance(heading, str):
            yield f"“{name}” of a {thing} must be the heading of a column, in quotation marks."
    for name, word in part.get("default", {}).items():
        if name not in fields:
            yield f"“{name}” is not a field of a {thing}, so it can have no default."
        elif name in WORDS and code_of(name, str(word)) is None:
            words = ", ".join(label for label, _ in WORDS[name].values())
            yield f"“{word}” cannot be the default {name} of a {thing}. Choose one of: {words}."
    if part.get("for", MEMBER) not in SPEAKING:
        yield f"A seat can be for {', '.join(SPEAKING)}, not “{part['for']}”."


def problems_with(mapping: Mapping, table: Table) -> list[str]:
    """Return what stops this mapping from reading this list, in sentences."""
    here = {folded(column) for column in table.columns}
    missing = sorted(heading for heading in mapping.used() if folded(heading) not in here)
    problems = [
        f"There is no column headed “{heading}”. The columns are: {', '.join(table.columns)}."
        for heading in missing
    ]
    thing, what = NAMED[mapping.kind]
    is_matrix = mapping.kind == MEMBERSHIPS and bool(mapping.marks)
    if "name" not in getattr(mapping, thing).columns and not is_matrix:
        problems.append(f"Say which column holds {what}.")
    if mapping.kind == MEMBERSHIPS and not any("name" in part.columns for part in mapping.members):
        problems.append("Say which column holds the member organisation.")
    return problems
