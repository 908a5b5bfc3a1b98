"""The cases kept with the design, where it is at hand."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from joinedup.domain.scoring.outcome import as_json
from joinedup.domain.scoring.results import agreement, printed, score
from joinedup.domain.scoring.sheets import Sheet
from tests.domain.instruments.made import yearly

NAMES = [
    "all-mostly",
    "all-full",
    "all-none",
    "dont-know-and-na",
    "critical-cap",
    "missing-section",
    "equal-voice",
    "rounding-edge",
]


@pytest.fixture
def kept(shared_data: Path) -> Any:
    return json.loads((shared_data.parent / "design" / "scoring-fixtures.json").read_bytes())


def test_no_case_is_left_out(kept):
    assert [case["name"] for case in kept["self_assessment"]] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_kept_case_comes_out_as_it_should(kept, name):
    case = next(each for each in kept["self_assessment"] if each["name"] == name)
    organisations = case["organisations"] or [""] * len(case["responses"])
    answered = [
        Sheet(str(number), organisation, answers)
        for number, (organisation, answers) in enumerate(
            zip(organisations, case["responses"], strict=True)
        )
    ]

    figures = as_json(score(yearly(), answered))

    assert as_kept(figures["by_person"]) == case["expected"].get("by_respondent", case["expected"])
    assert as_kept(figures["by_organisation"]) == case["expected"].get(
        "by_organisation", case["expected"]
    )


def test_agreement_comes_out_as_it_should(kept):
    cases = [
        (case["answers"], case["agreement"], case["split"]) for case in kept["agreement_index"]
    ]

    found = [(answers, agreement(answers, lowest=0, highest=3)) for answers, _, _ in cases]

    assert [
        (answers, float(printed(figure, 4)), figure < Fraction(3, 5)) for answers, figure in found
    ] == cases


def as_kept(view: dict[str, Any]) -> dict[str, Any]:
    """The kept cases join the ids of one kind of cap by commas; ours stand one by one."""
    kinds = dict.fromkeys(cap.split(":")[0] for cap in view["caps"])
    return {
        "sections": {code: found["score"] for code, found in view["sections"].items()},
        "section_bands": {code: found["band"] for code, found in view["sections"].items()},
        "overall": view["overall"],
        "uncapped_band": view["uncapped_band"],
        "band": view["band"],
        "caps": [
            f"{kind}:" + ",".join(c.split(":")[1] for c in view["caps"] if c.split(":")[0] == kind)
            for kind in kinds
        ],
    }
