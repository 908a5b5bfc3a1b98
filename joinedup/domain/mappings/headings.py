"""Guess a mapping from headings as councils write them, and hold it column by column."""

import tomllib
from collections.abc import Iterator
from collections.abc import Mapping as Entries
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from joinedup.domain.basics.folding import folded
from joinedup.domain.fields.kinds import FIELDS, RECORD, Telling
from joinedup.domain.mappings.mapping import (
    BRACKETS,
    HOST,
    MEMBER,
    MEMBERSHIPS,
    ORGANISATIONS,
    PARTNERSHIPS,
    PEOPLE,
    Mapping,
    Part,
    UnusableMapping,
)
from joinedup.domain.phrases.marks import Mark, read_mark
from joinedup.domain.phrases.money import read_money
from joinedup.domain.phrases.values import is_told
from joinedup.domain.phrases.words import code_of
from joinedup.domain.spreadsheets.table import Table

GUESSES = tomllib.loads((Path(__file__).parent / "headings.toml").read_text("utf-8"))["column"]
# Fields read as words of a list are guessed only where most of the words are known.
CODED = {f"partnership.{name}": name for name in RECORD if RECORD[name].telling == Telling.WORD} | {
    "seat.capacity": "capacity",
    "member.standing": "standing",
    "member.sort": "sort",
    "organisation.sector": "sector",
    "organisation.form": "form",
    "person.capacity": "capacity",
}
MONEY = {f"partnership.{name}" for name in RECORD if RECORD[name].telling == Telling.MONEY}
# What the columns of a list can tell of, by its kind.
OF_PARTNERSHIPS = ("partnership", "member", "seat", "coordinator", "chair")
# A column headed by a body or a group: a mark in a row says that the two belong together.
MARK = "matrix.mark"
MARKS = (Mark.BELONGS, Mark.BELONGS_NOT, Mark.INITIALS)
MARK_LABELS = {
    PARTNERSHIPS: "A member: a mark in its column says it belongs",
    MEMBERSHIPS: "A partnership: a mark in its column says who belongs",
}
FEWEST_MARKED = 3
# Columns of these alone answer a question about each row; they are no table of bodies.
YES_AND_NO = {"yes", "no", "y", "n", "true", "false", "1", "0"}
GROUPS = {ORGANISATIONS: ("organisation",), PEOPLE: ("person",)}
SEATED = {"coordinator": "COORDINATOR", "chair": "CHAIR", "seat": ""}
SPEAKS_FOR = {"coordinator": HOST, "chair": BRACKETS}
NUMBERS = (("chari", "GB-CHC"), ("compan", "GB-COH"), ("school", "GB-EDU"))


def guess_mapping(table: Table, kind: str = "") -> Mapping:
    """Return the mapping that the headings suggest, to be shown and corrected by a person."""
    if not kind:
        kind = guess_kind(table)
    chosen: dict[str, str] = {}
    groups = GROUPS.get(kind, OF_PARTNERSHIPS)
    for guess in GUESSES:
        group = guess["field"].partition(".")[0]
        if guess.get("kind", kind) != kind or guess["field"] in chosen or group not in groups:
            continue
        for column in table.columns:
            if column not in chosen.values() and fits(table, guess, column):
                chosen[guess["field"]] = column
                break
    choices = {column: key for key, column in chosen.items()}
    return mapping_from(kind, choices | dict.fromkeys(marked(table, kind, chosen), MARK))


def marked(table: Table, kind: str, chosen: Entries[str, str]) -> list[str]:
    """Return the columns of a table of bodies against groups, in which marks say who belongs."""
    has_row_name = {PARTNERSHIPS: "partnership.name", MEMBERSHIPS: "member.name"}.get(kind)
    in_cells = chosen.keys() & {"partnership.name", "member.name"}
    if in_cells != {has_row_name}:
        return []
    rest = [column for column in table.columns if column not in chosen.values()]
    cells = {column: told_in(table, column) for column in rest}
    found = [column for column in rest if holds_marks(cells[column])]
    words = {cell.casefold() for column in found for cell in cells[column]}
    return found if len(found) >= FEWEST_MARKED and not words <= YES_AND_NO else []


def told_in(table: Table, column: str) -> list[str]:
    """Return what the cells of a column say."""
    place = table.position(column)
    return [row.cells[place] for row in table.rows if is_told(row.cells[place])]


def holds_marks(cells: list[str]) -> bool:
    """Say whether cells hold marks as a rule, and beside them only names and single letters."""
    told = [cell for cell in cells if code_of("standing", cell) or read_mark(cell) in MARKS]
    odd = [cell for cell in cells if cell not in told and read_mark(cell) != Mark.PERSON]
    return len(told) * 2 >= len(cells) > 0 and all(len(cell) == 1 for cell in odd)


def guess_kind(table: Table) -> str:
    """Return memberships where a heading names one member, or partnerships come in several rows."""
    one_each = guess_mapping(table, MEMBERSHIPS)
    if one_each.marks:
        return MEMBERSHIPS
    column = one_each.partnership.columns.get("name")
    if column is None:
        return guess_directory(table)
    in_one_cell = uses_of(guess_mapping(table, PARTNERSHIPS))
    if names_member(uses_of(one_each)) and not names_member(in_one_cell):
        return MEMBERSHIPS
    names = [row.cells[table.position(column)] for row in table.rows]
    return MEMBERSHIPS if len(set(names)) < len(names) * 0.8 else PARTNERSHIPS


def guess_directory(table: Table) -> str:
    """Return the kind of a list that names no partnership: people, organisations or neither."""
    if "name" in guess_mapping(table, PEOPLE).person.columns:
        return PEOPLE
    named = "name" in guess_mapping(table, ORGANISATIONS).organisation.columns
    return ORGANISATIONS if named else PARTNERSHIPS


