"""One register in each of the shapes that people keep it in: each tells the same members."""

import pytest

from joinedup.domain.mappings.headings import guess_mapping
from joinedup.domain.mappings.lines import read_lines
from joinedup.domain.spreadsheets.reading import read_table
from tests.zoo.making import book, text

BODIES = ("Police", "Fire Service", "Age UK")
TRUTH = {
    "Safer Town": {"Police", "Fire Service"},
    "Better Health": {"Age UK", "Police"},
    "Green Town": {"Fire Service", "Age UK"},
    "Young Town": {"Police", "Age UK"},
}
ONE_CELL = [("Partnership", "Members"), *((one, "; ".join(sorted(TRUTH[one]))) for one in TRUTH)]
PAIRS = [(one, body) for one, bodies in TRUTH.items() for body in sorted(bodies)]
MARKS = [(one, *("X" if body in TRUTH[one] else "" for body in BODIES)) for one in TRUTH]
TURNED = [(body, *("✓" if body in TRUTH[one] else "" for one in TRUTH)) for body in BODIES]

SHAPES = {
    "members in one cell": text(ONE_CELL),
    "one row for each membership": text([("Partnership", "Member"), *PAIRS]),
    "a matrix of partnerships against bodies": text([("Partnership", *BODIES), *MARKS]),
    "a matrix of bodies against partnerships": text([("Organisation", *TRUTH), *TURNED]),
    "a matrix under a joined title": book(
        (), ("Partnership", *BODIES), *MARKS, joined=[(0, 0, 0, 3, "Who belongs")]
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_register_tells_the_same_members_in_any_shape(name):
    table = read_table(SHAPES[name])

    reading = read_lines(table, guess_mapping(table), {})

    told = {}
    for line in reading.lines:
        told.setdefault(line.name, set()).update(member.body.name for member in line.members)
    assert told == TRUTH
    assert (reading.problems, reading.questions) == ((), ())
