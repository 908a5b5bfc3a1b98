from hypothesis import given
from hypothesis import strategies as some

from joinedup.domain.clauses.differences import (
    ADDED,
    REMOVED,
    SAME,
    Piece,
    compared,
    compared_by_clause,
)
from joinedup.domain.clauses.joining import joined

BASE = "One.\n\nTwo.\n\nThree."
words = some.text("ab .\n", max_size=60).map(lambda text: "\n".join(text.splitlines()))
texts = some.lists(some.sampled_from(["a", "b", "c", "d", ""]), max_size=8).map("\n".join)


def read(before, after, leaving_out):
    return "".join(p.text for p in compared(before, after) if p.sort != leaving_out)


def test_differences_are_told_word_by_word():
    was, now = "Three months’ notice,\nin writing.", "Six months’ notice,\nin writing.\nNo more."

    assert compared(was, now) == (
        Piece(REMOVED, "Three "),
        Piece(ADDED, "Six "),
        Piece(SAME, "months’ notice,\nin writing.\n"),
        Piece(ADDED, "No more.\n"),
    )
    assert compared(was, was) == (Piece(SAME, was + "\n"),)
    assert compared("a b c", "x y c")[:2] == (Piece(REMOVED, "a b "), Piece(ADDED, "x y "))


@given(words, words)
def test_both_texts_can_be_read_out_of_their_differences(before, after):
    ends = ["".join(f"{line}\n" for line in text.splitlines()) for text in (before, after)]

    assert [read(before, after, ADDED), read(before, after, REMOVED)] == ends


def test_two_texts_of_an_agreement_are_compared_clause_by_clause():
    before = "# A\n\n## W\n\n### 1. Name\n\nMoss.\n\n### 2. Aims\n\nPeace.\n\n### 3. Pay\n\nNone."
    after = "# A\n\n## W\n\n### 1. Name\n\nMoss.\n\n### 2. Pay\n\nA little.\n\n### 3. End\n\nSoon."

    told = [(altered.title, altered.sort) for altered in compared_by_clause(before, after)]
    assert told == [
        ("", SAME),
        ("Name", SAME),
        ("Pay", "changed"),
        ("End", ADDED),
        ("Aims", REMOVED),
    ]


def test_changes_of_two_people_are_joined_where_they_do_not_touch():
    mine, yours = BASE.replace("One", "First"), BASE.replace("Three", "Third")

    assert joined(BASE, mine, yours) == "First.\n\nTwo.\n\nThird."
    assert joined(BASE, mine, BASE.replace("One", "Once")) is None
    assert joined(BASE, mine, mine) == mine
    assert joined(BASE, f"{BASE}\nFour.", f"{BASE}\nFive.") is None
    assert joined("One.\nTwo.", "First.\nTwo.", "One.\nSecond.") is None


@given(texts, texts, texts)
def test_joining_takes_either_side_whole_and_loses_no_line(base, mine, yours):
    both = joined(base, mine, yours)

    assert joined(base, base, yours) == "\n".join(yours.splitlines())
    assert joined(base, mine, base) == "\n".join(mine.splitlines())
    assert both == joined(base, yours, mine)
    if both is not None:
        put_in = {*mine.splitlines(), *yours.splitlines()} - set(base.splitlines())
        assert put_in <= set(both.splitlines())