def names_member(uses: dict[str, list[str]]) -> bool:
    """Say whether any column names members."""
    return any("member.name" in keys for keys in uses.values())


def fits(table: Table, guess: dict[str, Any], column: str) -> bool:
    """Say whether a column can be what its heading suggests."""
    if not any(fnmatchcase(folded(column), heading) for heading in guess["headings"]):
        return False
    key = guess["field"]
    if key not in CODED and key not in MONEY:
        return True
    words = set(told_in(table, column))
    return sum(can_be(key, word) for word in words) * 2 >= len(words)


def can_be(key: str, word: str) -> bool:
    """Say whether a cell tells a sum of money, or a word that we know in this field."""
    if key in MONEY:
        return not read_money(word).problem
    return code_of(CODED[key], word) is not None


def mapping_from(kind: str, choices: Entries[str, str], before: Mapping | None = None) -> Mapping:
    """Return the mapping made of one choice for each column, such as ``member.name``.

    What ``before`` holds besides its columns (suffixes, defaults) is kept.
    """
    groups: dict[str, dict[str, str]] = {}
    for key, column in keys_and_columns(choices, before):
        if key == MARK:
            continue
        group, name = key.split(".")
        other = groups.setdefault(group, {}).setdefault(name, column)
        if other != column:
            raise UnusableMapping([f"“{other}” and “{column}” cannot both be the same thing."])
    old = dict(groups_of(before)) if before else {}
    order = [*old, *(group for group in groups if group not in old)]
    parts = {
        group: part_from(group, groups[group], old.get(group)) for group in order if group in groups
    }
    return Mapping(
        kind=kind,
        partnership=parts.get("partnership", Part()),
        organisation=parts.get("organisation", Part()),
        person=parts.get("person", Part()),
        members=tuple(part for group, part in parts.items() if group.startswith("member")),
        seats=tuple(part for group, part in parts.items() if group.rstrip("2345") in SEATED),
        separator=before.separator if before else "",
        month_first=before.month_first if before else None,
        rename=before.rename if before else {},
        words=before.words if before else {},
        title=before.title if before else "",
        marks=tuple(column for column, key in choices.items() if key == MARK),
    )


def keys_and_columns(
    choices: Entries[str, str], before: Mapping | None
) -> Iterator[tuple[str, str]]:
    """Yield what each column feeds: what was chosen, or all it fed where that was not changed."""
    fed = uses_of(before) if before else {}
    for column, key in choices.items():
        unchanged = fed.get(column, [""])[0] == key
        yield from ((each, column) for each in (fed[column] if unchanged else [key]))


def part_from(group: str, columns: dict[str, str], before: Part | None) -> Part:
    """Return one part of the mapping, with the defaults its headings or its past suggest."""
    if before is not None:
        return replace(before, columns=columns)
    default: dict[str, str] = {}
    if capacity := SEATED.get(group):
        default["capacity"] = capacity
    if "identifier" in columns and "scheme" not in columns:
        heading = folded(columns["identifier"])
        default["scheme"] = next((code for part, code in NUMBERS if part in heading), "GSS")
    speaks_for = MEMBER if "organisation" in columns else SPEAKS_FOR.get(group, MEMBER)
    return Part(columns, default, "", speaks_for)


def groups_of(mapping: Mapping) -> list[tuple[str, Part]]:
    """Return the parts of a mapping under the names that column choices give them."""
    parts = {thing: getattr(mapping, thing) for thing in ("partnership", "organisation", "person")}
    groups = [(thing, part) for thing, part in parts.items() if part.columns]
    for number, part in enumerate(mapping.members, start=1):
        groups.append(("member" if number == 1 else f"member{number}", part))
    used: dict[str, int] = {}
    for part in mapping.seats:
        capacity = part.default.get("capacity", "")
        word = next((w for w, code in SEATED.items() if code and code == capacity), "seat")
        used[word] = used.get(word, 0) + 1
        groups.append((word if used[word] == 1 else f"{word}{used[word]}", part))
    return groups


def uses_of(mapping: Mapping) -> dict[str, list[str]]:
    """Return for each column everything it feeds; a name can tell of a member and of a seat."""
    uses: dict[str, list[str]] = {}
    for group, part in groups_of(mapping):
        for name, column in part.columns.items():
            uses.setdefault(column, []).append(f"{group}.{name}")
    uses |= {column: [MARK] for column in mapping.marks}
    return uses


def choices_of(mapping: Mapping) -> dict[str, str]:
    """Return for each column the first thing it is said to be; undone by ``mapping_from``."""
    return {column: keys[0] for column, keys in uses_of(mapping).items()}


def all_choices(mapping: Mapping) -> list[tuple[str, str]]:
    """Return every (key, label) a column can be said to be, for the page that asks."""
    groups = dict.fromkeys(GROUPS.get(mapping.kind, OF_PARTNERSHIPS), "")
    groups |= dict.fromkeys((group for group, _ in groups_of(mapping)), "")
    found = []
    for group in groups:
        thing = "seat" if group.rstrip("2345") in SEATED else group.rstrip("2345")
        prefix = {"coordinator": "Coordinator: ", "chair": "Chair: "}.get(group.rstrip("2345"), "")
        suffix = f" ({group[-1]})" if group[-1].isdigit() else ""
        found += [
            (f"{group}.{n}", f"{prefix}{label}{suffix}") for n, label in FIELDS[thing].items()
        ]
    if mapping.kind in MARK_LABELS:
        found.append((MARK, MARK_LABELS[mapping.kind]))
    return found
