from datetime import date
from decimal import Decimal

import pytest

from joinedup.domain.contributions.kinds import Sort
from joinedup.domain.fields.kinds import RECORD
from joinedup.domain.mappings.facts import Named, ScoreLine
from joinedup.domain.mappings.headings import guess_mapping
from joinedup.domain.mappings.lines import read_lines
from joinedup.domain.mappings.mapping import read_mapping
from joinedup.domain.organisations.kinds import SCHEMES, Form, Sector
from joinedup.domain.partnerships.kinds import (
    Capacity,
    Kind,
    LegalForm,
    Level,
    Life,
    Openness,
    Standing,
    State,
    Tier,
)
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.phrases.words import WORDS, code_of, read_identifier
from joinedup.domain.spreadsheets.reading import read_table


def read(headings, *rows, kind="partnerships", decisions=None):
    list_ = read_table("\n".join([headings, *rows]).encode(), delimiter="|")
    return read_lines(list_, guess_mapping(list_, kind), decisions or {})


def messages(reading):
    return [(problem.row, problem.column, problem.message) for problem in reading.problems]


@pytest.mark.parametrize(
    ("field", "codes"),
    [
        ("state", State.values),
        ("kind", [code for code in Kind.values if code != "UNTOLD"]),
        ("level", [code for code in Level.values if code != "UNTOLD"]),
        ("tier", [str(tier) for tier in Tier.values]),
        ("standing", Standing.values),
        ("capacity", Capacity.values),
        ("sector", [code for code in Sector.values if code != "UNTOLD"]),
        ("scheme", list(SCHEMES)),
        ("legal_form", [code for code in LegalForm.values if code != "UNTOLD"]),
        ("expected_life", [code for code in Life.values if code != "UNTOLD"]),
        ("openness", [code for code in Openness.values if code != "UNTOLD"]),
        ("form", Form.values),
        ("sort", Sort.values),
    ],
)
def test_our_words_are_those_of_the_register(field, codes):
    assert list(WORDS[field]) == codes
    assert all(code_of(field, label) == code for code, (label, _) in WORDS[field].items())


def test_a_row_tells_only_what_it_says():
    reading = read(
        "Name|Purpose|Start|Status|Agreement|Exit plan|Score|Year|Host|Members",
        "Safer|Be safe|3 April 2019|Live|Yes - March 2020|-|71.2|2023/24|Thornford DC|Police, Fire",
        "Green|tbc|n/k||No||||?|TBC",
    )

    first, second = reading.lines
    assert first.values == {
        "purpose": "Be safe",
        "starts_on": date(2019, 4, 3),
        "state": "ACTIVE",
        "agreement": "YES",
        "agreement_signed_on": date(2020, 3, 1),
    }
    assert first.score == ScoreLine(2024, Decimal("71.2"), "")
    assert first.lead_host == Named("Thornford DC", 2, "Host")
    assert [member.body.name for member in first.members] == ["Police", "Fire"]
    assert (second.name, second.values, second.members) == ("Green", {"agreement": "NO"}, ())
    assert (second.lead_host, second.score, reading.problems) == (None, None, ())


def test_problems_name_the_row_and_the_column():
    reading = read(
        "Name|Start|End|Lead officer|Email|Score|Year|Area code",
        "A|soon|||not one|120|2024|E1",
        "B|2020|2019|Ann||70||",
        "|||Bob||||",
        f"{'x' * 201}|||||||",
        "C|31/02/2020||||50|never|",
    )

    assert [(row, column) for row, column, _ in messages(reading)] == [
        (2, "Start"),
        (2, "Area code"),
        (2, "Email"),
        (2, "Score"),
        (3, "End"),
        (3, "Year"),
        (5, "Name"),
        (6, "Start"),
        (6, "Year"),
    ]


def test_problems_can_be_left_out_once_a_person_says_so():
    reading = read("Name|Start", "A|soon", decisions={"problems": "leave-out"})

    assert (reading.problems, [line.name for line in reading.lines]) == ((), ["A"])
    assert [(left.row, left.text) for left in reading.left_out] == [(2, "soon")]


def test_a_row_that_names_no_partnership_is_asked_about():
    rows = ("Safer|Police", "|Fire", "|Trust")

    asked = read("Partnership|Member", *rows, kind="memberships")
    joined = read(
        "Partnership|Member", *rows, kind="memberships", decisions={"same-as-above": "above"}
    )

    assert [question.sentence for question in asked.questions] == [
        "Row 3 and 1 more: No partnership is named. "
        "Does the row belong to “Safer”, the one above it?"
    ]
    assert [line.name for line in joined.lines] == ["Safer"] * 3


