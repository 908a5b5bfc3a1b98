import pytest

from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.scoring.sheets import Sheet
from joinedup.domain.workings.working import working
from tests.domain.instruments.made import all_of, one_statement, sheets, small, yearly

MEANS = 'statement = "mean"\nsection = "mean"\noverall = "mean"\n'
SHARE = MEANS.replace('"mean"', '"share choosing"', 1) + "choosing = [4, 5]"
LOWEST = MEANS + 'missing = { policy = "treat as lowest" }'
PERSON_FIRST = MEANS + 'average = "person first"'
BODY_FIRST = MEANS + 'average = "organisation first"'
THREE = sheets(
    all_of(3, SF7="na", SF5="dk", SF8=3),
    all_of(2, SF7="na", SF8=0),
    all_of(1, SF7="na", SF8=1),
    organisations="AAB",
)
SF8 = (
    "SF8: We know how the partnership would be wound up, or how one partner would leave, "
    "without harm to people who rely on it."
)
COUNTS = (
    "How many people gave each answer: 3 (Fully in place, and we could show it): 1; "
    "2 (Mostly in place): 0; 1 (Started): 1; 0 (Not in place): 1; I do not know: 0; "
    "Does not apply to this partnership: 0; left empty: 0."
)
AGREEMENT = (
    "How far people agree, from 0 to 1: the squared distances of the answers from their average "
    "add up to 4.6667 (exactly 14/3). Had half chosen each end of the scale, it would be 6.75. "
    "1 less the first ÷ the second = 0.3086 (exactly 25/81). Under 0.6 is a split view; "
    "this is one."
)


def test_a_statement_is_worked_out_from_counts():
    assert working(yearly(), THREE, "SF8") == [
        SF8,
        COUNTS,
        "Points: 1 × 3 + 0 × 2 + 1 × 1 + 1 × 0 = 4, from 3 people.",
        "Average: 4 ÷ 3 = 1.3333 (exactly 4/3).",
        "Score: the average ÷ 3 × 100 = 44.4444 (exactly 400/9), printed as 44.4.",
        AGREEMENT,
    ]


@pytest.mark.parametrize("internal", [False, True])
def test_by_organisation_only_the_sum_of_the_averages_is_told(internal):
    side = "unit" if internal else "organisation"

    assert working(yearly(), THREE, "SF8", view="by_organisation", internal=internal) == [
        SF8,
        COUNTS,
        f"The people of each {side} are averaged first; somebody who speaks for nobody else "
        "counts alone.",
        "The averages, 2 in all, add up to 2.5.",
        "Average: this ÷ 2 = 1.25.",
        "Score: the average ÷ 3 × 100 = 41.6667 (exactly 125/3), printed as 41.7.",
        AGREEMENT,
    ]


@pytest.mark.parametrize(
    ("answers", "last"),
    [
        (["na", "na", "na"], "Everyone said that it does not apply, so it is left out."),
        (["na", "dk", None], "Nobody gave an answer that can be scored, so there is no average."),
        ([2, 2, "na"], "How far people agree is worked out from 3 scored answers up."),
        (
            [3, 3, 3],
            "How far people agree, from 0 to 1: the squared distances of the answers from their "
            "average add up to 0. Had half chosen each end of the scale, it would be 6.75. 1 less "
            "the first ÷ the second = 1. Under 0.6 is a split view; this is not one.",
        ),
        (
            [2, 2, "dk"],
            "Who could not tell: 1 of 3, which is 0.3333 (exactly 1/3). From 0.2 up it is listed "
            "under what partners cannot tell.",
        ),
    ],
)
def test_a_statement_ends_as_its_answers_deserve(answers, last):
    assert working(yearly(), one_statement(*answers), "SF1")[-1] == last


def test_what_one_or_two_people_said_to_a_statement_is_not_told():
    lines = working(yearly(), one_statement(3, 0), "SF1")

    assert lines[1:] == [
        "Fewer than 3 people answered, so what was said to one statement is not shown."
    ]


