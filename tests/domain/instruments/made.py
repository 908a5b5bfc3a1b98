"""Sheets and small questionnaires made for these tests."""

from collections.abc import Mapping
from typing import Any

from joinedup.domain.instruments.catalogue import find, texts
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.reading import DefinitionProblems, read_definition
from joinedup.domain.scoring.sheets import Sheet


def yearly() -> Instrument:
    instrument = find("yearly-self-assessment")
    assert instrument is not None
    return instrument


def all_of(value: int | str | None, **others: int | str | None) -> dict[str, Any]:
    """The yearly questionnaire with one answer throughout, but for those named."""
    return {statement.id: value for statement in yearly().statements} | others


def sheets(*answers: Mapping[str, Any], organisations: str = "") -> list[Sheet]:
    """One sheet for each answers, by people p1, p2 …; one letter of organisations for each."""
    letters = organisations or "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return [
        Sheet(f"p{number}", letters[number - 1].strip(), each)
        for number, each in enumerate(answers, start=1)
    ]


def one_statement(*values: int | str | None, code: str = "SF1", organisations: str = "") -> Any:
    """Sheets on which people say 2 to everything, but differ on one statement."""
    return sheets(*(all_of(2, **{code: each}) for each in values), organisations=organisations)


def yearly_with(old: str, new: str) -> str:
    """The text of the yearly questionnaire with one passage changed."""
    text = texts()["yearly-self-assessment"]
    assert old in text, old
    return text.replace(old, new, 1)


SMALL = """
format = 1
id = "small"
title = "A small one"
version = "1"
licence = "Made for a test."
source = "A test."
SCALES
[scoring]
SCORING
MORE
[[sections]]
id = "A"
title = "First"
[[sections.statements]]
id = "A1"
text = "One."
A1
[[sections.statements]]
id = "A2"
text = "Two."
A2
[[sections]]
id = "B"
title = "Second"
B
[[sections.statements]]
id = "B1"
text = "Three."
B1
[[sections.statements]]
id = "B2"
text = "Four."
B2
"""

ONE_TO_FIVE = """
[[scales]]
id = "five"
values = [
    { value = 1, label = "Not at all" }, { value = 2, label = "A little" },
    { value = 3, label = "Partly" }, { value = 4, label = "Mostly" },
    { value = 5, label = "Wholly" },
]
"""


def small(**parts: str) -> Instrument:
    """Two sections of two statements on a scale of 1 to 5; parts are lines of TOML to put in."""
    return read_definition(small_text(**parts))


def small_text(**parts: str) -> str:
    scoring = 'statement = "mean"\nsection = "mean"\noverall = "mean"'
    filled = {"SCALES": ONE_TO_FIVE, "SCORING": scoring, **parts}
    lines = [filled.get(line, "" if is_gap(line) else line) for line in SMALL.splitlines()]
    return "\n".join(lines)


def is_gap(line: str) -> bool:
    return line in ("MORE", "A1", "A2", "B", "B1", "B2")


def problems_of(text: str) -> list[str]:
    try:
        read_definition(text)
    except DefinitionProblems as refused:
        return list(refused.problems)
    return []
