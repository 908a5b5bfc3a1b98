from fractions import Fraction

import pytest

from joinedup.domain.scoring.results import agreement, score
from tests.domain.instruments.made import one_statement, yearly


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([0, 0, 0], "1"),
        ([0, 3, 3], "1/9"),
        ([0, 0, 3, 3], "0"),
        ([1, 2, 3], "19/27"),
        ([0, 1, 2, 3], "4/9"),
        ([2, 2, 2, 2, 3], "209/225"),
    ],
)
def test_agreement_is_one_less_the_variance_over_the_greatest_possible(answers, expected):
    assert agreement(answers, lowest=0, highest=3) == Fraction(expected)


def test_agreement_is_the_same_on_a_scale_that_begins_elsewhere():
    assert agreement([3, 4, 4, 5], lowest=2, highest=5) == agreement(
        [1, 2, 2, 3], lowest=0, highest=3
    )


def test_agreement_equals_its_definition_by_variances():
    answers = [0, 1, 1, 2, 3, 3, 3]
    count, mean = len(answers), Fraction(sum(answers), len(answers))
    variance = sum((each - mean) ** 2 for each in answers) / (count - 1)
    greatest = Fraction(9, 4) * Fraction(count, count - 1)

    assert agreement(answers, lowest=0, highest=3) == 1 - variance / greatest


@pytest.mark.parametrize(
    ("answers", "agreed", "split"),
    [
        ([0, 3], None, False),
        ([0, 3, "dk"], None, False),
        ([0, 3, "na", None], None, False),
        ([2, 2, 2], "1", False),
        ([0, 0, 0, 0, 0, 0, 0, 0, 0, 3], "16/25", False),
        ([3] * 3 + [1] * 11 + [0] * 6, "3/5", False),
        ([3] * 3 + [2] + [1] * 9 + [0] * 7, "5/9", True),
    ],
)
def test_three_answers_are_needed_and_under_three_fifths_is_a_split_view(answers, agreed, split):
    figures = score(yearly(), one_statement(*answers)).statements["SF1"]

    assert (figures.agreement, figures.split) == (agreed and Fraction(agreed), split)
