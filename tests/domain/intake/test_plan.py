from datetime import date
from decimal import Decimal

from joinedup.domain.intake.planning import plan
from joinedup.domain.intake.steps import Outcome
from joinedup.domain.mappings.headings import guess_mapping
from joinedup.domain.matching.known import (
    Known,
    KnownMembership,
    KnownOrganisation,
    KnownPartnership,
    KnownPerson,
    KnownSeat,
)
from joinedup.domain.spreadsheets.reading import read_table

COUNCIL = KnownOrganisation("c1", "Thornford District Council", "COUNCIL")
POLICE = KnownOrganisation("p1", "Thornshire Police")
SAFER = KnownPartnership(
    "s1",
    "Safer Thornford",
    ("Crime Board",),
    values={"purpose": "Be safe", "state": "ACTIVE"},
    lead_host="c1",
    hosts=frozenset({"c1"}),
)
REGISTER = Known(
    organisations=(COUNCIL, POLICE),
    partnerships=(SAFER,),
    memberships={
        ("s1", "c1"): KnownMembership("m1", "CORE"),
        ("s1", "p1"): KnownMembership("m2", "CORE"),
    },
    seats={
        ("s1", "c1"): (
            KnownSeat("x1", "COORDINATOR", "a1", "Ann Lee"),
            KnownSeat("x2", "SECRETARY"),
        )
    },
    people=(KnownPerson("a1", "Ann Lee", "ann@t.example"),),
    scores={("s1", 2024): (Decimal("60.0"), "")},
)


def planned(headings, *rows, kind="partnerships", known=REGISTER, **decisions):
    table = read_table("\n".join([headings, *rows]).encode(), delimiter="|")
    return plan(table, guess_mapping(table, kind), known, decisions)


def changes(found):
    return [
        (step.thing, str(step.outcome), step.label, step.values)
        for step in found.steps
        if step.outcome != Outcome.UNCHANGED
    ]


def asked(found):
    return [(question.id, question.sentence) for question in found.questions]


def test_a_new_partnership_is_active_and_agreed_before():
    found = planned("Name|Host", "Green|Thornford District Council")

    assert changes(found) == [
        (
            "partnerships",
            "created",
            "Green",
            {"state": "ACTIVE", "name": "Green", "agreed_before": True},
        ),
        (
            "hosts",
            "created",
            "Thornford District Council hosts Green",
            {"partnership": "new:green", "organisation": "c1", "is_lead": True},
        ),
    ]
    assert found.may_be_applied


def test_members_and_people_get_their_places():
    found = planned(
        "Name|Host|Members|Lead officer", "Green|Thornford District Council|Thornshire Police|Bo"
    )

    assert [step.label for step in found.steps_of("memberships")] == [
        "Thornshire Police in Green",
        "Thornford District Council in Green",
    ]
    assert found.steps_of("people")[0].values == {"name": "Bo", "email": ""}
    assert found.steps_of("seats")[0].values == {
        "partnership": "new:green",
        "organisation": "c1",
        "capacity": "COORDINATOR",
        "person": "new:c1:bo",
    }
    assert found.notes[-1] == (
        "1 lead host was entered as a member, because the file names a person who speaks for it."
    )


def test_what_the_register_holds_already_is_unchanged():
    found = planned(
        "Name|Purpose|Host|Members|Lead officer|Email|Score|Year",
        "crime board|Be safe|Thornford District Council|Thornshire Police|Ann Lee|"
        "ANN@t.example|60|2024",
    )

    assert (changes(found), found.questions, found.changes_nothing) == ([], (), True)
    assert found.counts()["unchanged"] == {
        "partnerships": 1,
        "organisations": 2,
        "memberships": 2,
        "hosts": 1,
        "people": 1,
        "seats": 1,
        "scores": 1,
        "contributions": 0,
        "deputies": 0,
        "successions": 0,
        "contacts": 0,
    }
    assert "Row 2: “crime board” is another name of Safer Thornford." in found.notes


