from joinedup.domain.intake.planning import plan
from joinedup.domain.mappings.headings import guess_mapping
from joinedup.domain.matching.known import Known, KnownOrganisation, KnownPartnership
from joinedup.domain.spreadsheets.reading import read_table

OURS = KnownOrganisation("d1", "Thornford District Council", has_officers=True)
COUNTY = KnownOrganisation("c1", "Wexmere County Council", has_officers=True)
QUIET = KnownOrganisation("q1", "Riverside Trust")
OFFICER = Known((OURS, COUNTY, QUIET), host="d1", own=frozenset({"d1"}))


def hosts(*rows, known=OFFICER, **decisions):
    table = read_table("\n".join(["Name|Host|Other hosts", *rows]).encode(), delimiter="|")
    planned = plan(table, guess_mapping(table, "partnerships"), known, decisions)
    leads = [(s.label, s.values["is_lead"]) for s in planned.steps_of("hosts")]
    return planned, leads


def test_a_list_without_hosts_is_hosted_by_whoever_brings_it_in():
    _, leads = hosts("Green||")

    assert leads == [("Thornford District Council hosts Green", True)]


def test_the_command_line_brings_in_partnerships_without_a_host():
    planned, leads = hosts("Green||", known=Known())

    assert (leads, planned.may_be_applied) == ([], True)


def test_a_body_with_no_officers_of_its_own_can_be_entered_as_lead_beside_us():
    _, leads = hosts("Green|Riverside Trust|")

    assert leads == [
        ("Riverside Trust hosts Green", True),
        ("Thornford District Council hosts Green", False),
    ]


def test_a_body_that_keeps_its_own_register_is_never_made_a_lead_by_others():
    key = "host:wexmere-county-council"
    row = "Green|Wexmere County Council|"

    asking, _ = hosts(row, row.replace("Green", "Blue"))
    _, ours = hosts(row, **{key: "ours"})
    left, none = hosts(row, **{key: "leave-out"})

    assert [(question.id, question.sentence) for question in asking.questions] == [
        (
            key,
            "Row 2 and 1 more: Wexmere County Council leads this and has its own partnership "
            "officers here. What should we do?",
        )
    ]
    assert ours == [
        ("Thornford District Council hosts Green", True),
        ("Wexmere County Council hosts Green", False),
    ]
    assert (none, left.steps, left.left_out[0].why) == (
        [],
        (),
        "Wexmere County Council enters its own partnerships.",
    )


def test_other_hosts_stand_beside_the_lead():
    _, leads = hosts("Green|Thornford District Council|Riverside Trust; Wexmere County Council")

    assert leads == [
        ("Thornford District Council hosts Green", True),
        ("Riverside Trust hosts Green", False),
        ("Wexmere County Council hosts Green", False),
    ]


def test_a_known_lead_host_stays():
    green = KnownPartnership("g1", "Green", lead_host="d1", hosts=frozenset({"d1"}))
    known = Known((OURS, QUIET), (green,), host="d1", own=frozenset({"d1"}))

    planned, leads = hosts("Green|Riverside Trust|", known=known)

    assert leads == [("Thornford District Council hosts Green", True)]
    assert [left.text for left in planned.left_out] == ["Riverside Trust"]
    assert planned.changes_nothing
