"""Words in other languages stand beside those of the original, each in a column of its own."""

from joinedup.domain.instruments.reading import parts_of, read_parts
from joinedup.domain.languages.wordings import IN_ENGLISH, NAMES
from joinedup.domain.question_tables.layout import COLUMNS
from joinedup.domain.question_tables.reading import read_questions
from joinedup.domain.question_tables.writing import columns_of
from tests.domain.languages.made import WHOLE, spoken, spoken_text
from tests.domain.question_tables.made import file_of, numbered_rows, problems_of

PARTS = parts_of(spoken_text())
# Where things stand in the questionnaire with words in another language.
TITLE, LICENCE, ASKS, SCALE, LAST_VALUE, A1, B, B2, Q2, BAND = 4, 6, 12, 14, 19, 22, 24, 26, 28, 31


def told(cells, headings=()):
    """Every problem of that questionnaire with these cells put into these rows."""
    rows = numbered_rows(PARTS)
    for number, row in cells.items():
        rows[number] = rows.get(number, {}) | row
    return problems_of(file_of(rows, [*columns_of(PARTS), *headings]))


def read(rows, headings):
    return read_parts(read_questions(file_of(rows, headings), "own.csv"))


def test_a_language_is_named_by_its_code_by_itself_or_in_english():
    for name, why in (("cy", "Why(CY)"), ("Cymraeg", "WHY ( cymraeg )"), ("welsh", "why (Welsh)")):
        typed = {each: each.replace("(cy)", f"({name})") for each in columns_of(PARTS)}
        typed["Why (cy)"] = why
        rows = {
            number: {typed[each]: cell for each, cell in row.items()}
            for number, row in numbered_rows(PARTS).items()
        }
        assert read(rows, list(typed.values())) == spoken()
    assert set(IN_ENGLISH) == set(NAMES)


def test_a_language_is_there_once_any_of_its_cells_says_something():
    rows = numbered_rows(parts_of(spoken_text("")))
    headings = [*COLUMNS, "Words (fr)", "Hint (fr)", "Words (Gàidhlig)", "Words (xx)"]
    empty = read(rows, headings)
    rows[LAST_VALUE]["Words (Gàidhlig)"] = "q5"
    rows[Q2 + 1]["Words (Gàidhlig)"] = "qYes"

    (one,) = read(rows, headings).translations

    assert empty == spoken("")
    assert (one.language, one.title, one.statements, one.unscored) == ("gd", None, (), ())
    assert [(each.id, each.title, each.values[0].label) for each in one.scales] == [
        ("five", None, "q5")
    ]
    assert [(each.id, each.text, each.choices[0].id) for each in one.open_questions] == [
        ("Q2", None, "yes")
    ]


def test_words_for_what_has_none_are_told_at_their_row_and_column():
    nothing = "there is nothing under “{}” to translate."

    assert told(
        {
            LICENCE: {"Words (cy)": "q"},
            ASKS: {"Words": "", "Why (cy)": "q", "Words (cy)": "q"},
            SCALE: {"Words (cy)": "q", "Hint (cy)": "q"},
            A1: {"Why": "Why?", "Why (cy)": "q"},
            Q2: {"Hint (cy)": "q"},
            BAND: {"Row is": "band", "Words": "Good", "From": 0, "Words (cy)": "q"},
        }
    ) == [
        "Row 6, column Words (cy): this is not translated. Leave it empty.",
        f"Row 12, column Words (cy): {nothing.format('Words')}",
        "Row 12, column Why (cy): this is not translated. Leave it empty.",
        f"Row 14, column Words (cy): {nothing.format('Words')}",
        "Row 14, column Hint (cy): this is not translated. Leave it empty.",
        "Row 22, column Why (cy): this is not translated. Leave it empty.",
        f"Row 28, column Hint (cy): {nothing.format('Hint')}",
        "Row 31, column Words (cy): this is not translated. Leave it empty.",
    ]


def test_what_is_wrong_with_the_original_is_not_told_again_of_its_words_in_each_language():
    cells = {
        TITLE: {"Words": ""},
        LAST_VALUE: {"Code": "five"},
        A1: {"Weight": 0},
        B: {"Words": ""},
        B2: {"Code": ""},
        Q2: {"Code": "Q1"},
    }

    assert told(cells) == [
        "Row 4, column Words: title is needed.",
        "Row 19, column Code: “five” is not a whole number.",
        "Row 22, column Weight: the weight must be more than 0.",
        "Row 24, column Words: this is needed where the row is “section”.",
        "Row 26, column Code: this is needed where the row is “statement”.",
        "Row 28, column Code: 'Q1' is used more than once among the ids of sections, "
        "statements and open questions.",
    ]


def test_a_heading_of_a_language_that_cannot_be_is_told_with_those_known():
    headings = ["Words (xx)", "Words (English)", "Means (cy)", "Words (Welsh)", "Owner (cy)"]

    problems = told({A1: dict.fromkeys(headings, "q")}, headings)

    known = "; ".join(f"{code} ({name})" for code, name in IN_ENGLISH.items() if code != "en")
    assert "cy (Welsh); ga (Irish)" in known
    assert problems == [
        f"Row 1, column Words (xx): “xx” is no language known here. Known are: {known}.",
        "Row 1, column Words (English): the words in English stand under “Words”.",
        "Row 1, column Means (cy): what stands under “Means” is not translated. Other languages "
        "have columns for Words, Why, Introduction, Hint.",
        "Row 1, column Words (Welsh): there is a column for “Words (cy)” already.",
        "Row 1, column Owner (cy): this is no column of a questionnaire. Put notes of your own "
        "under “Notes”, or take the column out.",
    ]


def test_a_row_with_nothing_but_words_in_another_language_is_told():
    (problem,) = told({BAND: {"Words (cy)": "q"}})

    assert problem.startswith("Row 31, column Row is: say what this row is.")


def test_every_language_has_its_place_at_once():
    others = [code for code in NAMES if code != "en"]
    text = spoken_text("".join(WHOLE.replace('"cy"', f'"{code}"') for code in others))
    parts = parts_of(text)

    assert read(numbered_rows(parts), columns_of(parts)).translations == tuple(
        read_parts(parts).translations
    )