def test_what_differs_is_updated_and_what_is_not_told_is_left():
    found = planned(
        "Name|Purpose|Start|Agreement|Score|Year", "Safer Thornford|tbc|2019-01-02|No|61|2024"
    )

    assert changes(found) == [
        (
            "partnerships",
            "updated",
            "Safer Thornford",
            {"starts_on": date(2019, 1, 2), "agreement": "NO"},
        ),
        (
            "scores",
            "updated",
            "Safer Thornford, 2024",
            {"partnership": "s1", "year": 2024, "overall": Decimal("61.0"), "band": ""},
        ),
    ]


def test_another_state_and_another_lead_host_are_left_for_the_page():
    found = planned("Name|Status|Host", "Safer Thornford|Closed|Thornshire Police")

    assert changes(found) == []
    assert [(left.text, left.why) for left in found.left_out] == [
        (
            "Safer Thornford: Closed",
            "The register has another state. Move the partnership on its own page.",
        ),
        (
            "Thornshire Police",
            "Thornford District Council is the lead host. Change it on the partnership’s page.",
        ),
    ]


def test_a_partnership_that_others_keep_is_left_out():
    theirs = KnownPartnership(
        "s1", "Safer Thornford", may_change=False, kept_by="Thornshire County"
    )

    found = planned("Name|Purpose", "Safer Thornford|x", known=Known(partnerships=(theirs,)))

    assert (found.steps, found.left_out[0].why) == (
        (),
        "Only those who keep its record at Thornshire County can change it.",
    )


def test_rows_of_one_partnership_that_disagree_are_asked_about():
    rows = ("Green|Thornshire Police|Be green", "Green|Thornford District Council|Be clean")

    asking = planned("Partnership|Member|Purpose", *rows, kind="memberships")
    told = planned(
        "Partnership|Member|Purpose", *rows, kind="memberships", **{"differs:green:purpose": "2"}
    )

    assert asked(asking) == [
        (
            "differs:green:purpose",
            "Row 2 and 1 more: the rows of “Green” differ in what it is for. Which is right?",
        )
    ]
    assert told.steps[0].values["purpose"] == "Be clean"


def test_a_partnership_that_looks_like_a_known_one_is_asked_about():
    asking = planned("Name|Purpose", "Safer Thornfort|x")
    same = planned("Name|Purpose", "Safer Thornfort|x", **{"partnership:safer-thornfort": "as:s1"})
    out = planned(
        "Name|Purpose", "Safer Thornfort|x", **{"partnership:safer-thornfort": "leave-out"}
    )

    assert asked(asking) == [
        (
            "partnership:safer-thornfort",
            "Row 2: is “Safer Thornfort” the same partnership as “Safer Thornford”?",
        )
    ]
    assert same.steps[0].values == {"purpose": "x", "other_names": ("Safer Thornfort",)}
    assert (out.steps, out.left_out[0].text) == ((), "Safer Thornfort")


def test_two_spellings_in_one_list_can_be_one_partnership():
    rows = ("Greener Holt|Thornshire Police", "Grener Holt|Thornford District Council")

    found = planned(
        "Partnership|Member",
        *rows,
        kind="memberships",
        **{"partnership:grener-holt": "as:file:greener holt"},
    )

    assert found.counts()["created"]["partnerships"] == 1
    assert found.counts()["created"]["memberships"] == 2
    assert found.steps[0].values["other_names"] == ("Grener Holt",)


def test_a_reference_finds_the_partnership_under_any_name():
    known = Known(partnerships=(KnownPartnership("s1", "Safer", reference="R7"),))

    found = planned("Ref|Name|Purpose", "R7|Quite another|x", known=known)

    assert found.steps[0].ref == "s1"


def test_a_successor_is_asked_about():
    row = "Safer Thornford|Thornford District Council|Bob Day|bob@t.example"
    headings = "Name|Host|Lead officer|Email"
    key = "successor:x1:bob-day"

    asking = planned(headings, row)
    over = planned(headings, row, **{key: "replace"})
    both = planned(headings, row, **{key: "beside"})
    kept = planned(headings, row, **{key: "keep"})

    assert asked(asking) == [
        (
            key,
            "Row 2: the coordinator of Safer Thornford is Ann Lee in the register "
            "and Bob Day in this file. Which is right?",
        )
    ]
    assert [(step.ref, str(step.outcome)) for step in over.steps_of("seats")] == [("x1", "updated")]
    assert [str(step.outcome) for step in both.steps_of("seats")] == ["created"]
    assert kept.steps_of("seats") == []


