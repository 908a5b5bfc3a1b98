from datetime import date

from joinedup.domain.matching.known import Known, KnownOrganisation, KnownPartnership
from tests.domain.intake.test_plan import asked, changes, planned

SAFER = KnownPartnership(
    "s1",
    "Safer Thornford",
    ("Crime Board",),
    "R1",
    {"starts_on": date(2019, 4, 1), "state": "ACTIVE"},
    "E07000999",
)
REGISTER = Known(partnerships=(SAFER,), references=frozenset({"R1", "R2"}))


def test_a_reference_of_another_partnership_is_left_out():
    found = planned("Name|Ref", "Green|R2", "Blue|R3", "Red|R3", known=REGISTER)

    assert [(left.row, left.text, left.why) for left in found.left_out] == [
        (2, "R2", "Another partnership has this reference."),
        (4, "R3", "Another partnership has this reference."),
    ]
    references = [step.values.get("reference") for step in found.steps_of("partnerships")]
    assert references == [None, "R3", None]


def test_an_end_before_the_start_in_the_register_is_a_problem():
    found = planned("Name|End date", "Safer Thornford|2018-01-01", known=REGISTER)

    assert [(problem.row, problem.column, problem.message) for problem in found.problems] == [
        (2, "Name", "It ends before it starts. Check both dates.")
    ]


def test_what_the_register_says_already_is_no_change():
    found = planned(
        "Ref|Name|Former names|GSS code|Start|Status",
        "R1|Safer Thornford|Crime Board|E07000999|2019-04-01|Active",
        known=REGISTER,
    )

    assert (changes(found), found.left_out) == ([], ())


def test_another_name_and_place_are_changes():
    found = planned(
        "Ref|Name|Former names|GSS code|Area",
        "R1|Safer Thornford|Crime Forum|E07000998|Farhaven",
        known=REGISTER,
    )

    (step,) = found.steps_of("partnerships")
    assert step.values == {"area": ("E07000998", "Farhaven"), "other_names": ("Crime Forum",)}


def test_another_reference_is_a_change():
    found = planned("Ref|Name", "R9|Safer Thornford", known=REGISTER)

    assert found.steps_of("partnerships")[0].values == {"reference": "R9"}


def test_a_partnership_of_the_same_name_in_another_place_is_asked_about():
    found = planned("Name|GSS code", "Safer Thornford|E07000998", known=REGISTER)

    assert [(q.sentence, q.choices[0].label) for q in found.questions] == [
        (
            "Row 2: is “Safer Thornford” the same partnership as “Safer Thornford (E07000999)”?",
            "Safer Thornford (E07000999)",
        )
    ]


def test_rows_that_disagree_are_asked_about_in_words_a_person_reads():
    found = planned(
        "Partnership|Member|Start|Status|GSS code|Area",
        "Green|A Trust|2019|Live|E07000001|North",
        "Green|B Trust|2020|Closed|E07000002|South",
        kind="memberships",
        known=REGISTER,
    )

    labels = {q.id: [c.label for c in q.choices][:2] for q in found.questions}
    assert labels == {
        "differs:green:starts_on": ["1 January 2019", "1 January 2020"],
        "differs:green:state": ["Active", "Closed"],
        "differs:green:area": ["North (E07000001)", "South (E07000002)"],
    }
    assert "differ in start date. Which is right?" in dict(asked(found))["differs:green:starts_on"]


def test_two_partnerships_that_bear_one_name_are_asked_about():
    twins = tuple(KnownPartnership(key, name, ("Joint Board",)) for key, name in ("aX", "bY"))

    found = planned("Name", "Joint Board", known=Known(partnerships=twins))

    assert asked(found) == [
        ("partnership:joint-board", "Row 2: which partnership is “Joint Board”?")
    ]


def test_a_numbered_body_whose_name_several_bear_is_asked_about():
    twins = tuple(KnownOrganisation(key, "Bridge Trust") for key in "ab")

    found = planned(
        "Partnership|Member|Charity number",
        "Green|Bridge Trust|123456",
        kind="memberships",
        known=Known(twins),
    )

    assert [question.id for question in found.questions] == ["organisation:bridge-trust:123456"]