def test_rows_that_belong_to_no_partnership_can_be_left_out():
    left = read(
        "Partnership|Member",
        "|Early",
        "Safer|Police",
        "|Fire",
        kind="memberships",
        decisions={"same-as-above": "leave-out"},
    )

    assert messages(left) == [(2, "Partnership", "This row does not name its partnership.")]
    assert [(out.row, out.text) for out in left.left_out] == [(4, "Fire")]
    assert len(left.lines) == 1


def test_a_membership_tells_its_number_and_since_when():
    reading = read(
        "Partnership|Member|Charity number|Joined|Standing",
        "Safer|Trust|123456|May 2020|Observer",
        "Safer|Other|12|2021|",
        "Safer||||",
        "Safer||1234567||",
        kind="memberships",
    )

    first = reading.lines[0].members[0]
    assert (first.body.identifier, first.from_on, first.standing) == (
        ("GB-CHC", "123456"),
        date(2020, 5, 1),
        "OBSERVER",
    )
    assert [(row, column) for row, column, _ in messages(reading)] == [
        (3, "Charity number"),
        (5, "Member"),
    ]


def test_a_name_without_letters_is_a_problem():
    assert messages(read("Name|Members", "!!!|x")) == [
        (2, "Name", "“!!!” has no letters or numbers in it.")
    ]


def test_the_register_a_number_is_from_can_stand_in_a_column():
    mapping = read_mapping(
        'kind = "memberships"\n[partnership]\nname = "P"\n[[member]]\nname = "M"\n'
        'identifier = "No"\nscheme = "Register"\n'
    )
    list_ = read_table(b"P|M|No|Register\nA|b|123456|Company number\n", delimiter="|")

    reading = read_lines(list_, mapping, {})

    assert reading.lines[0].members[0].body.identifier == ("GB-COH", "00123456")


def test_a_heading_between_rows_is_asked_about():
    rows = ("Children and families|||", "A|x|Police|Ann", "B|y|Fire|Bob", "C|z|Trust|Cat")

    asked = read("Name|Purpose|Members|Lead officer", *rows)
    left = read("Name|Purpose|Members|Lead officer", *rows, decisions={"heading:2": "leave-out"})

    assert asked.questions[0].sentence == (
        "Row 2: There is nothing in this row but “Children and families”. Is it a partnership?"
    )
    assert [line.name for line in left.lines] == ["A", "B", "C"]
    assert left.left_out[0].text == "Children and families"


def test_a_word_we_do_not_know_is_asked_once_for_the_file():
    rows = ("A|Live|No", "B|Sleeping|draft", "C|Sleeping|No")

    asked = read("Name|Status|Agreement", *rows)
    told = read(
        "Name|Status|Agreement",
        *rows,
        decisions={"word:state:sleeping": "CLOSED", "word:agreement:draft": "leave-out"},
    )

    assert [question.sentence for question in asked.questions] == [
        "Row 3: What does “draft” under “Agreement” stand for?",
        "Row 3 and 1 more: What does “Sleeping” under “Status” stand for?",
    ]
    assert [line.values.get("state") for line in told.lines] == ["ACTIVE", "CLOSED", "CLOSED"]
    assert "agreement" not in told.lines[1].values


def test_dates_that_could_be_either_are_day_first_where_another_shows_it_and_said_once():
    reading = read("Name|Start", "A|03/04/2025", "B|05/06/2025", "C|13/06/2025")

    assert [line.values["starts_on"] for line in reading.lines] == [
        date(2025, 4, 3),
        date(2025, 6, 5),
        date(2025, 6, 13),
    ]
    assert reading.notes == (
        "In “Start”, “03/04/2025” was read as 3 April 2025 (row 2), and 1 more in the same way.",
    )


def test_dates_are_asked_once_where_their_column_leaves_the_order_open():
    asked = read("Name|Start", "A|03/04/2025", "B|05/06/2025")

    assert [(question.id, question.sentence) for question in asked.questions] == [
        (
            "dates:start",
            "Row 2 and 1 more: “Start” leaves open which is the month. Which is “03/04/2025”?",
        )
    ]


