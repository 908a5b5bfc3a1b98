"""Where each field of the format stands in the table: in which sort of row, under which heading.

All of it follows from the classes of the format, so that a new field has its place at once.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, is_dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from joinedup.domain.instruments.definition import (
    Alert,
    Band,
    Choice,
    Instrument,
    OpenQuestion,
    Scale,
    ScaleValue,
    Section,
    Statement,
    Unscored,
)
from joinedup.domain.instruments.tables import UNREAD, default_of

ROW, CODE, WORDS, NOTES = "Row is", "Code", "Words", "Notes"
SETTING = "setting"
# There is one format, and nobody need say so.
FORMAT = "format"
# Where a heading says more than the name of the field.
HEADINGS = {"intro": "Introduction", "at_least": "From", "at_most": "Up to"}


@dataclass(frozen=True)
class Sort:
    """A sort of row: what it makes, into which list that goes, what its first columns hold.

    ``under`` is the sort of the row above that it belongs to.
    """

    name: str
    kind: type[Any]
    key: str
    code: str | None
    words: str
    under: str | None = None


SORTS = (
    Sort("scale", Scale, "scales", "id", "title"),
    Sort("answer", ScaleValue, "values", "value", "label", under="scale"),
    Sort("no score", Unscored, "unscored", "id", "label"),
    Sort("section", Section, "sections", "id", "title"),
    Sort("statement", Statement, "statements", "id", "text", under="section"),
    Sort("open question", OpenQuestion, "open_questions", "id", "text"),
    Sort("choice", Choice, "choices", "id", "label", under="open question"),
    Sort("band", Band, "bands", None, "name"),
    Sort("section band", Band, "section_bands", None, "name"),
    Sort("alert", Alert, "alerts", "on", "says"),
)
NAMES = (SETTING, *(sort.name for sort in SORTS))


def type_of(hint: Any) -> Any:
    """Return what may stand there, where there may also be nothing."""
    return get_args(hint)[0] if get_origin(hint) in (Union, UnionType) else hint


def types_in(kind: type[Any]) -> dict[str, Any]:
    """Return what may stand in each field of a class."""
    return {name: type_of(hint) for name, hint in get_type_hints(kind).items()}


def is_list_of_rows(hint: Any) -> bool:
    """Tell a list that takes rows of its own from one that is written in a cell."""
    return get_origin(hint) is tuple and is_dataclass(get_args(hint)[0])


def heading_of(name: str) -> str:
    """Return what stands above the column of a field."""
    return HEADINGS.get(name) or name.replace("_", " ").capitalize()


def fields_of(sort: Sort) -> dict[str, str]:
    """Return which field of a sort of row stands under which heading."""
    first = {sort.code: CODE, sort.words: WORDS}
    return {
        first.get(name) or heading_of(name): name
        for name, hint in types_in(sort.kind).items()
        if not is_list_of_rows(hint)
    }


def settings_in(kind: type[Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each field that is written in a setting row: its dotted name, what may stand there."""
    for name, hint in types_in(kind).items():
        if is_dataclass(hint):
            yield from settings_in(hint, f"{before}{name}.")  # type: ignore[arg-type]
        elif not is_list_of_rows(hint):
            yield before + name, hint


SETTINGS = dict(settings_in(Instrument))
# The columns of statements first, as most rows are statements.
COLUMNS = tuple(
    dict.fromkeys(
        [
            *(ROW, CODE, WORDS),
            *(
                heading
                for sort in sorted(SORTS, key=lambda sort: sort.kind is not Statement)
                for heading in fields_of(sort)
            ),
            NOTES,
        ]
    )
)


def needed_in(kind: type[Any]) -> set[str]:
    """Return the fields of a class that must be given."""
    return {field.name for field in fields(kind) if default_of(field) is UNREAD}


def missing_settings(
    given: Collection[str], kind: type[Any] = Instrument, before: str = ""
) -> Iterator[str]:
    """Yield the settings that are not given and must be: always, or beside one of their group."""
    needed = needed_in(kind) - {FORMAT}
    for name, hint in types_in(kind).items():
        path = before + name
        if is_dataclass(hint):
            if name in needed or any(each.startswith(f"{path}.") for each in given):
                yield from missing_settings(given, hint, f"{path}.")  # type: ignore[arg-type]
        elif name in needed and path not in given and not is_list_of_rows(hint):
            yield path


def folded(text: str) -> str:
    """Return words however their capitals, spaces and hyphens were typed."""
    return " ".join(re.split(r"[\s_-]+", text.casefold())).strip()


# The keys of the format are known as well as the headings.
KNOWN = {folded(name): heading for sort in SORTS for heading, name in fields_of(sort).items()} | {
    folded(heading): heading for heading in COLUMNS
}
