from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.figures.wording import (
    BREAK,
    breakable,
    counted,
    in_pounds,
    listed,
    listed_or_counted,
    printable,
    scored,
    some_of,
)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("as typed", "as typed"),
        ("a\tb", "a b"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\x00\x07bell\x7f", "bell"),
        ("\u202eoverridden", "overridden"),
        ("\ufffe\U0001ffff\ud800", ""),
        ("Tŷ Gŵyr 😀 שלום", "Tŷ Gŵyr 😀 שלום"),
    ],
)
def test_only_what_cannot_be_printed_is_dropped(typed, printed):
    assert printable(typed) == printed


@given(st.text(), st.integers(-1, 40))
def test_breaking_changes_no_letter(text, room):
    assert breakable(text, room).replace(BREAK, "") == text.replace(BREAK, "")


def test_a_long_word_may_break_and_a_short_one_may_not():
    assert breakable("short abcdefgh", 6) == f"short abc{BREAK}def{BREAK}gh"


@pytest.mark.parametrize(
    ("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), ("abc", "a, b and c")]
)
def test_lists_read_as_people_speak(parts, said):
    assert listed(parts) == said


def test_counts_and_scores_are_said_in_words():
    assert [counted(n, "person", "people") for n in (0, 1, 2)] == [
        "no people",
        "1 person",
        "2 people",
    ]
    assert [scored(score) for score in (None, 0.0, 71.25)] == ["withheld", "0.0", "71.2"]


def test_pounds_are_written_with_pence_only_where_there_are_some():
    amounts = ("50000", "12.5", "19999.60", "0", "1000.00")

    told = [in_pounds(Decimal(amount)) for amount in amounts]

    assert told == ["£50,000", "£12.50", "£19,999.60", "£0", "£1,000"]


def test_many_names_are_named_up_to_a_number_and_the_rest_counted():
    names = ["A", "B", "C", "D"]
    told = [some_of(names[:count], 3) for count in range(5)]
    assert told == ["", "A", "A and B", "A, B and C", "A, B and 2 more"]
    assert some_of(names, 2, "others") == "A and 3 others"
    assert [listed_or_counted(names, most, "members") for most in (4, 3)] == [
        "A, B, C and D",
        "4 members",
    ]
