import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.matching.lookalikes import LookAlikes, is_slip, why_alike

NAMES = (
    "Citizens Advice Thornford",
    "Thornford District Council",
    "Thornshire Police",
    "North Holt Parish Council",
    "Jobcentre Plus",
    "Environment Agency",
    "TVA",
)


@pytest.fixture(scope="module")
def alike():
    seen = LookAlikes()
    for name in NAMES:
        seen.add(name, name)
    return seen


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Citizens Advice", ["Citizens Advice Thornford"]),
        ("Thornford DC", ["Thornford District Council"]),
        ("TDC", ["Thornford District Council"]),
        ("Thornshire Constabulary", ["Thornshire Police"]),
        ("Enviroment Agency", ["Environment Agency"]),
        ("Envrionment Agency", ["Environment Agency"]),
        ("Job Centre Plus", ["Jobcentre Plus"]),
        ("Thornford Youth Action", []),
        ("Thornvale Volunteer Association", ["TVA"]),
        ("South Holt Parish Council", []),
        ("Thornshire Police Cadets", ["Thornshire Police"]),
        ("Police", ["Thornshire Police"]),
        ("Age UK", []),
        ("!", []),
    ],
)
def test_names_that_resemble_one_another(alike, name, found):
    assert [ref for ref, _ in alike.like(name)] == found


words = st.text("abcdefghij", min_size=7, max_size=12)


@given(words, st.integers(0, 6), st.sampled_from("kmnp"), st.integers(0, 3))
def test_any_one_slip_of_the_keys_is_noticed(word, place, letter, slip):
    before, rest = word[:place], word[place:]
    mistyped = (
        before + letter + rest[1:],
        before + letter + rest,
        before + rest[1:],
        before + rest[1::-1] + rest[2:],
    )[slip]
    seen = LookAlikes()
    seen.add("one", f"{word} Trust")

    assert mistyped == word or seen.mistyped(f"{mistyped} Trust") == [("one", f"{word} Trust")]


def test_words_that_tell_bodies_apart_are_no_slips():
    assert not is_slip("north", "south")
    assert not is_slip("ward12", "ward13")
    assert not is_slip("fire", "five")


@pytest.mark.parametrize(
    ("name", "other", "why"),
    [
        ("Police Wexmere", "Wexmere Police", "the same words in another order"),
        ("Wexmere DC", "Wexmere District Council", "the same words, one written out"),
        ("Food Bank Trust", "Foodbank Trust", "the same letters, spaced otherwise"),
        ("WFT", "Wexmere Food Trust", "its first letters"),
        ("Wexmere Police", "Wexmere Police Cadets", "the same words and more"),
        ("Wexmere Police Cadets", "Wexmere Police", "some of the same words"),
        ("Wexmeer Police", "Wexmere Police", "a letter or two differ"),
        ("Wexmere Police", "wexmere police", "the same name"),
    ],
)
def test_a_look_alike_says_what_is_alike(name, other, why):
    assert why_alike(name, other) == why
