import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.documents.columns import rooms_of, shares_of
from joinedup.domain.figures.tables import Column, Table

LONG = "A much longer text that will have to be told over several lines of a table, come what may"


def table(*rows: tuple[str, ...], numbers: tuple[bool, ...] = (False, True)) -> Table:
    columns = tuple(Column(f"C{at}", is_number) for at, is_number in enumerate(numbers))
    return Table("Table", columns, rows)


@given(st.lists(st.lists(st.text(max_size=80), min_size=1, max_size=9), min_size=1, max_size=4))
def test_shares_fill_the_line_and_nobody_gets_nothing(columns):
    rows = tuple(zip(*(column[:1] * 3 for column in columns), strict=True))

    shares = shares_of(table(*rows, numbers=(False,) * len(columns)), 470.0)

    assert sum(shares) == pytest.approx(1.0)
    assert min(shares) > 0
    assert all(room >= 3 for room in rooms_of(shares, 470.0))


def test_figures_stay_narrow_and_names_take_what_is_left():
    names, figures = shares_of(table(("Safer Places group", "71.2")), 470.0)

    assert (names > 0.9, figures < 0.1) == (True, True)


def test_a_table_of_figures_alone_is_stretched_alike():
    shares = shares_of(table(("1", "2"), numbers=(True, True)), 470.0)

    assert shares == [0.5, 0.5]


def test_a_long_text_gets_more_than_a_short_one_but_not_all():
    short, long = shares_of(table((LONG, LONG * 4), numbers=(False, False)), 470.0)

    assert short < long < 3 * short


def test_words_stay_whole_next_to_a_long_text():
    name, text = shares_of(table(("Communications", LONG * 4), numbers=(False, False)), 470.0)

    assert name * 470 > 80
    assert text > name


def test_more_columns_than_fit_share_what_there_is():
    shares = shares_of(table(("Communications",) * 9, numbers=(False,) * 9), 300.0)

    assert shares == pytest.approx([1 / 9] * 9)
