import json
import tomllib
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.instruments.catalogue import find, shipped, texts
from joinedup.domain.instruments.reading import DefinitionProblems, read_definition
from tests.domain.instruments.made import problems_of, small_text, yearly, yearly_with

WHOLE = "The questionnaire"
BROKEN = tomllib.loads((Path(__file__).parent / "broken.toml").read_text())
VALUES = 'values = [{ value = 0, label = "No" }, { value = 1, label = "Indeed" }]\n'


def test_the_yearly_self_assessment_is_shipped_whole():
    instrument = yearly()

    assert [(s.id, s.title, len(s.statements)) for s in instrument.sections] == [
        ("SF", "Foundations", 8),
        ("SP", "Partners", 8),
        ("SI", "Communication and involvement", 8),
        ("SM", "Measuring and reviewing success", 8),
    ]
    assert [s.id for s in instrument.statements if s.key] == ["SF1", "SF4", "SF6", "SF8", "SM1"]
    assert {s.id: s.record for s in instrument.statements if s.record} == {
        "SF4": "agreement",
        "SF8": "exit plan",
        "SM1": "measures",
        "SM6": "risks",
        "SM7": "members",
    }
    assert [(b.name, b.at_least) for b in instrument.bands] == [
        ("Strong", 80),
        ("Sound", 60),
        ("Developing", 40),
        ("At risk", 0),
    ]
    assert instrument.scoring.missing.share == Fraction(2, 3)


def test_its_words_are_those_of_the_design(shared_data: Path):
    kept = json.loads((shared_data.parent / "design" / "question-sets.json").read_bytes())
    instrument = yearly()

    assert [(s.id, s.text, s.key) for s in instrument.statements] == [
        (each["id"], each["text"], each["key"])
        for section in kept["self_assessment"]["sections"]
        for each in section["statements"]
    ]
    assert [(v.value, v.label) for v in instrument.scales[0].values] == [
        (each["value"], each["label"]) for each in kept["self_assessment"]["scale"]
    ]


@pytest.mark.parametrize(
    "name", ["yearly-self-assessment", "Yearly Self_Assessment", "self-assessment "]
)
def test_a_shipped_questionnaire_is_found_however_its_name_is_typed(name):
    assert find(name) == yearly()


def test_an_unknown_name_finds_nothing():
    assert find("yearly") is None


def test_each_shipped_file_is_named_after_its_questionnaire():
    assert [instrument.id for instrument in shipped()] == list(texts())


def test_a_file_with_a_byte_order_mark_is_read():
    assert read_definition("\ufeff" + texts()["yearly-self-assessment"]) == yearly()


def test_a_broken_file_is_refused_with_the_place():
    assert problems_of("format = 1\nid =\n") == [
        "This is not a readable TOML file: Invalid value (at line 2, column 5)."
    ]


@pytest.mark.parametrize("case", BROKEN["changed"], ids=lambda case: case["new"] or case["old"])
def test_a_problem_is_told_in_a_plain_sentence_with_its_place(case):
    assert case["problem"] in problems_of(yearly_with(case["old"], case["new"]))


@pytest.mark.parametrize("case", BROKEN["small"], ids=lambda case: case["problem"])
def test_a_problem_is_told_once_and_no_other_with_it(case):
    assert problems_of(small_text(**case["parts"])) == [case["problem"]]


@pytest.mark.parametrize("case", BROKEN["above"], ids=lambda case: case["line"])
def test_a_problem_of_the_whole_is_told_once_and_no_other_with_it(case):
    assert problems_of(f"{case['line']}\n{small_text()}") == [case["problem"]]


def test_several_scales_must_be_chosen_from():
    yes_or_no = '[[scales]]\nid = "yes"\n' + VALUES
    named = dict.fromkeys(("A1", "A2", "B1"), 'scale = "yes"')

    assert problems_of(small_text(SCALES=yes_or_no + yes_or_no.replace("yes", "Yes"), **named)) == [
        "'Yes' is used more than once among the scales.",
        "Statement B2: say which scale, as there are several.",
    ]


def test_a_section_without_statements_and_none_at_all_are_refused():
    head = small_text().split("[[sections]]")[0]

    assert problems_of(head + "[[sections]]\nid = 'A'\ntitle = 'First'\nstatements = []") == [
        "Section A: there is no statement in it."
    ]
    assert problems_of("sections = []\n" + head) == [
        "The questionnaire needs at least one section."
    ]


def test_every_problem_is_told_at_once():
    text = (
        yearly_with("key = true", "kye = true").replace('version = "1"', "").replace("60.0", "90.0")
    )

    assert [problem.split(":")[0] for problem in problems_of(text)] == [
        WHOLE,
        f"{WHOLE}, sections 1 (SF), statements 1 (SF1)",
        "The bands must be listed from best to worst, each with its own bound.",
    ]


def test_a_long_value_is_told_in_short():
    (problem,) = problems_of(yearly_with('average = "item first"', f'average = "{"x" * 99}"'))

    assert problem.endswith(f"not '{'x' * 39}…'.")


PLACES = {
    "share": ('share = "2/3"', "share = {}"),
    "value": ("value = 3", "value = {}"),
    "text": ('text = "Every', "text = {} #"),
    "key": ("key = true", "key = {}"),
    "id": ('id = "SF1"', "id = {}"),
    "average": ('average = "item first"', "average = {}"),
    "kind": ('kind = "choice"', "kind = {}"),
    "tiers": ("key = true", "tiers = {}"),
}
FITTING = {("key", "true"), ("tiers", "[]"), ("text", '"2/0"')}


@pytest.mark.parametrize("value", ["[]", "{}", "1979-05-27", "inf", "true", "''", "1e400", '"2/0"'])
@pytest.mark.parametrize("place", PLACES)
def test_a_value_of_another_sort_is_a_problem_and_never_a_crash(place, value):
    old, new = PLACES[place]

    problems = problems_of(yearly_with(old, new.format(value)))

    assert (problems == []) == ((place, value) in FITTING)


@given(st.text(max_size=200))
def test_any_text_is_either_read_or_refused(text):
    with pytest.raises(DefinitionProblems):
        read_definition(text)


@given(st.data())
def test_a_definition_with_lines_lost_is_either_read_or_refused(data):
    lines = texts()["yearly-self-assessment"].splitlines()
    lost = data.draw(st.sets(st.integers(0, len(lines) - 1), max_size=5))

    problems = problems_of("\n".join(x for n, x in enumerate(lines) if n not in lost))

    assert all(problem.endswith(".") for problem in problems)