def test_dates_are_asked_where_others_in_the_column_have_the_month_first():
    rows = ("A|03/04/2025", "B|04/25/2025")

    asked = read("Name|Start", *rows)
    told = read("Name|Start", *rows, decisions={"dates:start": "month-first"})

    assert [choice.label for choice in asked.questions[0].choices] == [
        "3 April 2025",
        "4 March 2025",
    ]
    assert told.lines[0].values["starts_on"] == date(2025, 3, 4)
    assert told.lines[1].values["starts_on"] == date(2025, 4, 25)


@pytest.mark.parametrize(("month_first", "value"), [(True, (3, 4)), (False, (4, 3))])
def test_a_mapping_can_say_in_which_order_dates_are(month_first, value):
    mapping = read_mapping(
        'kind = "partnerships"\n[partnership]\nname = "Name"\nstarts_on = "Start"\n'
        f"[options]\nmonth_first = {str(month_first).lower()}\n"
    )
    list_ = read_table(b"Name|Start\nA|03/04/2025\n", delimiter="|")

    reading = read_lines(list_, mapping, {})

    assert reading.lines[0].values["starts_on"] == date(2025, *value)
    assert reading.notes == ()


def test_several_bodies_under_one_word_are_asked_about():
    rows = ("A|Police, Parish councils x28 (see plan)",)

    asked = read("Name|Members", *rows)
    one = read(
        "Name|Members",
        *rows,
        decisions={"several:parish councils x28 (see plan)": "one"},
    )

    assert asked.questions[0].sentence == (
        "Row 2: “Parish councils x28 (see plan)” is not one organisation. What should we do?"
    )
    assert [member.body.name for member in one.lines[0].members] == [
        "Police",
        "Parish councils x28 (see plan)",
    ]


def test_people_are_read_with_their_part_and_for_whom_they_speak():
    reading = read(
        "Name|Host|Lead officer|Email|Chair",
        "A|Thornford DC|Ann Lee|ann@t.example|Bob Day (Police)",
        "B|Thornford DC||cat@t.example|Dan",
    )

    (bob, ann), (cat,) = (line.seats for line in reading.lines)
    assert (ann.person, ann.email, ann.capacity, ann.speaks_for) == (
        "Ann Lee",
        "ann@t.example",
        "COORDINATOR",
        "lead host",
    )
    assert (bob.person, bob.capacity, bob.body.name) == ("Bob Day", "CHAIR", "Police")
    assert (cat.person, cat.email) == ("cat@t.example", "cat@t.example")
    assert reading.left_out[0].why == "The file does not say for which organisation."


def test_defaults_suffixes_and_other_names_are_applied():
    mapping = read_mapping(
        'kind = "memberships"\n[partnership]\nname = "P"\nname_suffix = "Board"\n'
        'other_names = "Was"\ndefault = { level = "Strategic", lead_host = "Thornford DC" }\n'
        '[[member]]\nname = "M"\nname_suffix = "Police"\ndefault = { sector = "police" }\n'
        '[rename]\n"X Police" = "Police of X"\n'
    )
    list_ = read_table(b"P|M|Was\nSafer|X|One; Two\nSafer Board|Y Police|\n", delimiter="|")

    first, second = read_lines(list_, mapping, {}).lines

    assert (first.name, second.name) == ("Safer Board", "Safer Board")
    assert (first.other_names, first.values) == (("One", "Two"), {"level": "STRATEGIC"})
    assert first.lead_host.name == "Thornford DC"
    assert (first.members[0].body.name, first.members[0].body.sector) == ("Police of X", "POLICE")
    assert second.members[0].body.name == "Y Police"


@pytest.mark.parametrize(
    ("scheme", "text", "value"),
    [
        ("GSS", "e07000123", "E07000123"),
        ("GB-COH", "123456", "00123456"),
        ("GB-CHC", "No. 1234567", "1234567"),
        ("GB-SC", "12345", "SC012345"),
        ("GB-COH", "SC 123456", "SC123456"),
    ],
)
def test_numbers_are_kept_as_their_register_writes_them(scheme, text, value):
    assert read_identifier(scheme, text) == (value, "")


def test_a_number_that_is_none_says_what_one_looks_like():
    assert read_identifier("GSS", "7")[1] == (
        "“7” cannot be right. An area code is a letter and eight figures, such as E07000123."
    )


def test_every_fact_a_list_can_tell_is_a_column_of_the_record():
    fields = {field.name: field for field in Partnership._meta.concrete_fields}
    longest = {name: fact.longest for name, fact in RECORD.items() if fact.longest}

    assert RECORD.keys() <= fields.keys()
    assert longest == {name: fields[name].max_length for name in longest}
