import time
from datetime import date
from decimal import Decimal

import pytest
from django.core.validators import validate_email
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.phrases.values import (
    NOT_TOLD,
    Said,
    date_beside,
    in_words,
    is_ambiguous,
    is_month_first,
    read_date,
    read_email,
    read_score,
    read_year,
    read_yes_no,
)

APRIL_3 = date(2025, 4, 3)


@pytest.mark.parametrize("words", sorted(NOT_TOLD | {" TBC ", "N/K", "To be\nconfirmed"}))
def test_words_for_not_told_are_never_no_and_never_nothing(words):
    readers = (read_date, read_yes_no, read_year, read_score, read_email)

    assert [reader(words) for reader in readers] == [Said()] * 5


@pytest.mark.parametrize(
    "text",
    [
        *("2025-04-03", "2025-04-03 00:00", "3 April 2025", "3rd Apr 2025", "03-Apr-25", "3.4.25"),
        *("3/4/25", "03/04/2025", "3 of April 2025", "April 3, 2025", "Thursday 3 April 2025"),
        *("since 3 April 2025", "Signed: 3/4/2025", "(3 April '25)", "03 - 04 - 2025", "45750"),
    ],
)
def test_a_day_is_read_however_it_is_typed(text):
    assert read_date(text).value == APRIL_3


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("April 2025", date(2025, 4, 1)),
        ("Apr-25", date(2025, 4, 1)),
        ("04/2025", date(2025, 4, 1)),
        ("2019", date(2019, 1, 1)),
        ("2019/20", date(2019, 4, 1)),
        ("c. 1998", date(1998, 1, 1)),
        ("Sept '99", date(1999, 9, 1)),
        ("Dec 2022", date(2022, 12, 1)),
        ("established in March 2010", date(2010, 3, 1)),
    ],
)
def test_a_month_or_year_is_its_first_day_and_says_so(text, value):
    said = read_date(text)

    assert said.value == value
    assert said.assumed.endswith(f"was read as {in_words(value)}")


def test_numbers_that_could_be_either_are_day_first_and_said_so():
    said = read_date("03/04/2025")

    assert said == Said(APRIL_3, assumed="“03/04/2025” was read as 3 April 2025")
    assert read_date("03/04/2025", month_first=True).value == date(2025, 3, 4)


@pytest.mark.parametrize(
    ("text", "ambiguous", "month_first"),
    [
        ("03/04/2025", True, False),
        ("04/04/2025", False, False),
        ("13/04/2025", False, False),
        ("04/13/2025", False, True),
        ("3 April 2025", False, False),
    ],
)
def test_which_dates_need_asking(text, ambiguous, month_first):
    assert (is_ambiguous(text), is_month_first(text)) == (ambiguous, month_first)


@pytest.mark.parametrize("text", ["31/02/2025", "soon", "32 April 2025", "April", "13/13/2025"])
def test_what_is_no_date_says_how_to_write_one(text):
    said = read_date(text)

    assert said.value is None
    assert said.problem.endswith("Write it like 3 April 2025.")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[(text, True) for text in ("Yes", "y", "TRUE", "✓", "Signed 12/03/2019", "Yes - 2019")],
        *[(text, True) for text in ("12/03/2019", "in place", "1", "Yes.")],
        *[(text, False) for text in ("No", "none", "Nil", "not yet", "No, never", "FALSE", "0")],
    ],
)
def test_yes_and_no_are_read_however_they_are_typed(text, value):
    assert read_yes_no(text) == Said(value)


def test_a_word_that_is_neither_is_asked():
    said = read_yes_no("draft")

    assert said == Said(
        problem="“draft” is neither yes nor no. Write Yes, No, or leave the cell empty."
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Yes - March 2019", date(2019, 3, 1)),
        ("Signed 12/03/2019", date(2019, 3, 12)),
        ("12/03/2019", date(2019, 3, 12)),
        ("Yes", None),
        ("yes, by all", None),
    ],
)
def test_the_date_beside_a_yes_is_found(text, value):
    assert date_beside(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("2024", 2024), ("2023/24", 2024), ("2023-2024", 2024), ("March 2024", 2024)],
)
def test_years_of_reviews(text, value):
    assert read_year(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("71.2", "71.2"), ("71%", "71.0"), ("71/100", "71.0"), ("0", "0.0"), ("100", "100.0")],
)
def test_scores_as_reported(text, value):
    assert read_score(text) == Said(Decimal(value))


@pytest.mark.parametrize("text", ["101", "good", "-1", "3 of 5"])
def test_what_is_no_score_is_a_problem(text):
    assert read_score(text).problem.startswith(f"“{text}” is not a score from 0 to 100.")


def test_addresses():
    assert read_email("Jo <jo.o'neill@thornford.example>") == Said("jo.o'neill@thornford.example")
    assert "holds 2 addresses" in read_email("a@b.example; c@d.example").problem
    assert "is not an email address" in read_email("jo at thornford").problem


@given(st.dates(date(1900, 1, 1), date(2069, 12, 31)))
def test_every_day_written_our_way_comes_back(value):
    assert read_date(in_words(value)) == Said(value)
    assert read_date(value.isoformat()) == Said(value)
    assert read_date(value.strftime("%d/%m/%Y")).value == value
    assert read_date(value.strftime("%m/%d/%Y"), month_first=True).value == value


@given(st.from_regex(r"[a-z.+'_-]{1,12}@[a-z0-9.-]{1,15}", fullmatch=True) | st.emails())
def test_every_address_we_read_is_one_that_mail_can_go_to(text):
    said = read_email(text)

    assert said.value is None or validate_email(said.value) is None


@pytest.mark.parametrize("letters", ["a" * 32_000, "a." * 16_000, "1" * 32_000, "a@" * 16_000])
def test_a_very_long_cell_takes_no_long_time(letters):
    began = time.process_time()

    for reader in (read_date, read_yes_no, read_year, read_score, read_email):
        reader(letters)

    assert time.process_time() - began < 1


@given(st.text(max_size=30))
def test_any_words_are_read_or_refused_in_a_sentence(text):
    for reader in (read_date, read_yes_no, read_year, read_score, read_email):
        said = reader(text)

        assert said.value is None or not said.problem
