"""Reading tables of a TOML file into frozen dataclasses, keeping a list of every problem met.

The dataclass is the format: its fields are the keys allowed, their types what may stand there,
a field without a default is a key that must be given. Nothing is skipped in silence.
"""

import re
import types
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

# What stands for "could not be read" while reading goes on to find the other problems.
UNREAD = object()

FRACTION = re.compile(r"\d{1,9}/[1-9]\d{0,8}")


def read_table(kind: type[Any], table: Any, where: str, problems: list[str]) -> Any:
    """Return ``kind`` made of ``table``, or UNREAD when a key it cannot do without is unusable."""
    if not isinstance(table, dict):
        problems.append(f"{where}: this must be a table of keys, not {described(table)}.")
        return UNREAD
    read = read_fields(kind, table, where, problems)
    return kind(**read) if all(field.name in read for field in fields(kind)) else UNREAD


def read_fields(
    kind: type[Any], table: Mapping[str, Any], where: str, problems: list[str]
) -> dict[str, Any]:
    """Return every field of ``kind`` that could be read; a bad optional one gets its default."""
    hints = hints_of(kind)  # type: ignore[arg-type]
    known = {field.name: field for field in fields(kind)}
    problems += problems_with_keys(table, known, where)
    read: dict[str, Any] = {}
    for name, field in known.items():
        value = UNREAD
        if name in table:
            value = read_value(hints[name], table[name], f"{where}, {name}", problems)
        value = default_of(field) if value is UNREAD else value
        if value is not UNREAD:
            read[name] = value
    return read


@cache
def hints_of(kind: Hashable) -> dict[str, Any]:
    """Return the types of a class's fields: slow to find out, and asked for each table."""
    return get_type_hints(kind)


def problems_with_keys(
    table: Mapping[str, Any], known: Mapping[str, Field[Any]], where: str
) -> list[str]:
    problems = []
    for key in table:
        if key not in known:
            expected = ", ".join(known)
            problems.append(f"{where}: {key!r} is not a key known here. Known are: {expected}.")
    problems += [
        f"{where}: {name!r} is missing."
        for name, field in known.items()
        if name not in table and default_of(field) is UNREAD
    ]
    return problems


def default_of(field: Field[Any]) -> Any:
    if field.default is not MISSING:
        return field.default
    return UNREAD if field.default_factory is MISSING else field.default_factory()


def read_value(hint: Any, value: Any, where: str, problems: list[str]) -> Any:
    if get_origin(hint) in (Union, types.UnionType):  # "this or nothing": nothing is no key at all
        hint = get_args(hint)[0]
    if get_origin(hint) is tuple:
        return read_list(get_args(hint)[0], value, where, problems)
    if is_dataclass(hint) and isinstance(hint, type):
        return read_table(hint, value, where, problems)
    if get_origin(hint) is Literal:
        return read_choice(get_args(hint), value, where, problems)
    read, wanted = read_plain(hint, value)
    if read is UNREAD:
        problems.append(f"{where}: this must be {wanted}, not {described(value)}.")
    return read


def read_list(hint: Any, value: Any, where: str, problems: list[str]) -> Any:
    if not isinstance(value, list):
        problems.append(f"{where}: this must be a list, not {described(value)}.")
        return UNREAD
    items = []
    for number, item in enumerate(value, start=1):
        name = item.get("id", item.get("name")) if isinstance(item, dict) else None
        label = f"{where} {number}" + (f" ({name})" if isinstance(name, str) else "")
        items.append(read_value(hint, item, label, problems))
    return tuple(item for item in items if item is not UNREAD)


def read_choice(allowed: tuple[Any, ...], value: Any, where: str, problems: list[str]) -> Any:
    # True equals 1 in Python; in a file they are different things.
    if any(value == choice and type(value) is type(choice) for choice in allowed):
        return value
    choices = ", ".join(repr(choice) for choice in allowed)
    problems.append(f"{where}: this must be one of {choices}, not {described(value)}.")
    return UNREAD


def read_plain(hint: Any, value: Any) -> tuple[Any, str]:
    if hint is str:
        words = value.strip() if isinstance(value, str) else ""
        return (words or UNREAD), "words in quotation marks"
    if hint is bool:
        return (value if isinstance(value, bool) else UNREAD), "true or false"
    if hint is int:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return (value if whole else UNREAD), "a whole number"
    return read_number(value), 'a number, or a fraction in quotation marks such as "2/3"'


def read_number(value: Any) -> Any:
    if isinstance(value, str) and FRACTION.fullmatch(value):
        return Fraction(value)
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) < 20:
        return Fraction(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value)
    return UNREAD


def described(value: Any) -> str:
    """Return how to speak of a value that cannot be used, short enough for one line."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and not value.strip():
        return "empty"
    text = str(value)
    return repr(text if len(text) <= 40 else text[:39] + "…")
