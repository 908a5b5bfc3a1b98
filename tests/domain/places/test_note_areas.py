import pytest

from joinedup.domain.places.actions import lay_areas, note_areas
from joinedup.domain.places.models import Area
from joinedup.domain.places.rules import why_not_area, why_not_code, why_not_lie, why_not_place

NO_CODE = "An area code is a letter and eight figures, such as E07000123."


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("E07000123", None),
        ("w06000001", None),
        ("E0700012", NO_CODE),
        ("E070001234", NO_CODE),
        ("E0700012३", NO_CODE),
        ("Thornford", NO_CODE),
        ("", NO_CODE),
    ],
)
def test_an_area_code_is_a_letter_and_eight_figures(code, reason):
    assert why_not_code(code) == reason


@pytest.mark.parametrize(
    ("code", "name", "reason"),
    [
        ("E07000999", "", None),
        ("e07000999", "", None),
        ("E07000998", "Farhaven", None),
        ("e07000998", "", "E07000998 is new to us. Enter the name of the place as well."),
        ("Farhaven", "Farhaven", NO_CODE),
    ],
)
def test_a_new_place_needs_its_name(cast, code, name, reason):
    assert why_not_place(code, name) == reason


def test_a_place_is_noted_once_and_keeps_its_first_name(cast):
    areas = note_areas({"E07000999": "Thornforde", "E07000998": "Farhaven"})

    assert {code: area.name for code, area in areas.items()} == {
        "E07000999": "Thornford",
        "E07000998": "Farhaven",
    }
    assert Area.objects.count() == 2


def test_no_place_is_laid_into_itself_by_however_many_steps_and_each_is_known(cast, now):
    lay_areas({"E10000999": "Wexmere", "E07000999": ""}, {"E07000999": ["E10000999"]})

    assert why_not_lie({"E10000999": ["TH4"], "TH4": ["E07000999"]}) == (
        "E10000999 would lie in itself."
    )
    assert why_not_lie({"TH4": ["TH4"]}) == "TH4 would lie in itself."
    assert why_not_lie({"TH4": ["E07000999"]}) is None
    assert [why_not_area(code, "Somewhere") for code in ("TH4", "E07000999", "Mill")] == [
        None,
        None,
        "“Mill” is no area code, such as E07000123, and no first half of a postcode.",
    ]
    assert why_not_area("TH5", "") == "TH5 is new to us. Give it a line of its own, with its name."
