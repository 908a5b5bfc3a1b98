import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.basics.folding import LONGEST, folded


@pytest.mark.parametrize(
    ("typed", "fold"),
    [
        ("St. Mary's & Dŵr  Centre", "saint marys and dwr centre"),
        ("Saint Marys and Dwr Centre", "saint marys and dwr centre"),
        ("Mind ＆ Body", "mind and body"),
        ("King’s Church", "kings church"),
        ("Food-Share CIC", "food share cic"),
        ("Smith + Co. Ltd.", "smith and company limited"),
        ("Straße", "strasse"),
        ("ﬁre", "fire"),
        ("…", ""),
        ("", ""),
    ],
)
def test_spellings_of_one_name_fold_alike(typed, fold):
    assert folded(typed) == fold


@pytest.mark.parametrize("other", ["Street", "Stoke", "Costa", "Limitless"])
def test_a_word_that_only_begins_alike_stays(other):
    assert folded(other) == other.lower()


@given(st.text(max_size=200))
def test_what_is_folded_stays_as_it_is(name):
    assert folded(folded(name)) == folded(name)


@given(st.text(max_size=200))
def test_case_and_blanks_make_no_difference(name):
    assert folded(f"  {name.lower()}\n") == folded(name)


@given(st.text(max_size=200))
def test_a_folded_name_is_no_longer_than_a_name_may_be(name):
    assert len(folded(name)) <= LONGEST


def test_a_name_of_nothing_but_short_words_is_cut():
    assert folded("& " * 100) == ("and " * 50).strip()
