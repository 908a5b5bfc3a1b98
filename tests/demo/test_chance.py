import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.demo.chance import chance, either_way, shuffled, weighed

WORDS = st.lists(st.text(max_size=5), max_size=4)


@given(WORDS)
def test_chance_lies_from_nought_to_one_and_falls_the_same_way_again(words):
    assert 0 <= chance(*words) < 1
    assert chance(*words) == chance(*words)
    assert -1 <= either_way(*words) < 1


def test_chance_is_fair():
    thrown = [chance("throw", number) for number in range(2000)]

    assert 0.47 < sum(thrown) / 2000 < 0.53
    assert 0.07 < sum(each < 0.1 for each in thrown) / 2000 < 0.13


@given(st.lists(st.integers()), WORDS)
def test_shuffling_loses_nothing(things, words):
    assert sorted(shuffled(things, *words)) == sorted(things)


def test_a_heavier_name_comes_more_often():
    drawn = [weighed({"continue": 3, "leave": 1}, number) for number in range(400)]

    assert 260 < drawn.count("continue") < 340


def test_a_name_without_weight_never_comes():
    assert {weighed({"leave": 0, "continue": 2}, n) for n in range(50)} == {"continue"}


def test_nothing_can_be_drawn_from_nothing():
    with pytest.raises(AssertionError):
        weighed({}, "x")