def test_a_section_is_worked_out_from_its_statements():
    assert working(yearly(), THREE, "SF") == [
        "Foundations: 8 statements.",
        "Left out, as everyone said it does not apply: 1.",
        "Of the 7 that apply, 7 have a score; at least 5 must have.",
        *(f"SF{number}: 66.6667 (exactly 200/3)." for number in (1, 2, 3, 4)),
        "SF5: 50.",
        "SF6: 66.6667 (exactly 200/3).",
        "SF8: 44.4444 (exactly 400/9).",
        "Added up: 427.7778 (exactly 3850/9). Divided by 7: 61.1111 (exactly 550/9).",
        "The score is printed as 61.1.",
        "61.1 is Sound, which means 60.0 or more.",
    ]


def test_a_section_of_one_or_two_people_is_told_without_its_statements():
    assert working(yearly(), one_statement(3, 0), "SF") == [
        "Foundations: 8 statements.",
        "Of the 8 that apply, 8 have a score; at least 6 must have.",
        "Added up: 516.6667 (exactly 1550/3). Divided by 8: 64.5833 (exactly 775/12).",
        "The score is printed as 64.6.",
        "64.6 is Sound, which means 60.0 or more.",
    ]


def test_a_withheld_section_and_overall_say_why():
    few = [Sheet("p", "A", {f"SF{number}": 2 for number in range(1, 6)})]

    assert working(yearly(), few, "SF")[-2:] == [
        "Of the 8 that apply, 5 have a score; at least 6 must have.",
        "That is too few, so the section has no score.",
    ]
    assert working(yearly(), few, "overall") == [
        "There is no overall score, because these have none: Foundations, Partners, "
        "Communication and involvement, Measuring and reviewing success."
    ]


def test_the_overall_is_worked_out_from_its_sections_and_caps():
    lost = {f"SM{number}": 0 for number in range(2, 9)}
    answered = sheets(*[all_of(3, SF8=0, SF4="dk", SM1=1, **lost)] * 3)

    assert working(yearly(), answered, "overall") == [
        "Foundations: 85.7143 (exactly 600/7).",
        "Partners: 100.",
        "Communication and involvement: 100.",
        "Measuring and reviewing success: 4.1667 (exactly 25/6).",
        "Added up: 289.881 (exactly 12175/42). Divided by 4: 72.4702 (exactly 12175/168).",
        "The score is printed as 72.5.",
        "72.5 is Sound, which means 60.0 or more.",
        "The band is Developing at best, because the section Measuring and reviewing success is "
        "At risk.",
        "The band is Developing at best, because the essential statement SF8 averages 0, under 1: "
        f"“{yearly().statement('SF8').text}”",
        "The band is Developing at best, because nobody can say about the essential statement SF4: "
        f"“{yearly().statement('SF4').text}”",
        "Without this it would be Sound.",
    ]


LOW = 'statement = "mean"\nsection = "mean"\noverall = "mean"\ndirection = "low is good"'
GRADES = (
    '[[bands]]\nname = "Good"\nat_most = 2\n[[bands]]\nname = "Poor"\nat_most = 5\n'
    '[caps]\nband = "Poor"\nkey_worse_than = 4'
)


def figure_lines(instrument: Instrument, figure: str) -> list[str]:
    answers = {"A1": 5, "A2": 1, "B1": 1, "B2": 1}
    return working(instrument, [Sheet(each, each, answers) for each in "XYZ"], figure)


def test_where_low_is_good_bands_and_caps_are_told_from_the_other_side():
    lines = figure_lines(small(SCORING=LOW, MORE=GRADES, A1="key = true"), "overall")

    assert lines[-5:] == [
        "Added up: 4. Divided by 2: 2.",
        "The score is printed as 2.0.",
        "2.0 is Good, which means 2.0 or less.",
        "The band is Poor at best, because the essential statement A1 averages 5, over 4: “One.”",
        "Without this it would be Good.",
    ]


