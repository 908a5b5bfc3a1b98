"""Whatever is wrong in a table is told at once, each thing with its row and column."""

import tomllib
from pathlib import Path

from joinedup.domain.instruments.catalogue import texts
from joinedup.domain.instruments.reading import parts_of
from joinedup.domain.question_tables.layout import COLUMNS
from joinedup.domain.question_tables.writing import rows_of
from tests.domain.instruments import made as definitions
from tests.domain.question_tables.made import as_file, changed, file_of, problems_of, small_rows
from tests.domain.spreadsheets.files import zipped

BROKEN = tomllib.loads(Path(definitions.__file__).with_name("broken.toml").read_text())
# Where things stand in the small questionnaire.
TITLE, SCALE, ONE, SECTION_A, A1, A2, B1 = 4, 11, 12, 17, 18, 19, 21
SORTS = "setting, scale, answer, no score, section, statement, open question, choice, band, "
SORTS += "section band, alert"


# Cells put into the small questionnaire, and every problem then told.
WRONG = {
    TITLE: {"Words": None, "Weight": 2},
    ONE: {"Code": "one"},
    A1: {"Words": None, "Key": "perhaps", "Weight": "2026-02-03"},
    A2: {"Roles": "chair; boss", "Tiers": "4", "Means": "Much."},
    B1: {"Weight": "much", "Scale": "six"},
    23: {"Row is": "question", "Words": "Why?"},
    24: {"Words": "Lost."},
    25: {"Row is": "setting", "Code": "scoring.decimal", "Words": 1},
    26: {"Row is": "setting", "Code": "version", "Words": 2},
}
TOLD = [
    "Row 4, column Weight: this has no meaning where the row is “setting”. Leave it empty.",
    "Row 4, column Words: title is needed.",
    "Row 12, column Code: “one” is not a whole number.",
    "Row 18, column Key: “perhaps” is neither yes nor no. Write yes, or leave it empty.",
    "Row 18, column Weight: “2026-02-03” is a day: spreadsheet programs make one of 2/3. "
    "Write a fraction as “2 in 3”.",
    "Row 18, column Words: this is needed where the row is “statement”.",
    "Row 19, column Tiers: “4” is not known here. Write one of: 1, 2, 3.",
    "Row 19, column Roles: “boss” is not known here. Write one of: chair, coordinator, "
    "representative, deputy, secretary.",
    "Row 19, column Means: this has no meaning where the row is “statement”. Leave it empty.",
    "Row 21, column Weight: “much” is not a number. Write one such as 0.6, or a fraction "
    "such as “2 in 3”.",
    "Row 21, column Scale: there is no scale 'six'.",
    f"Row 23, column Row is: “question” is not known here. Write one of: {SORTS}.",
    f"Row 24, column Row is: say what this row is. Write one of: {SORTS}.",
    "Row 25, column Code: “scoring.decimal” is not known here. Did you mean scoring.decimals?",
    "Row 26, column Code: version stands in row 5 already.",
]


def test_every_problem_is_told_at_once_in_the_order_of_the_rows():
    assert changed(WRONG) == TOLD


def test_a_row_whose_place_is_above_is_refused_without_it():
    rows = small_rows()
    moved = {number: row for number, row in rows.items() if number not in (SCALE, SECTION_A)}

    assert problems_of(file_of(moved))[:2] == [
        "Row 12, column Row is: there is no row “scale” above, to which it belongs.",
        "Row 13, column Row is: there is no row “scale” above, to which it belongs.",
    ]
    assert (
        "Row 18, column Row is: there is no row “section” above, to which it belongs."
        in problems_of(file_of(moved))
    )


def test_settings_that_are_missing_are_named_those_of_a_group_only_beside_others():
    rows = small_rows()
    del rows[TITLE]
    rows[23] = {"Row is": "setting", "Code": "caps.key_unknown", "Words": "yes"}
    rows[24] = {"Row is": "setting", "Code": "", "Words": "yes"}
    rows[25] = {"Row is": "setting", "Code": "xyz", "Words": "yes"}

    assert problems_of(file_of(rows)) == [
        "Row 24, column Code: say which setting this is. The example lists them all.",
        "Row 25, column Code: “xyz” is not known here. The example lists them all.",
        "The setting title is missing. Add a row for it.",
        "The setting caps.band is missing. Add a row for it.",
    ]


def test_a_column_of_ones_own_is_told_when_something_stands_in_it():
    rows = {number: row | {"Owner": "Tom"} for number, row in small_rows().items()}
    headings = [*COLUMNS, "Owner", "words", "Unused"]

    assert problems_of(file_of(rows, headings)) == [
        "Row 1, column Owner: this is no column of a questionnaire. Put notes of your own under "
        "“Notes”, or take the column out."
    ]


def test_a_row_that_a_spreadsheet_reader_leaves_out_is_told():
    rows = small_rows()
    rows[A2] = {"Row is": "Total", "Words": "2"}

    assert "Row 19 looks like a total and was not imported." in problems_of(file_of(rows))


