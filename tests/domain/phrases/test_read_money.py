from decimal import Decimal

import pytest

from joinedup.domain.phrases.money import read_money


@pytest.mark.parametrize(
    ("text", "value", "assumed"),
    [
        ("£12,500", "12500", ""),
        ("12500.50", "12500.50", ""),
        ("£1.2m", "1200000", "“£1.2m” was read as £1,200,000"),
        ("10k", "10000", "“10k” was read as £10,000"),
        ("about £3 million", "3000000", "“about £3 million” was read as £3,000,000"),
        ("£900 p.a.", "900", "“£900 p.a.” was read as £900"),
        ("c. £40,000", "40000", "“c. £40,000” was read as £40,000"),
        ("nil", "0", ""),
        ("£0", "0", ""),
    ],
)
def test_sums_are_read_as_people_type_them(text, value, assumed):
    said = read_money(text)

    assert (said.value, said.problem, said.assumed) == (Decimal(value), "", assumed)


@pytest.mark.parametrize("text", ["", "-", "n/a", "TBC", "unknown", "?"])
def test_a_sum_that_is_not_told_is_never_nought(text):
    assert read_money(text).value is None
    assert read_money(text).problem == ""


@pytest.mark.parametrize(
    "text", ["£10,000 - £20,000", "in kind", "12,5000", "9" * 30, "see budget"]
)
def test_what_is_no_sum_is_said(text):
    assert read_money(text).problem.startswith(f"“{text}” is not a sum of money we can read.")
