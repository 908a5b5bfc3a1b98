"""Reading a definition file: either a questionnaire that can be trusted, or every problem in it."""

import tomllib
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from joinedup.domain.instruments.checks import problems_between, problems_with_whole
from joinedup.domain.instruments.definition import Instrument, on_both_scales
from joinedup.domain.instruments.tables import read_fields

# How a problem begins that is told by its place among the keys.
WHOLE = "The questionnaire"


class DefinitionProblems(ValueError):
    """A definition that cannot be used; ``problems`` says why, one sentence each."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


@lru_cache(maxsize=64)
def read_definition(text: str) -> Instrument:
    """Return the questionnaire written in ``text``, or raise every problem found in it.

    The same text is read once: pages, results and reports ask for it all the time.
    """
    return read_parts(parts_of(text))


def parts_of(text: str) -> dict[str, Any]:
    """Return the keys and values of a definition file as they are written."""
    try:
        return tomllib.loads(text.removeprefix("\ufeff"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise DefinitionProblems([f"This is not a readable TOML file: {error}."]) from error


def read_parts(table: dict[str, Any]) -> Instrument:
    """Return the questionnaire made of these keys and values, or raise every problem in them."""
    problems: list[str] = []
    read = read_fields(Instrument, table, WHOLE, problems)
    problems += problems_between(read)
    if problems:
        raise DefinitionProblems(problems)
    instrument = on_both_scales(Instrument(**read))
    if problems := problems_with_whole(instrument):
        raise DefinitionProblems(problems)
    return instrument
