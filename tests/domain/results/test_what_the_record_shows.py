from dataclasses import dataclass
from datetime import date

import pytest

from joinedup.domain.counting.record import Shown, what_the_record_shows
from joinedup.domain.partnerships.kinds import Told

DAY = date(2026, 6, 15)


@dataclass
class Record:
    """The papers of a partnership, nobody having told us anything but what a test tells."""

    agreement: str = Told.UNTOLD
    agreement_signed_on: date | None = None
    agreement_ends_on: date | None = None
    exit_plan: str = Told.UNTOLD
    risks: str = Told.UNTOLD
    risks_reviewed_on: date | None = None
    measures: str = Told.UNTOLD
    measures_updated_on: date | None = None
    members_confirmed_on: date | None = None


def test_what_nobody_has_told_us_is_never_judged():
    assert what_the_record_shows(Record(), DAY) == {}


@pytest.mark.parametrize(
    ("told", "fact", "in_place", "sentence"),
    [
        (
            {"agreement": Told.NO},
            "agreement",
            False,
            "The record shows no agreement or terms of reference.",
        ),
        (
            {"agreement": Told.YES},
            "agreement",
            True,
            "The record shows its agreement or terms of reference.",
        ),
        (
            {"agreement": Told.YES, "agreement_signed_on": date(2024, 3, 1)},
            "agreement",
            True,
            "The agreement was signed on 1 March 2024.",
        ),
        (
            {"agreement": Told.YES, "agreement_ends_on": date(2026, 6, 15)},
            "agreement",
            True,
            "The record shows its agreement or terms of reference.",
        ),
        (
            {"agreement": Told.YES, "agreement_ends_on": date(2026, 6, 14)},
            "agreement",
            False,
            "The agreement ran out on 14 June 2026.",
        ),
        ({"exit_plan": Told.NO}, "exit plan", False, "The record shows no exit plan."),
        ({"exit_plan": Told.YES}, "exit plan", True, "The record shows its exit plan."),
        ({"risks": Told.NO}, "risks", False, "The record shows no list of risks."),
        ({"risks": Told.YES}, "risks", True, "The record shows its list of risks."),
        (
            {"risks": Told.YES, "risks_reviewed_on": date(2025, 12, 14)},
            "risks",
            True,
            "The list of risks was last looked at on 14 December 2025.",
        ),
        (
            {"risks": Told.YES, "risks_reviewed_on": date(2025, 12, 13)},
            "risks",
            False,
            "The list of risks was last looked at on 13 December 2025.",
        ),
        ({"measures": Told.NO}, "measures", False, "The record shows no measures."),
        ({"measures": Told.YES}, "measures", True, "The record shows its measures."),
        (
            {"measures": Told.YES, "measures_updated_on": date(2025, 6, 14)},
            "measures",
            True,
            "The measures were last looked at on 14 June 2025.",
        ),
        (
            {"measures": Told.YES, "measures_updated_on": date(2025, 6, 13)},
            "measures",
            False,
            "The measures were last looked at on 13 June 2025.",
        ),
        (
            {"members_confirmed_on": date(2025, 6, 14)},
            "members",
            True,
            "The members were last confirmed on 14 June 2025.",
        ),
        (
            {"members_confirmed_on": date(2025, 6, 13)},
            "members",
            False,
            "The members were last confirmed on 13 June 2025.",
        ),
    ],
)
def test_each_thing_told_is_judged_alone(told, fact, in_place, sentence):
    assert what_the_record_shows(Record(**told), DAY) == {fact: Shown(in_place, sentence)}


def test_a_day_noted_of_a_paper_nobody_told_us_of_judges_nothing():
    record = Record(
        agreement_ends_on=date(2020, 1, 1),
        risks_reviewed_on=date(2020, 1, 1),
        measures_updated_on=date(2020, 1, 1),
    )

    assert what_the_record_shows(record, DAY) == {}


def test_the_facts_come_in_the_order_people_ask_for_them():
    record = Record(Told.NO, None, None, Told.NO, Told.NO, None, Told.NO, None, date(2026, 1, 1))

    assert list(what_the_record_shows(record, DAY)) == [
        "agreement",
        "exit plan",
        "risks",
        "measures",
        "members",
    ]
