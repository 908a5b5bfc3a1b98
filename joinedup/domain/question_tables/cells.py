"""What stands in a cell: a value of the format as people write it, and what they wrote read."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, get_args, get_origin

from joinedup.domain.question_tables.layout import folded

Cell = str | int | Decimal

YES = {"yes", "y", "x", "true", "1", "✓", "✔"}
NO = {"no", "n", "false", "0"}
LONGEST_SHOWN = 40
# Spreadsheet programs keep numbers of more figures no longer exactly.
MOST_FIGURES = 12
WHOLE = re.compile(r"([+-]?[0-9]{1,12})(?:[.,]0*)?")
NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{0,20}|,[0-9]{1,2})?(?:e[+-]?[0-9]{1,2})?", re.I)
# Written as “2 in 3”: spreadsheet programs make a day of 2/3.
FRACTION = re.compile(r"([0-9]{1,9})\s*(?:/|in|of)\s*([1-9][0-9]{0,8})", re.I)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[0-9]{1,2}[-/ ][a-z]{3}.*|.*/.*/.*", re.I)
# One of a list: in quotation marks where it holds a semicolon itself.
ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"\s*|([^;]*))(?:;|$)')


class Misread(ValueError):
    """A cell that holds nothing of the right sort; the message says what to write."""


def cell_of(value: Any, hint: Any) -> Cell:
    """Return how a value of a definition is written in a cell."""
    if isinstance(value, list):
        item = get_args(hint)[0]
        return "; ".join(quoted(str(cell_of(each, item))) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return FRACTION.sub(r"\1 in \2", value) if hint is Fraction else value
    number: int | Decimal = value
    figures = Decimal(number).normalize().as_tuple()
    exact = len(figures.digits) <= MOST_FIGURES and abs(int(figures.exponent)) <= MOST_FIGURES
    return number if exact else str(number)


def quoted(text: str) -> str:
    """Return one of a list so that it is read as one."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if ";" in text or text.startswith('"') else text


def value_in(cell: str, hint: Any) -> Any:
    """Return what a filled cell says, as a definition holds it, or raise what to write there."""
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return [value_in(each, item) for each in items_in(cell, item)]
    if get_origin(hint) is Literal:
        return choice_in(cell, get_args(hint))
    if hint is str:
        return cell
    return {bool: yes_or_no, int: whole_number, Fraction: number}[hint](cell)


def items_in(cell: str, hint: Any) -> Iterator[str]:
    """Yield each of a list; what holds no comma itself may also be divided by commas."""
    text = cell if hint is str else cell.replace(",", ";")
    for inside, plain in ITEM.findall(text):
        if item := (inside.replace('""', '"') or plain).strip():
            yield item


def choice_in(cell: str, allowed: tuple[Any, ...]) -> Any:
    """Return the one of these that was meant."""
    known = {folded(str(each)): each for each in allowed}
    whole = WHOLE.fullmatch(cell)
    found = known.get(whole[1] if whole else folded(cell))
    if found is None:
        choices = ", ".join(str(each) for each in allowed)
        raise Misread(f"{shown(cell)} is not known here. Write one of: {choices}.")
    return found


def yes_or_no(cell: str) -> bool:
    """Return whether a cell says yes."""
    typed = folded(cell)
    if typed not in YES | NO:
        raise Misread(f"{shown(cell)} is neither yes nor no. Write yes, or leave it empty.")
    return typed in YES


def whole_number(cell: str) -> int:
    """Return a whole number, which programs may have written with decimals."""
    found = WHOLE.fullmatch(cell)
    if not found:
        raise Misread(f"{shown(cell)} is not a whole number.")
    return int(found[1])


def number(cell: str) -> Decimal | str:
    """Return a number, or a fraction as a definition writes it."""
    if found := FRACTION.fullmatch(cell):
        return f"{found[1]}/{found[2]}"
    if NUMBER.fullmatch(cell):
        return Decimal(cell.replace(",", "."))
    if len(cell) <= LONGEST_SHOWN and DAY.fullmatch(cell):
        raise Misread(
            f"{shown(cell)} is a day: spreadsheet programs make one of 2/3. "
            "Write a fraction as “2 in 3”."
        )
    raise Misread(
        f"{shown(cell)} is not a number. Write one such as 0.6, or a fraction such as “2 in 3”."
    )


def shown(cell: str) -> str:
    """Return what was typed as a sentence speaks of it, in one short line."""
    line = " ".join(cell.split())
    return f"“{line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + '…'}”"
