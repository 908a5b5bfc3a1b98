"""Lists of risks read from tables as people keep them, turned into steps of one matrix."""

from datetime import date

from joinedup.domain.risk_lists.headings import fields_in
from joinedup.domain.risk_lists.reading import NO_EFFECT, How, read_list
from joinedup.domain.risk_lists.steps import Scale, factors, rated, sizes_that_fit, step_in
from joinedup.domain.risks.kinds import Category
from joinedup.domain.spreadsheets.table import Row

KINDS = {each.value: str(each.label) for each in Category}
TODAY, USUAL = date(2026, 6, 15), date(2026, 9, 15)
COLUMNS = ("Risk", "Consequence", "Category", "Controls", "Owner", "Likelihood", "Impact", "Review")
VAN = ("The van fails", "No food", "Financial", "A reserve", "Treasurer", "5", "4", "1 May 2027")


def how(**more):
    return How(**({"ours": 4, "kinds": KINDS, "today": TODAY, "review_on": USUAL} | more))


def read(*rows, columns=COLUMNS, **more):
    numbered = [Row(at, cells) for at, cells in enumerate(rows, 2)]
    return read_list(columns, numbered, how(**more))


def marks_of(read_):
    return [tuple(line.marks.values()) for line in read_.lines]


def test_steps_keep_their_ends_and_no_tie_makes_a_risk_look_smaller():
    turned = {
        (theirs, ours): [Scale(theirs, ours).turned(step) for step in range(1, theirs + 1)]
        for theirs in (3, 4, 5)
        for ours in (4, 5)
    }

    assert turned == {
        (3, 4): [1, 3, 4],
        (3, 5): [1, 3, 5],
        (4, 4): [1, 2, 3, 4],
        (4, 5): [1, 2, 4, 5],
        (5, 4): [1, 2, 3, 3, 4],
        (5, 5): [1, 2, 3, 4, 5],
    }
    assert Scale(3, 4).told() == [(1, 1), (2, 3), (3, 4)]


def test_a_step_is_a_figure_or_a_word_and_the_figure_outweighs():
    cells = ["4", "4 - Likely", "Likely (4)", "4.0", "Almost certain", "rare", "3.5", "6", "often"]

    assert [step_in(cell, 5) for cell in cells] == [4, 4, 4, 4, 5, 1, None, None, None]
    assert [step_in("Likely", size) for size in (3, 4, 5)] == [3, 3, 4]


def test_a_scale_is_found_only_where_nothing_else_fits():
    assert sizes_that_fit(["1", "5"]) == [5]
    assert sizes_that_fit(["1", "4", ""]) == [4, 5]
    assert sizes_that_fit(["Low", "high", "Medium"]) == [3]
    assert sizes_that_fit(["Unlikely", "Likely"]) == [3, 4, 5]
    assert sizes_that_fit(["Insignificant", "Likely"]) == [5]
    assert sizes_that_fit(["7"]) == []


def test_one_rating_is_put_in_the_middle_of_its_band_or_taken_apart():
    assert [rated(word, 4, 4) for word in ("Green", "amber", "HIGH", "Extreme", "so-so")] == [
        (1, 2),
        (2, 3),
        (3, 3),
        (4, 4),
        None,
    ]
    assert rated("20", 5, 4) == (3, 4)
    assert [factors(product, Scale(4, 4)) for product in (1, 8, 12, 7, 20)] == [
        (1, 1),
        (2, 4),
        (3, 4),
        None,
        None,
    ]


def test_headings_in_common_use_are_understood_and_others_left():
    headings = ["Ref", "Risk", "Inherent likelihood (1-5)", "Gross Impact", "Net", "Target score"]
    headings += ["Current Likelihood", "Residual severity score", "Risk level", "Owner", "Owner"]

    assert fields_in(headings) == {
        "Risk": "cause",
        "Inherent likelihood (1-5)": "likelihood",
        "Gross Impact": "impact",
        "Net": "residual_rating",
        "Target score": "target_rating",
        "Current Likelihood": "residual_likelihood",
        "Residual severity score": "residual_impact",
        "Risk level": "plain_rating",
        "Owner": "owner",
    }


