import pytest

from joinedup.domain.mappings.headings import (
    all_choices,
    choices_of,
    guess_mapping,
    mapping_from,
)
from joinedup.domain.mappings.mapping import UnusableMapping, read_mapping
from joinedup.domain.rolls.shipping import shipped_mappings
from joinedup.domain.spreadsheets.reading import read_table


def table(headings, *rows):
    return read_table("\n".join([headings, *rows]).encode(), delimiter="|")


REGISTER = table(
    "Ref|Name of partnership|Lead officer|Email|Partners|Host|Purpose|Start date|Status"
    "|Agreement?|Agreement signed|Exit plan|Last score|Year of score|Remarks",
    "1|Safer Thornford|Ann Lee|ann@t.example|Police, Fire|Thornford DC|To be safe|2019|Live"
    "|Yes|2020|No|71|2024|x",
    "2|Green Thornford|Bob Day|bob@t.example|Trust|Thornford DC|To be green|2020|Closed"
    "|No||No|60|2024|y",
)
MEMBERS = table(
    "Partnership|Organisation|Sector|Representative|Role|E-mail|Joined",
    "Safer Thornford|Police|Police|Ann Lee|Chair|ann@t.example|2019",
    "Safer Thornford|Fire|Fire|Bob Day|Member|bob@t.example|2019",
    "Safer Thornford|Trust|Charity|Cat Poe|Member|cat@t.example|2019",
)


def test_a_register_of_partnerships_is_guessed_from_its_headings():
    mapping = guess_mapping(REGISTER)

    assert mapping.kind == "partnerships"
    assert choices_of(mapping) == {
        "Ref": "partnership.reference",
        "Name of partnership": "partnership.name",
        "Lead officer": "coordinator.name",
        "Email": "coordinator.email",
        "Partners": "member.name",
        "Host": "partnership.lead_host",
        "Purpose": "partnership.purpose",
        "Start date": "partnership.starts_on",
        "Status": "partnership.state",
        "Agreement?": "partnership.agreement",
        "Agreement signed": "partnership.agreement_signed_on",
        "Exit plan": "partnership.exit_plan",
        "Last score": "partnership.score",
        "Year of score": "partnership.score_year",
    }


def test_a_list_of_memberships_is_guessed_from_its_headings_and_repeated_names():
    mapping = guess_mapping(MEMBERS)

    assert mapping.kind == "memberships"
    assert choices_of(mapping) == {
        "Partnership": "partnership.name",
        "Organisation": "member.name",
        "Sector": "member.sector",
        "Representative": "seat.name",
        "Role": "seat.capacity",
        "E-mail": "seat.email",
        "Joined": "member.from_on",
    }


def test_a_list_whose_heading_names_one_member_is_of_memberships_however_short():
    mapping = guess_mapping(table("Partnership|Organisation", "A|x", "B|y"))

    assert mapping.kind == "memberships"


def test_a_heading_whose_words_we_do_not_know_is_not_taken_for_a_kind():
    guessed = guess_mapping(table("Name|Type|Members", "A|Statutory|x", "B|Local|y"))

    assert choices_of(guessed) == {"Name": "partnership.name", "Members": "member.name"}


@pytest.mark.parametrize("list_", [REGISTER, MEMBERS])
def test_what_each_column_is_can_be_chosen_again(list_):
    mapping = guess_mapping(list_)

    assert mapping_from(mapping.kind, choices_of(mapping), mapping) == mapping
    assert set(choices_of(mapping).values()) <= {key for key, _ in all_choices(mapping)}


def test_suffixes_and_defaults_stay_when_columns_are_chosen_again():
    before = read_mapping(
        'kind = "memberships"\n[partnership]\nname = "A"\nname_suffix = "Board"\n'
        '[[member]]\nname = "B"\n[[member]]\nname = "C"\nname_suffix = "Police"\n'
    )

    after = mapping_from("memberships", choices_of(before) | {"D": "member2.sector"}, before)

    assert after.partnership == before.partnership
    assert (after.members[1].columns, after.members[1].name_suffix) == (
        {"name": "C", "sector": "D"},
        "Police",
    )


def test_a_column_that_feeds_two_fields_goes_on_feeding_both_until_it_is_changed():
    before = shipped_mappings()["made-register"]
    same = mapping_from("memberships", choices_of(before), before)
    changed = mapping_from("memberships", choices_of(before) | {"Council": "member.name"}, before)
    other = mapping_from(
        "memberships", choices_of(before) | {"Council": "partnership.purpose"}, before
    )

    assert (same.members, same.seats) == (before.members, before.seats)
    assert changed.seats == before.seats
    assert "organisation" not in other.seats[0].columns


def test_two_columns_cannot_be_the_same_thing():
    with pytest.raises(UnusableMapping, match="“A” and “B” cannot both be the same thing"):
        mapping_from("memberships", {"A": "member.name", "B": "member.name"})


@pytest.mark.parametrize(
    ("heading", "scheme"),
    [("Charity number", "GB-CHC"), ("Company no", "GB-COH"), ("Organisation code", "GSS")],
)
def test_the_register_a_number_is_from_is_told_by_its_heading(heading, scheme):
    mapping = guess_mapping(table(f"Partnership|Member|{heading}", "A|b|1"), "memberships")

    assert mapping.members[0].default == {"scheme": scheme}


@pytest.mark.parametrize(
    ("heading", "cell", "field"),
    [
        ("Legal status", "Unincorporated", "legal_form"),
        ("Legal status", "see the file", None),
        ("Annual budget", "£12k", "total_budget"),
        ("Budget", "Held by finance", None),
        ("Data sharing agreement", "Yes", "data_sharing"),
        ("Date of data sharing agreement", "2020", "data_sharing_on"),
        ("Agreement review", "2027", "agreement_review_on"),
        ("Public or restricted", "Public", "openness"),
        ("Internal or external", "External", "is_internal"),
        ("Main risk", "Money", "top_risk"),
        ("Reporting arrangements", "Cabinet", "reporting_line"),
        ("Closed on", "2020", "ended_on"),
        ("Accountable body", "The council", "accountable_body"),
        ("Themes", "Youth", "themes"),
        ("Out of scope", "Parking", "what_it_is_not"),
        ("Members confirmed", "2020-01-01", None),
        ("Latest result", "Good 71 (2025)", None),
    ],
)
def test_columns_of_the_record_are_guessed_where_their_cells_can_be_read(heading, cell, field):
    mapping = guess_mapping(table(f"Partnership|{heading}", f"Safer|{cell}"), "partnerships")

    found = choices_of(mapping).get(heading)
    assert found == (f"partnership.{field}" if field else None)
