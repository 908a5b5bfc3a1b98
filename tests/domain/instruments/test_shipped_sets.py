"""Every set that a round can ask comes with the product, in the words of the design."""

import json
from pathlib import Path

import pytest

from joinedup.domain.instruments.catalogue import find, shipped
from tests.domain.instruments.made import yearly


@pytest.fixture
def kept(shared_data: Path):
    return json.loads((shared_data.parent / "design" / "question-sets.json").read_bytes())


def words_of(name):
    return [(each.id, each.text) for each in find(name).statements]


def test_only_the_yearly_self_assessment_gives_the_score_of_the_year():
    told = {each.id: (each.yearly, each.gives_score, each.minutes) for each in shipped()}

    assert told == {
        "barriers-check": (False, False, 5),
        "communications-check": (False, False, 8),
        "life-cycle-signs": (False, False, 6),
        "relationship-pulse": (False, False, 2),
        "still-needed": (True, False, 2),
        "ten-ingredients": (False, False, 4),
        "yearly-self-assessment": (True, True, 10),
    }


def test_a_network_is_asked_three_things_on_a_scale_of_0_to_3():
    still_needed = find("Still needed?")

    assert [each.text for each in still_needed.statements] == [
        "Our reason for working together is still there.",
        "This is still the best way to do it.",
        "What we get is worth the time.",
    ]
    assert [each.value for each in still_needed.scales[0].values] == [0, 1, 2, 3]


def test_each_barrier_has_its_first_response_and_the_bounds_from_which_it_is_live(kept):
    barriers = find("barriers-check")

    assert [(each.id, each.text, each.first_response) for each in barriers.statements] == [
        (each["id"], each["text"], each["response"]) for each in kept["barriers"]
    ]
    assert (barriers.thresholds.live_from, barriers.thresholds.live_for_one) == (1.5, 3)


def test_the_ten_ingredients_are_those_of_the_design(kept):
    assert words_of("ten-ingredients") == [(e["id"], e["text"]) for e in kept["ingredients"]]


def test_the_seven_priorities_of_communication_are_covered_from_two_up(kept):
    check = find("communications-check")

    assert [(s.id, s.title, [e.text for e in s.statements]) for s in check.sections] == [
        (each["id"], each["name"], each["statements"])
        for each in kept["communications"]["priorities"]
    ]
    assert [(band.name, band.at_least) for band in check.section_bands] == [
        ("Covered", 2),
        ("Not covered", 0),
    ]


def test_each_stage_has_its_signs_and_what_helps(kept):
    signs = find("life-cycle-signs")

    assert [s.title.partition(":")[0] for s in signs.sections] == [
        each["stage"] for each in kept["life_cycle"]
    ]
    assert words_of("life-cycle-signs") == [
        (each["id"], each["text"]) for stage in kept["life_cycle"] for each in stage["signs"]
    ]
    assert [s.first_response for s in signs.sections] == [
        " ".join(stage["tactics"]) for stage in kept["life_cycle"]
    ]


def test_the_pulse_asks_four_statements_of_the_yearly_self_assessment():
    codes = ["SP5", "SP7", "SP6", "SP2"]

    assert [text for _, text in words_of("relationship-pulse")] == [
        yearly().statement(code).text for code in codes
    ]