# Ways in which the yearly questionnaire does not fit together, and what is told of each.
YEARLY = {
    ("minutes = 10", "minutes = 0"): "Row 19, column Words: this must be 1 or more.",
    ('share = "2/3"', "share = 1.01"): "Row 14: Scoring, missing: give the share needed, over 0 "
    "and up to 1.",
    ('id = "na"', 'id = "dk"'): "Row 41, column Code: 'dk' is used more than once among the "
    "answers without a score.",
    ('id = "SF2"', 'id = "sf1"'): "Row 44, column Code: 'sf1' is used more than once among the "
    "ids of sections, statements and open questions.",
    ('id = "SF3"', 'id = "2F"'): "Row 45, column Code: The id '2F' must begin with a letter and "
    "hold only letters, digits and hyphens, 20 at most.",
    ("value = 2,", "value = 1,"): "Row 35: The values of the scale 'in-place' must rise from first "
    "to last.",
    ("at_least = 60.0", "at_most = 60.0"): "Row 88, column Up to: as high is good, give “From” "
    "and not “Up to”.",
    ('name = "At risk"', 'name = "sound"'): "Row 90, column Words: 'sound' is used more than once "
    "among the bands.",
    ('section_band = "At risk"', 'section_band = "Weak"'): "Row 23, column Words: there is no band "
    "'Weak'.",
    ('id = "merge"', 'id = "leave"'): "Row 85, column Code: 'leave' is used more than once among "
    "the choices of future.",
    ('id = "one-change"', 'id = "one-change"\nkind = "choice"'): "Row 79: give at least two "
    "choices.",
}


def test_what_does_not_fit_together_is_told_at_the_row_that_is_meant():
    text = texts()["yearly-self-assessment"]
    for old, new in YEARLY:
        text = text.replace(old, new, 1)

    found = problems_of(as_file(rows_of(parts_of(text))))

    assert found == sorted(YEARLY.values(), key=lambda each: int(each.split()[1].strip(",:")))


# The same in the small questionnaire, for what a definition file says in its own words.
SMALL = {
    "Statement A1: there is no": ["Row 18, column Scale: there is no scale 'six'."],
    "A1: the weight": ["Row 18, column Weight: the weight must be more than 0."],
    "B: the weight": ["Row 20, column Weight: the weight must be more than 0."],
    "Caps: there": ["Row 11: Caps: there is no overall band to hold down."],
    "Alert on Z": ["Row 23, column Code: there is no section or statement of this id."],
    "Alert on A": ["Row 23, column Up to: give “From” or “Up to”, and only one of them."],
    "Leading": ["Row 12, column Words: this must be 0 or more."],
    "Statement A1: same_as": [
        "Row 18, column Same as: “Same as” has a meaning only where follows names a version."
    ],
    "A score": ["A score may be 1000; 999 is the most that can be kept."],
}


def test_keys_of_a_definition_file_are_told_as_the_headings_of_the_table():
    told = {}
    for beginning in SMALL:
        case = next(each for each in BROKEN["small"] if each["problem"].startswith(beginning))
        told[beginning] = changed({}, **case["parts"])

    assert told == SMALL


def test_the_title_the_name_and_what_stands_there_twice_are_told_at_their_rows():
    bands = "".join(
        f'[[{name}]]\nname = "Low"\nat_least = {bound}\n'
        for name, bound in (("bands", 1), ("section_bands", 1.55))
    )
    linked = 'same_as = "Z"'
    rows = {4: {"Words": "x" * 201}, 3: {"Words": "y" * 41}}
    rows |= {25: {"Row is": "setting", "Code": "follows", "Words": "0"}}

    assert changed(rows, MORE=bands, A1=linked, B1=linked) == [
        "Row 3, column Words: The id '" + "y" * 41 + "' must begin with a letter and hold only "
        "letters, digits and hyphens, 40 at most.",
        "Row 4, column Words: The title has 201 characters; 200 is the most.",
        "Row 21, column Same as: 'Z' is used more than once among the questions of an earlier "
        "version.",
        "Row 24: the bound has more decimals than are printed, 1.",
    ]


def test_a_file_that_is_no_questionnaire_is_refused_in_a_sentence():
    long = as_file([["open question", f"q{number}", "Why?"] for number in range(1001)])
    bomb = zipped({"[Content_Types].xml": b"x", "xl/workbook.xml": b" " * 3_000_000})

    assert [problems_of(data) for data in (b"%PDF-1.7", b"", b"A,B\n1,2\n", long)] == [
        ["This is a PDF, which holds pages, not rows. Find the spreadsheet it was made from."],
        ["This file is empty. Choose the file that holds your list."],
        [
            "Row 1: there is no column headed “Row is” or “Code” or “Words”. "
            "The example shows the headings."
        ],
        ["This table has 1,001 rows; a questionnaire takes 1,000."],
    ]
    assert [len(problems_of(data)) for data in (bomb, zipped({"a": b"b"}))] == [1, 1]