def test_a_weight_is_told_beside_its_statement():
    lines = figure_lines(small(A1="weight = 3\nreverse = true"), "A")

    assert lines[-4:] == [
        "A1: 1, counted 3 times.",
        "A2: 1.",
        "Added up: 4. Divided by 4: 1.",
        "The score is printed as 1.0.",
    ]


def test_a_percentage_is_told_of_the_most_it_could_be():
    scoring = 'statement = "mean"\nsection = "percentage"\noverall = "mean"'

    lines = figure_lines(small(SCORING=scoring), "A")

    assert lines[-2:] == [
        "Added up: 6. This ÷ 10, the most it could be, × 100 = 60.",
        "The score is printed as 60.0.",
    ]


def test_a_sum_is_only_added_up_and_an_overall_may_be_absent():
    scoring = 'statement = "mean"\nsection = "sum"\noverall = "none"'
    instrument = small(SCORING=scoring + '\nmissing = { policy = "need all" }')

    assert figure_lines(instrument, "A")[-2:] == ["Added up: 6.", "The score is printed as 6.0."]
    assert figure_lines(instrument, "overall") == ["This questionnaire has no overall score."]


def test_a_statement_in_reverse_says_so_before_it_is_added_up():
    assert figure_lines(small(A1="reverse = true"), "A1")[2:5] == [
        "The statement is worded the other way round, so 5 counts as 1 and so on.",
        "Points: 0 × 5 + 0 × 4 + 0 × 3 + 0 × 2 + 3 × 1 = 3, from 3 people.",
        "Average: 3 ÷ 3 = 1.",
    ]


def test_a_figure_there_is_none_of_is_refused():
    with pytest.raises(KeyError):
        working(yearly(), THREE, "SF99")


def told(scoring, figure, view="by_person"):
    """How a figure of four people of two organisations comes about."""
    answers = ({"A1": 5, "A2": 4}, {"A1": 4, "A2": None}, {"A1": 1, "A2": 2}, {"A1": 2})
    four = sheets(*answers, organisations="AAAB")
    return working(small(SCORING=scoring), four, figure, view=view)


def test_a_share_is_told_as_how_many_chose():
    assert told(SHARE, "A1")[2:4] == [
        "Who chose 4 (Mostly) or 5 (Wholly): 2 of 4.",
        "Score: this share × 100 = 50, printed as 50.0.",
    ]


def test_what_counts_as_the_worst_answer_is_told():
    assert told(LOWEST, "A2")[2:5] == [
        "Left empty or could not tell: 2. For the score, each counts as the worst answer, "
        "1 (Not at all).",
        "Points: 0 × 5 + 1 × 4 + 0 × 3 + 1 × 2 + 2 × 1 = 8, from 4 people.",
        "Average: 8 ÷ 4 = 2.",
    ]


def test_nobody_s_own_score_is_told_where_people_are_scored_first():
    assert told(PERSON_FIRST, "A") == [
        "First: 2 statements.",
        "Each person’s own score is worked out first. 4 people of 4 gave enough answers to have "
        "one.",
        "The average of these scores is 3, printed as 3.0.",
    ]
    assert told(PERSON_FIRST, "A", "by_organisation")[2:] == [
        "The people of each organisation are averaged first, then the organisations.",
        "The average of these scores is 2.6667 (exactly 8/3), printed as 2.7.",
    ]


def test_no_organisation_s_own_score_is_told_where_they_are_scored_first():
    assert told(BODY_FIRST, "A")[1:] == [
        "Each organisation’s own score is worked out first. 2 organisations of 2 gave enough "
        "answers to have one.",
        "Each organisation counts once for each of its people who answered.",
        "The average of these scores is 2.875, printed as 2.9.",
    ]
