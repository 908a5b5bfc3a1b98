"""Sheets in the shapes people leave them in: where the list begins and ends, and what is no row."""

from datetime import date

from tests.zoo.making import HEADINGS, book, changed, text, with_parts

A, B = ("Safer Town", "Be safe", "Police"), ("Better Health", "Be well", "NHS")
LIST = book(HEADINGS, A, B)
TITLE = ("Register of partnerships", "", "")
WIDE = ("Partnership", "Lead officer", "", "Chair", "")
UNDER = ("", "Name", "Email", "Name", "Email")
ONE = ("Safer Town", "Jo Lee", "jo@example.org", "Ada Roe", "ada@example.org")
BOTH = ("Partnership", "Lead officer name", "Lead officer email", "Chair name", "Chair email")

# name: (file, columns, numbers of the rows, words of a note)
SHEETS = {
    "a plain workbook": (LIST, HEADINGS, (2, 3), ""),
    "a title above": (
        text([TITLE, ("", "", ""), HEADINGS, A, B]),
        HEADINGS,
        (4, 5),
        "The headings are in row 3. The lines above were not imported.",
    ),
    "a joined title above": (
        book((), (), HEADINGS, A, B, joined=[(0, 0, 1, 2, "Register")]),
        HEADINGS,
        (4, 5),
        "The headings are in row 3.",
    ),
    "a title, a date and a name above": (
        text([TITLE, ("Updated 3 May 2024", "", ""), ("By Jo Lee", "", ""), HEADINGS, A, B]),
        HEADINGS,
        (5, 6),
        "The headings are in row 4.",
    ),
    "two rows of headings in text": (text([WIDE, UNDER, ONE]), BOTH, (3,), "rows 1 and 2"),
    "two rows of headings, joined": (
        book(
            ("Partnership", "", "", "", ""),
            UNDER,
            ONE,
            joined=[
                (0, 0, 1, 0, "Partnership"),
                (0, 1, 0, 2, "Lead officer"),
                (0, 3, 0, 4, "Chair"),
            ],
        ),
        BOTH,
        (3,),
        "rows 1 and 2, read together",
    ),
    "groups of columns above the headings": (
        text([("", "People", "", "", ""), ("Name", "Chair", "Clerk", "Lead", "Link"), ONE]),
        ("Name", "Chair", "Clerk", "Lead", "Link"),
        (3,),
        "The headings are in row 2.",
    ),
    "blank rows between": (text([HEADINGS, A, ("", "", ""), B]), HEADINGS, (2, 4), ""),
    "a total": (
        text([HEADINGS, A, B, ("Total", "2", "")]),
        HEADINGS,
        (2, 3),
        "Row 4 looks like a total and was not imported.",
    ),
    "totals after each part": (
        text([HEADINGS, A, ("Sub-total: 1", "", ""), B, ("Subtotal", "1", ""), ("Grand total",)]),
        HEADINGS,
        (2, 4),
        "Rows 3, 5 and 6 look like a total and were not imported.",
    ),
    "headings said again on each page": (
        text([HEADINGS, A, HEADINGS, B]),
        HEADINGS,
        (2, 4),
        "Row 3 repeats the headings and was not imported.",
    ),
    "notes at the foot": (
        text([HEADINGS, A, B, ("", "", ""), ("* under review", "", ""), ("Source: us", "", "")]),
        HEADINGS,
        (2, 3),
        "Rows 5 and 6 stand under the list and were not imported: “* under review”.",
    ),
    "a heading across the sheet between rows": (
        book(HEADINGS, (), A, (), B, joined=[(1, 0, 1, 2, "SAFETY"), (3, 0, 3, 2, "HEALTH")]),
        HEADINGS,
        (3, 5),
        "Rows 2 and 4 stand across the sheet as headings, such as “SAFETY”",
    ),
    "a name joined over its rows": (
        book(
            HEADINGS,
            A,
            ("", "Be safe", "Fire"),
            joined=[(1, 0, 2, 0, "Safer Town")],
        ),
        HEADINGS,
        (2, 3),
        "1 joined cells reach over several rows",
    ),
    "several sheets": (
        book(sheets={"Key": [("X is yes",)], "Register": [HEADINGS, A, B]}),
        HEADINGS,
        (2, 3),
        "We read the sheet “Register”. Not read: “Key”.",
    ),
    "a hidden sheet": (
        book(
            sheets={"Register": [HEADINGS, A, B], "Salaries": [("Jo", 9)] * 9}, hidden=["Salaries"]
        ),
        HEADINGS,
        (2, 3),
        "hidden sheets, which were not read: “Salaries”",
    ),
    "hidden rows": (
        book(HEADINGS, A, B, hide_rows=[2]),
        HEADINGS,
        (2, 3),
        "are hidden or filtered",
    ),
    "a hidden column": (
        book(HEADINGS, A, B, hide_columns=[1]),
        HEADINGS,
        (2, 3),
        "They were read like the others.",
    ),
    "a list that begins at C4": (
        book((), (), (), ("", "", *HEADINGS), ("", "", *A), ("", "", *B)),
        HEADINGS,
        (5, 6),
        "",
    ),
    "columns without a heading": (
        text([("Partnership", "", "Members"), A, B]),
        ("Partnership", "Column B", "Members"),
        (2, 3),
        "Column B has no heading",
    ),
    "two columns of one heading": (
        text([("Partnership", "Partner", "Partner"), A, B]),
        ("Partnership", "Partner", "Partner (2)"),
        (2, 3),
        "Several columns are headed “Partner”.",
    ),
    "an empty last column": (text([(*HEADINGS, ""), (*A, ""), (*B, "")]), HEADINGS, (2, 3), ""),
    "a line shorter than the others": (text([HEADINGS, A[:1], B]), HEADINGS, (2, 3), ""),
    "a line longer than the others": (
        text([HEADINGS, (*A, "more"), B]),
        (*HEADINGS, "Column D"),
        (2, 3),
        "Column D has no heading",
    ),
    "a quotation mark that stands alone": (
        text([HEADINGS, A, B]).replace(b"Be safe", b'Be "safe'),
        HEADINGS,
        (2, 3),
        "",
    ),
    "headings on two lines in one cell": (
        book(("Partner-\nship", "Aim", "Members"), A, B),
        ("Partner- ship", "Aim", "Members"),
        (2, 3),
        "",
    ),
    "macros": (with_parts(LIST, xl__vbaProject=b"macro"), HEADINGS, (2, 3), ""),
    "a picture beside the list": (
        with_parts(LIST, xl__media__logo=b"\x89PNG" + b"\0" * 999),
        HEADINGS,
        (2, 3),
        "",
    ),
    "dates as the program keeps them": (
        book(("Partnership", "Start"), ("Safer Town", date(2019, 4, 3))),
        ("Partnership", "Start"),
        (2,),
        "",
    ),
    "a strict workbook with its own prefix for names": (
        changed(LIST, "xl/workbook.xml", b'name="Register"', b'name="Register &amp; more"'),
        HEADINGS,
        (2, 3),
        "",
    ),
}
