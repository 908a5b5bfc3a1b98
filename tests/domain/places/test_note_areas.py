import pytest

from joinedup.domain.places.actions import note_areas
from joinedup.domain.places.models import Area
from joinedup.domain.places.rules import why_not_code, why_not_place

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
