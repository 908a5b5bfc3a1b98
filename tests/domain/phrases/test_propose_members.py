import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.basics.folding import folded
from joinedup.domain.phrases.members import Certainty, Sort, propose_members
from joinedup.domain.phrases.values import NOT_TOLD

REGISTER = {
    folded(name)
    for name in (
        "Thornford District Council",
        "Thornshire Police",
        "Barrow, Crake and Holt Council",
        "Fire and Rescue Service",
        "Women and Girls Network",
    )
}


def is_known(name):
    return folded(name) in REGISTER


def names(text, **options):
    return [proposed.name for proposed in propose_members(text, **options).proposed]


def leftovers(text):
    return [(left.text, left.sort) for left in propose_members(text, is_known).leftovers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police, Fire, Health", ["Police", "Fire", "Health"]),
        ("Police; Fire; Health;", ["Police", "Fire", "Health"]),
        ("Police\nFire\n\nHealth", ["Police", "Fire", "Health"]),
        ("• Police\n• Fire", ["Police", "Fire"]),
        ("1. Police\n2) Fire\n(c) Health", ["Police", "Fire", "Health"]),
        ("Police, Fire and Health Board", ["Police", "Fire", "Health Board"]),
        ("Police, Fire, and Health", ["Police", "Fire", "Health"]),
        ("Thornford Council & Age UK", ["Thornford Council", "Age UK"]),
        ("Fire and Rescue, Police", ["Fire and Rescue", "Police"]),
        ("Friends of Sun and Moon", ["Friends of Sun and Moon"]),
        ("St John (North, South), Police", ["St John", "Police"]),
        ("Police, police , POLICE", ["Police"]),
        ("Police.", ["Police"]),
        ("All Saints Church, Police", ["All Saints Church", "Police"]),
        ("", []),
        ("tbc", []),
    ],
)
def test_names_are_proposed_from_prose(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Barrow, Crake and Holt Council, Thornshire Police",
            ["Barrow, Crake and Holt Council", "Thornshire Police"],
        ),
        (
            "Thornford District Council Thornshire Police",
            ["Thornford District Council", "Thornshire Police"],
        ),
        (
            "Women and Girls Network and Thornshire Police",
            ["Women and Girls Network", "Thornshire Police"],
        ),
    ],
)
def test_names_in_the_directory_are_kept_whole_and_told_apart(text, expected):
    proposed = propose_members(text, is_known).proposed

    assert [(one.name, one.certainty) for one in proposed] == [
        (name, Certainty.CERTAIN) for name in expected
    ]


def test_a_separator_can_be_given():
    assert names("Barrow, Crake and Holt / Police", separator="/") == [
        "Barrow, Crake and Holt",
        "Police",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Parish councils x28", [("Parish councils x28", Sort.COUNT)]),
        ("Police, 28 parish councils", [("28 parish councils", Sort.COUNT)]),
        ("Schools (x 12)", [("Schools (x 12)", Sort.COUNT)]),
        ("see plan", [("see plan", Sort.ELSEWHERE)]),
        ("Police, various others", [("various others", Sort.ELSEWHERE)]),
        ("Police, etc.", [("etc", Sort.ELSEWHERE)]),
        ("Police etc", [("etc", Sort.ASIDE)]),
        ("Age UK (Jane Smith)", [("(Jane Smith)", Sort.ASIDE)]),
        ("Age UK - lead on falls", [("lead on falls", Sort.ASIDE)]),
        ("Cllr Ann Lee, Police", [("Cllr Ann Lee", Sort.PERSON)]),
        ("ann@thornford.example", [("ann@thornford.example", Sort.PERSON)]),
        ("Core: Police, Fire", [("Core:", Sort.NOTE)]),
        ("x " * 90, [("x " * 89 + "x", Sort.NOTE)]),
    ],
)
def test_what_names_nobody_comes_back_with_the_reason(text, expected):
    assert [(text.strip(), sort) for text, sort in leftovers(text)] == [
        (text.rstrip(":"), sort) for text, sort in expected
    ]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Thornshire Police", Certainty.CERTAIN),
        ("Holt Parish Council", Certainty.LIKELY),
        ("Crisis", Certainty.LIKELY),
        ("Sun and Moon", Certainty.UNSURE),
        ("Holt Parish Council Crake Parish Council", Certainty.UNSURE),
        ("people who came to the first meeting", Certainty.UNSURE),
    ],
)
def test_each_proposal_says_how_sure_we_are(text, certainty):
    (proposed,) = propose_members(text, is_known).proposed

    assert (proposed.certainty, bool(proposed.reason)) == (certainty, True)


@pytest.mark.parametrize(
    "letters", ["(a), " * 990, "a, and " * 700, "((" * 2_400, "a: " * 1_600, "x" * 32_000]
)
def test_a_very_long_cell_takes_no_long_time(letters):
    began = time.process_time()

    propose_members(letters, is_known)

    assert time.process_time() - began < 2


LINES = """Police Council Fire Rescue and & x28 28 see plan (lead) (TDC) etc Thornshire Age UK
Holt District , ; Cllr - / • 1. Core: tbc Trust +"""
SEPARATORS = ["\n", " and ", ", ", "; "]
words = st.sampled_from(LINES.split()) | st.sampled_from(SEPARATORS)
CONNECTING = {"and", "as", "well", "plus"}
UNTOLD = set(re.findall(r"\w+", " ".join(NOT_TOLD)))


@given(st.lists(words, max_size=14).map(" ".join) | st.text(max_size=60))
def test_every_word_is_proposed_or_left_over(text):
    prose = propose_members(text, is_known)

    kept = [proposed.name for proposed in prose.proposed] + [left.text for left in prose.leftovers]
    kept_words = set(re.findall(r"\w+", " ".join(kept).casefold()))
    lost = set(re.findall(r"\w\w+", text.casefold())) - kept_words - CONNECTING - UNTOLD
    assert {word for word in lost if not is_number_of_a_list(word, text)} == set()


def is_number_of_a_list(word, text):
    return re.search(rf"(?:^|[\n;,:])\W*{word}[.)]\s", text.casefold()) is not None