def test_a_list_of_five_by_five_becomes_four_by_four():
    found = read(VAN, (*VAN[:1], "Two", "data", "", "Chair", "2: Unlikely", "3", "1 May 2020"))

    assert (found.size, found.problems, marks_of(found)) == (5, [], [(4, 3) * 3, (2, 3) * 3])
    assert [(line.category, line.said, line.review_on) for line in found.lines] == [
        ("RK4", "5 × 4", date(2027, 5, 1)),
        ("RK10", "2: Unlikely × 3", USUAL),
    ]
    assert [note[:39] for note in found.notes] == [
        "Your list has one score for each risk. ",
        "Your list has no target. What is left i",
    ]


def test_three_scores_are_kept_apart_and_must_not_grow():
    columns = ("Risk", "Owner", "Gross L", "Gross I", "Net L", "Net I", "Target L", "Target I")
    right, wrong = ("Van", "Ann", *"554421"), ("Bus", "Ann", *"225311")

    found = read(right, wrong, columns=columns, category="RK1")

    assert marks_of(found) == [(4, 4, 3, 3, 2, 1)]
    assert (found.lines[0].effect, found.lines[0].said) == (NO_EFFECT, "4 × 4")
    assert [str(each) for each in found.problems] == [
        "Row 3, column Net L: What is left cannot be more than if nothing were done.",
        "Row 3, column Net I: What is left cannot be more than if nothing were done.",
    ]


def test_words_for_low_medium_and_high_become_steps_or_bands():
    pair = read((*VAN[:5], "High", "Medium", ""))
    one = read(("Van", "Ann", "Red"), columns=("Risk", "Owner", "RAG"), category="RK4")
    product = ("Van", "Ann", "20")

    assert (pair.size, marks_of(pair)) == (3, [(4, 3) * 3])
    assert (one.is_rated_only, marks_of(one), one.lines[0].said) == (True, [(3, 3) * 3], "Red")
    asked = read(product, columns=("Risk", "Owner", "Score"), category="RK4")
    told = read(product, columns=("Risk", "Owner", "Score"), category="RK4", size=5)
    assert (asked.size, asked.lines, marks_of(told)) == (0, [], [(3, 4) * 3])


def test_every_problem_is_named_by_row_and_column_and_nobody_guesses_a_scale():
    assert read((*VAN[:5], "4", "4", "")).size == 0
    found = read(
        ("", "x" * 301, "Weather", "", "", "6", "", "soon"),
        VAN,
        VAN,
        ("Hall", "", "", "", "Ann", "5", "1", ""),
    )

    assert [str(each) for each in found.problems] == [
        "Row 2, column Risk: This row does not say what could happen.",
        f"Row 2, column Consequence: “{'x' * 40}…” is longer than 300 letters.",
        "Row 2, column Owner: Nobody answers for this risk. Name a person or a post.",
        "Row 2, column Category: “Weather” is no kind of risk we know.",
        "Row 2, column Review: “soon” is not a date we can read. Write it like 3 April 2025.",
        "Row 2, column Likelihood: “6” is no step from 1 to 5.",
        "Row 2, column Impact: Nothing is said here: write a step from 1 to 5.",
        "Row 4, column Risk: This is the same risk as in row 3.",
        "Row 5, column Category: The kind of risk is missing. Write it, or choose one for such.",
    ]
    assert [line.row for line in found.lines] == [3]


def test_a_list_that_lacks_a_column_says_so_once():
    told = [str(each) for each in read(("a",), columns=("Name",)).problems]
    unrated = read(("Van", "Ann", "so-so"), columns=("Risk", "Owner", "Rating"), category="RK4")

    assert [sentence[:30] for sentence in told] == [
        "No column is headed “Risk”. Na",
        "No column is headed “Owner”. A",
        "No columns are headed “Likelih",
    ]
    assert "Row 2, column Rating: “so-so” is no rating we know." in str(unrated.problems[0])
    assert str(read().problems[0]) == "There is no risk in this list."
    assert "one of risks takes 200" in str(read(*[VAN] * 201).problems[0])
