"""What stands in a spreadsheet of answers: figures always, and words in any language there is."""

import pytest

from joinedup.domain.channels.answer_sheets import headings, read_filled, rows_to_fill
from joinedup.domain.exports.formats import in_format
from joinedup.domain.languages.texts import in_language
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.scoring.answer_file import AnswerProblems
from tests.domain.languages.made import WHOLE, spoken

CODE = "CFHJ KMPR"
# What the same words mean in two languages: “Na” is no in one, n/a everywhere.
DOUBTFUL = WHOLE.replace('label = "q1"', 'label = "Na"').replace('"qNo"', '"Yes"')
DOUBTFUL += '[[translations.unscored]]\nid = "na"\nlabel = "qNone"\n[[unscored]]\nid = "na"\n'
DOUBTFUL += 'label = "Does not apply"\n'


def read(instrument, *cells):
    """What a spreadsheet made in another language holds, filled in downwards from the top."""
    rows = list(rows_to_fill(in_language(instrument, "cy"), [CODE]))
    for row, cell in zip(rows, cells, strict=False):
        row[3] = cell
    data = b"".join(in_format("csv", "Answers", headings([CODE]), rows))
    (filled,) = read_filled(data, "answers.csv", {CODE: instrument}.get)
    return filled.answers


def problems_of(instrument, *cells):
    with pytest.raises(AnswerProblems) as refused:
        read(instrument, *cells)
    return [str(each) for each in refused.value.problems]


def test_an_answer_is_its_figure_its_sign_or_its_words_in_any_language():
    marks = {
        "4": Given(value=4),
        "4.0": Given(value=4),
        "q4": Given(value=4),
        " MOSTLY ": Given(value=4),
        "Not  at all": Given(value=1),
        "d": Given(unscored="dk"),
        "qDo not know": Given(unscored="dk"),
        "I do not know": Given(unscored="dk"),
        "don't know": Given(unscored="dk"),
        "": Given(),
    }
    choices = {"2": "no", "2.0": "no", "QNO": "no", "No": "no", "no": "no", "qYes": "yes", "": ""}

    assert {cell: read(spoken(), cell, "1")["A1"] for cell in marks} == marks
    assert {
        cell: read(spoken(), "1", "", "", "", "", cell)["Q2"].words for cell in choices
    } == choices


def test_words_that_are_no_answer_or_may_be_two_are_told_with_the_figures_that_do():
    assert problems_of(spoken(), "q6", "", "", "", "", "qPerhaps") == [
        f"Row 2, column {CODE}: “q6” is not an answer. Write one of 1, 2, 3, 4, 5 or d, or leave "
        "it empty.",
        f"Row 7, column {CODE}: “qPerhaps” is not a choice. Write a number from 1 to 2.",
    ]
    assert problems_of(spoken(DOUBTFUL), "Na", "", "", "", "", "Yes") == [
        f"Row 2, column {CODE}: “Na” may mean more than one thing. Write one of 1, 2, 3, 4, 5, d "
        "or n, or leave it empty.",
        f"Row 7, column {CODE}: “Yes” may mean more than one thing. Write a number from 1 to 2.",
    ]


def test_figures_and_signs_mean_the_same_whatever_an_answer_is_called():
    instrument = spoken(DOUBTFUL.replace('"q2"', '"5"').replace('"q3"', '"n"'))

    answers = read(instrument, "5", "n", "d", "Wholly", "", "2")

    assert [answers[each] for each in ("A1", "A2", "B1", "B2", "Q2")] == [
        Given(value=5),
        Given(unscored="na"),
        Given(unscored="dk"),
        Given(value=5),
        Given(words="no"),
    ]