def test_a_vacant_place_is_filled():
    found = planned(
        "Partnership|Member|Representative|Role",
        "Safer Thornford|Thornford District Council|Cat Poe|Secretary",
        kind="memberships",
    )

    assert [(step.ref, str(step.outcome)) for step in found.steps_of("seats")] == [
        ("x2", "updated")
    ]


def test_an_address_of_somebody_else_is_asked_about():
    row = "Safer Thornford|Thornshire Police|Zoe Moss|ann@t.example"
    headings = "Partnership|Member|Representative|Email"
    key = "person:ann@t.example:zoe-moss"

    asking = planned(headings, row, kind="memberships")
    same = planned(headings, row, kind="memberships", **{key: "same"})
    out = planned(headings, row, kind="memberships", **{key: "leave-out"})

    assert asked(asking) == [
        (
            key,
            "Row 2: ann@t.example is Ann Lee’s address, but this row says Zoe Moss. "
            "Are they the same person?",
        )
    ]
    assert same.steps_of("seats")[0].values["person"] == "a1"
    assert (out.steps_of("seats"), out.left_out[0].text) == ([], "Zoe Moss")


def test_a_person_with_no_address_is_one_person_for_one_organisation():
    found = planned(
        "Name|Host|Lead officer",
        "Green|Thornford District Council|Bo",
        "Blue|Thornford District Council|Bo",
        "Red|Thornford District Council|Ann Lee",
    )

    assert [(step.ref, str(step.outcome)) for step in found.steps_of("people")] == [
        ("new:c1:bo", "created"),
        ("a1", "unchanged"),
    ]


def test_a_row_without_the_address_means_the_person_whose_address_another_row_has():
    found = planned(
        "Name|Host|Lead officer|Email",
        "Green|Thornford District Council|Bo Hill|",
        "Blue|Thornford District Council|Bo Hill|bo@t.example",
    )

    assert [step.ref for step in found.steps_of("people")] == ["new:bo@t.example"]
    assert len(found.steps_of("seats")) == 2


def test_a_new_number_and_sector_are_added_to_a_known_body():
    found = planned(
        "Partnership|Member|Charity number|Sector",
        "Safer Thornford|Thornshire Police|123456|Police",
        kind="memberships",
    )

    assert found.steps_of("organisations")[0].values == {
        "sector": "POLICE",
        "identifiers": (("GB-CHC", "123456"),),
    }


def test_standing_and_joining_are_updated():
    found = planned(
        "Partnership|Member|Standing|Joined",
        "Safer Thornford|Thornshire Police|Observer|2020-05-06",
        kind="memberships",
    )

    assert found.steps_of("memberships")[0].values == {
        "partnership": "s1",
        "organisation": "p1",
        "standing": "OBSERVER",
        "from_on": date(2020, 5, 6),
    }


def test_an_answered_look_alike_is_remembered_as_another_name():
    found = planned(
        "Name|Members", "Safer Thornford|Thornford DC", **{"organisation:thornford-dc": "as:c1"}
    )

    assert changes(found) == [
        (
            "organisations",
            "updated",
            "Thornford District Council",
            {"other_names": ("Thornford DC",)},
        )
    ]


def test_each_member_read_from_prose_is_proposed_and_can_be_left_out():
    row = "Green|Thornshire Police, Holt Mill Trust"
    key = "member:green:holt-mill-trust"

    found = planned("Name|Members", row)
    left = planned("Name|Members", row, **{key: "leave-out"})

    assert [(p.name, p.is_new, p.reason) for p in found.proposals] == [
        ("Thornshire Police", False, "It is in the directory under this name."),
        ("Holt Mill Trust", True, "It stands between separators, like a name."),
    ]
    assert [step.label for step in left.steps_of("memberships")] == ["Thornshire Police in Green"]
    assert [(out.row, out.text) for out in left.left_out] == [(2, "Holt Mill Trust")]
    assert [p.is_left_out for p in left.proposals] == [False, True]


def test_members_with_rows_of_their_own_need_no_confirming():
    found = planned("Partnership|Member", "Green|Thornshire Police", kind="memberships")

    assert found.proposals == ()
