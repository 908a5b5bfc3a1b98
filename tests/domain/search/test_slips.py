import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.search.slips import halves, meant_by, slips_between

WORDS = st.text("abcde", max_size=8)


@pytest.mark.parametrize(
    ("typed", "meant", "slips"),
    [
        ("police", "police", 0),
        ("polce", "police", 1),
        ("pollice", "police", 1),
        ("polise", "police", 1),
        ("polcie", "police", 1),
        ("plocie", "police", 2),
        ("mosque", "police", 3),
        ("", "abc", 3),
    ],
)
def test_slips_are_letters_missed_added_mistaken_or_swapped(typed, meant, slips):
    assert slips_between(typed, meant, 2) == slips


@given(WORDS, WORDS)
def test_slips_are_the_same_both_ways_and_none_between_equals(one, other):
    assert slips_between(one, other, 8) == slips_between(other, one, 8)
    assert (slips_between(one, other, 8) == 0) == (one == other)


@given(WORDS, WORDS, st.integers(0, 3))
def test_more_slips_than_asked_for_are_one_more(one, other, most):
    assert slips_between(one, other, most) == min(slips_between(one, other, 8), most + 1)


@pytest.mark.parametrize(
    ("typed", "words", "word"),
    [
        ("comunity", ["community", "unity"], "community"),
        ("partnershp", ["partnership"], "partnership"),
        ("partershp", ["partnership"], "partnership"),
        ("forun", ["forum", "found"], "forum"),
        ("bord", ["board", "bird", "board"], "board"),
        ("partnes", ["partnership"], "partnership"),
        ("st", ["sit"], ""),
        ("mosque", ["police"], ""),
        ("police", ["police"], ""),
    ],
)
def test_the_word_meant_is_that_of_fewest_slips_and_then_the_commonest(typed, words, word):
    assert meant_by(typed, words) == word


@given(st.text("abcde", min_size=4, max_size=8), st.integers(0, 7), st.sampled_from("abcde"))
def test_one_letter_mistaken_leaves_one_half_whole(word, place, letter):
    place %= len(word)
    slipped = word[:place] + letter + word[place + 1 :]

    assert any(one == other for one, other in zip(halves(word), halves(slipped), strict=True))
