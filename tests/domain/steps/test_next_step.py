from datetime import date

import pytest

from joinedup.domain.partnerships.kinds import State, Told
from joinedup.domain.partnerships.papers import FIELDS, PAPERS
from joinedup.domain.steps.record import Standing, Step, next_step

TODAY = date(2026, 6, 15)
ALL_TOLD = (
    dict.fromkeys(FIELDS)
    | {paper.field: Told.YES for paper in PAPERS}
    | {"members_confirmed_on": date(2026, 1, 1), "state": State.ACTIVE}
)
WHOLE = {"purpose": "Safer.", "members": 3, "unseated": [], "vacant": [], "facts": ALL_TOLD}


@pytest.mark.parametrize(
    ("lack", "step"),
    [
        ({}, None),
        ({"purpose": " "}, Step("purpose", "Say in a sentence or two what it is for.")),
        ({"members": 0}, Step("member", "Add its members.")),
        (
            {"members": 1},
            Step("member", "Add the other members. A partnership has at least two."),
        ),
        ({"unseated": ["Police", "Fire"]}, Step("place", "Say who sits for Police.")),
        (
            {"vacant": ["Fire"]},
            Step("place", "Find somebody for the empty place of Fire."),
        ),
        (
            {"facts": ALL_TOLD | {"members_confirmed_on": date(2025, 6, 14)}},
            Step("confirm", "Check the members and confirm that the list is right."),
        ),
        (
            {"facts": ALL_TOLD | {"members_confirmed_on": None}},
            Step("confirm", "Check the members and confirm that the list is right."),
        ),
        (
            {"facts": ALL_TOLD | {"risks": Told.UNTOLD, "exit_plan": Told.NO}},
            Step("papers", "Tell us which of these it has: list of risks."),
        ),
        (
            {"facts": ALL_TOLD | {"exit_plan": Told.NO, "agreement_ends_on": date(2024, 5, 1)}},
            Step("papers", "Mend what is missing: agreement ended May 2024, no exit plan."),
        ),
        (
            {"purpose": "", "members": 0},
            Step("purpose", "Say in a sentence or two what it is for."),
        ),
    ],
)
def test_the_first_thing_the_record_wants_is_the_next_step(lack, step):
    assert next_step(Standing(**(WHOLE | lack)), TODAY) == step


def test_members_confirmed_a_year_ago_to_the_day_are_confirmed_still():
    facts = ALL_TOLD | {"members_confirmed_on": date(2025, 6, 15)}

    assert next_step(Standing(**(WHOLE | {"facts": facts})), TODAY) is None
