"""What is asked of the product is all listed, and what is marked done points at something."""

import re

import pytest

from tests.house.covering import DATA, Row, data, faults, pages_for_people
from tests.house.tree import text_of

ASKED = {"G": 61, "A": 65, "P": 71, "R": 98, "W": 40}
PAGE = "result"
TEST = "tests/web/rounds/test_round_pages.py::test_opening_by_its_button_writes_to_everyone_once"
ACT = "joinedup.domain.results.actions.seal_round"


def test_every_requirement_has_one_row_in_order():
    _, _, rows = data()

    assert [row.id for row in rows] == [
        f"{letter}{number}" for letter, last in ASKED.items() for number in range(1, last + 1)
    ]


def test_every_row_points_at_what_is_there():
    _, capabilities, rows = data()
    pages = pages_for_people()

    assert [fault for row in rows for fault in faults(row, pages, capabilities)] == []


def test_every_capability_is_asked_for():
    _, capabilities, rows = data()

    assert sorted(capabilities) == sorted({code for row in rows for code in row.codes})


def test_the_order_of_what_a_row_holds_is_the_same_everywhere():
    keys = ["asks", "codes", "state", "pages", "acts", "tests", "lacks"]
    blocks = re.split(r"^\[rows\.\w+\]\n", text_of(DATA), flags=re.M)[1:]

    held = [re.findall(r"^(\w+) = ", block, re.M) for block in blocks]

    assert [block for block in held if block != [key for key in keys if key in block]] == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Row("X1", "A thing", ("C01",)), []),
        (Row("X1", "A thing", ("C01",), "done", (PAGE,), (ACT,), (TEST,)), []),
        (Row("X1", "A thing", ("C01",), "partly", acts=(ACT,), lacks="A page"), []),
        (Row("X1", "A thing", ("C99",)), ["C99 is no capability."]),
        (Row("X1", "A thing", ()), ["It names no capability."]),
        (Row("X1", "", ("C01",)), ["Say what is asked in 1 to 12 words."]),
        (Row("X1", "word " * 13, ("C01",)), ["Say what is asked in 1 to 12 words."]),
        (Row("X1", "A thing", ("C01",), "soon"), ["“soon” is no state."]),
        (
            Row("X1", "A thing", ("C01",), "not yet", pages=(PAGE,)),
            ["What is not done at all points at nothing."],
        ),
        (
            Row("X1", "A thing", ("C01",), "partly"),
            [
                "What is partly done says what it lacks; nothing else does.",
                "What is partly done points at a page, an act or a test.",
            ],
        ),
    ],
)
def test_a_made_up_row_is_held_to_its_form(row, said):
    assert faults(row, frozenset({PAGE}), ["C01"]) == [f"X1: {sentence}" for sentence in said]


def test_a_row_that_is_done_names_a_page_and_a_test_that_goes_through_it():
    bare = Row("X1", "A thing", ("C01",), "done", tests=("tests/house/test_coverage.py::" + HERE,))

    assert faults(bare, frozenset(), ["C01"]) == [
        "X1: Done means that a person can do it on a screen: name the page.",
        "X1: Done means that a test goes through the screen: name one of tests/web/, "
        "tests/public/, tests/journeys/, tests/demo/.",
    ]


HERE = "test_a_row_that_is_done_names_a_page_and_a_test_that_goes_through_it"


@pytest.mark.parametrize(
    ("pointer", "said"),
    [
        ({"pages": ("nowhere",)}, "nowhere is no page that people can open."),
        ({"acts": ("joinedup.domain.results.actions.no_act",)}, "no public function"),
        ({"acts": ("joinedup.domain.results.actions._count",)}, "no public function"),
        ({"acts": ("joinedup.domain.results.actions.change",)}, "no public function"),
        ({"acts": ("joinedup.domain.nothing.actions.act",)}, "no public function"),
        ({"acts": ("os.path.join",)}, "no public function"),
        ({"tests": ("tests/web/test_nothing.py::test_x",)}, "is no test"),
        ({"tests": ("tests/house/test_coverage.py::test_nothing",)}, "is no test"),
        ({"tests": ("tests/house/test_coverage.py",)}, "is no test"),
    ],
)
def test_a_planted_row_that_points_at_nothing_is_refused(pointer, said):
    planted = Row("X1", "A thing", ("C01",), "partly", lacks="Something", **pointer)

    found = faults(planted, pages_for_people(), ["C01"])

    assert len(found) == 1
    assert said in found[0]
