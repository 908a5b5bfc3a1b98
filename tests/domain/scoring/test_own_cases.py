"""Cases made for this repository, kept beside in cases.toml."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from joinedup.domain.scoring.outcome import as_json
from joinedup.domain.scoring.results import score
from joinedup.domain.scoring.sheets import Sheet
from tests.domain.instruments.made import all_of, yearly

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text())["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_case_of_our_own_comes_out_as_it_should(case):
    answered = [sheet(number, line) for number, line in enumerate(case["sheets"])]

    figures = as_json(score(yearly(), answered))

    assert as_row(figures["by_person"]) == case["by_person"]
    assert as_row(figures["by_organisation"]) == case.get("by_organisation", case["by_person"])


def sheet(number: int, line: str) -> Sheet:
    organisation, _, words = line.partition(":")
    throughout, *others = words.split()
    named = dict(other.split("=") for other in others)
    return Sheet(
        str(number),
        organisation.strip(),
        all_of(answer(throughout), **{code: answer(word) for code, word in named.items()}),
    )


def answer(word: str) -> int | str | None:
    if word == "-":
        return None
    return int(word) if word.isdigit() else word


def as_row(view: dict[str, Any]) -> list[Any]:
    row = [view["overall"], view["band"], view["uncapped_band"], view["caps"]]
    row += [found["score"] for found in view["sections"].values()]
    return ["withheld" if each is None else each for each in row]
