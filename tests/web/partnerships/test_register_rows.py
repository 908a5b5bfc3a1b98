from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.web.partnerships.rows import PURPOSE, change_told, result_told, shortened, soonest


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (Decimal("71.2"), Decimal("68.1"), ", up 3.1"),
        (Decimal("68.1"), Decimal("71.2"), ", down 3.1"),
        (Decimal("68.1"), Decimal("68.1"), ", as before"),
        (None, Decimal("68.1"), ""),
        (Decimal("68.1"), None, ""),
    ],
)
def test_a_change_is_told_in_words(now, before, said):
    assert change_told(now, before) == said


@pytest.mark.parametrize(("instrument", "note"), [(1, "2026, up 10.0"), (2, "2026")])
def test_only_answers_to_the_same_questions_are_compared(instrument, note):
    latest = {"public_id": "abc", "band": "Sound", "overall": Decimal("70.0"), "round__year": 2026}
    before = {"band": "Sound", "overall": Decimal("60.0"), "round__year": 2025}

    cell = result_told(
        latest | {"round__instrument": 1}, before | {"round__instrument": instrument}
    )

    assert cell == {"text": "Sound 70.0", "note": note, "href": "/results/abc/"}


@pytest.mark.parametrize(
    ("ahead", "closing", "found"),
    [
        (None, None, None),
        ((date(2026, 7, 1), "agreement ends"), None, (date(2026, 7, 1), "agreement ends")),
        (None, date(2026, 7, 1), (date(2026, 7, 1), "review closes")),
        (
            (date(2026, 7, 1), "agreement ends"),
            date(2026, 6, 30),
            (date(2026, 6, 30), "review closes"),
        ),
    ],
)
def test_the_next_date_is_the_soonest(ahead, closing, found):
    assert soonest(ahead, closing) == found


@given(st.text())
def test_a_purpose_fits_in_a_line(purpose):
    line = shortened(purpose)

    assert len(line) <= PURPOSE + 1
    assert "\n" not in line


def test_a_long_purpose_is_cut_between_words():
    assert shortened("word " * 40) == "word " * 17 + "word…"
