"""A register handed out by one installation is whole in another, and in its own changes nothing."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from joinedup.domain.basics.folding import folded
from joinedup.domain.contributions.actions import add_contribution
from joinedup.domain.deputies.actions import open_chosen_seat
from joinedup.domain.exports.contributions import contributions_sheet
from joinedup.domain.exports.formats import in_format
from joinedup.domain.exports.rows import directory_sheet, memberships_sheet, register_sheet
from joinedup.domain.imports.actions import apply_import, stage_import
from joinedup.domain.organisations.actions import add_organisation, identify_organisation
from joinedup.domain.organisations.kinds import Form, NameSort, Sector
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import standing
from joinedup.domain.partnerships.actions import (
    add_host,
    add_member,
    add_partnership_name,
    open_held_seat,
    register_partnership,
)
from joinedup.domain.partnerships.kinds import (
    Kind,
    LegalForm,
    Level,
    Life,
    Openness,
    State,
    Told,
)
from joinedup.domain.partnerships.models import Holder, Membership, Partnership, Seat
from joinedup.domain.people.models import Person
from joinedup.domain.places.models import Area
from tests.bench.clock import NOW

pytestmark = pytest.mark.django_db
# Worked out here, or dated by what people do: no file sets them.
BY_RULE = {"Joined Up number", "Partnership number", "Members confirmed", "Latest result"}
DAY = date(2021, 3, 4)
FULL = {
    "reference": "P-7",
    "purpose": "To be safe.\nAnd well.",
    "what_it_is_not": "Not a helpline.",
    "outcomes": "Fewer fires",
    "priorities": "Plan 2020\nPlan 2030",
    "openness": Openness.RESTRICTED,
    "kind": Kind.COORDINATED,
    "level": Level.OPERATIONAL,
    "is_internal": True,
    "state": State.CLOSING,
    "tier": 2,
    "tier_because": "Days of our officers’ time",
    "starts_on": DAY,
    "ends_on": date(2027, 1, 2),
    "ended_on": date(2024, 5, 6),
    "next_review_on": date(2027, 3, 4),
    "agreement": Told.YES,
    "agreement_signed_on": DAY,
    "agreement_ends_on": date(2028, 5, 6),
    "agreement_version": "2.1",
    "agreement_review_on": date(2027, 7, 8),
    "data_sharing": Told.YES,
    "data_sharing_on": date(2022, 2, 3),
    "exit_plan": Told.NO,
    "exit_plan_on": date(2022, 4, 5),
    "risks": Told.YES,
    "risks_reviewed_on": date(2023, 4, 5),
    "top_risk": "The money ends",
    "measures": Told.NO,
    "measures_updated_on": date(2023, 6, 7),
    "statutory": Told.YES,
    "statutory_law": "An Act, section 6",
    "legal_form": LegalForm.NONE,
    "joint_venture": Told.NO,
    "has_accountable_body": Told.YES,
    "beyond_area": Told.YES,
    "reach": "Two counties",
    "expected_life": Life.LASTING,
    "meeting_rhythm": "Each month",
    "reporting_line": "The board",
    "scrutiny_committee": "Overview",
    "total_budget": Decimal("12500.50"),
    "themes": ["Fire, and water", "youth"],
}
GIVEN = (
    (2024, "CASH", Decimal("12500.50"), ""),
    (2025, "CASH", Decimal(0), "From the reserve"),
    (2025, "CASH", None, ""),
    (2025, "HOURS", Decimal("120.25"), "Two officers"),
)


def full_register():
    """Make one partnership of which everything is told, and one of which nothing is."""
    who = {"by": None, "at": NOW}
    council = add_organisation('The "Old" Council; North', sector=Sector.COUNCIL, **who)
    others = [add_organisation(n, sector=Sector.FIRE, **who) for n in ("Fire, Rescue", "Age UK")]
    area = Area.objects.create(code="E07000099", name="Thornford")
    details = FULL | {"area": area, "accountable_body": others[0]}
    one = register_partnership("Safer", host=council, **details, **who)
    add_partnership_name(one, "Safer; Town", sort=NameSort.ALIAS, **who)
    add_host(one, others[0], **who)
    add_host(one, others[1], **who)
    whole = add_member(one, others[1], from_on=DAY, standing="OBSERVER", **who)
    Membership.objects.filter(pk=whole.pk).update(
        to_on=date(2030, 1, 1), brings="Time", gains="News"
    )
    part = add_member(one, council, unit="Parks", **who)
    for member, name in ((whole, "Ann Lee"), (part, "Bo Hill")):
        email = f"{folded(name)[0]}@t.example"
        open_held_seat(member, name=name, email=email, capacity="CHAIR", **who)
    ann = Seat.objects.get(membership=whole)
    told = {"name": "Cy Dean", "email": "c@t.example", "capacity": "DEPUTY"}
    open_chosen_seat(part, stands_in_for=ann, **told, **who)
    for year, sort, amount, words in GIVEN:
        add_contribution(part, year=year, sort=sort, amount=amount, words=words, **who)
    add_contribution(whole, year=2025, sort="KIND", amount=None, words="Hall; big, “free”", **who)
    register_partnership("Bare", host=council, **who)


def sheets():
    every = Partnership.objects.all()
    members = memberships_sheet(every, None, NOW)
    return register_sheet(every, NOW), members, contributions_sheet(every)


def files():
    return [b"".join(in_format("csv", s.title, s.headings, s.rows)) for s in sheets()]


def told():
    """Return every cell that a file can set, by its heading."""
    return [dict(zip(sheet.headings, row, strict=True)) for sheet in sheets() for row in sheet.rows]


def without_rule(rows):
    return [{name: cell for name, cell in row.items() if name not in BY_RULE} for row in rows]


def empty():
    """Leave nothing of the register, as in an installation that has just been set up."""
    Holder.objects.all().delete()
    Organisation.objects.filter(form=Form.PART).delete()
    for table in (Partnership, Organisation, Person, Area):
        table.objects.all().delete()


def brought_in(data):
    staged = stage_import(data, "list.csv", by=None, at=NOW)
    return apply_import(staged, version=staged.version, by=None, at=NOW)


def test_every_column_that_a_file_can_set_survives_the_way_into_an_empty_installation():
    full_register()
    before, handed_out = told(), files()
    empty()

    planned = [brought_in(data) for data in handed_out]

    assert [(p.problems, p.questions) for p in planned] == [((), ())] * 3
    assert without_rule(told()) == without_rule(before)


def test_the_made_register_leaves_no_column_that_a_file_can_set_untold():
    full_register()

    untold = set()
    for rows in (told()[1:2], told()[2:5], told()[5:]):
        untold |= {name for name in rows[0] if not any(row[name] for row in rows)}

    assert untold == {"Members confirmed", "Latest result"}


def test_in_its_own_installation_it_changes_nothing():
    full_register()

    planned = [brought_in(data) for data in files()]

    assert [p.changes_nothing for p in planned] == [True] * 3
    assert [p.left_out for p in planned] == [()] * 3


LINES = st.text("=+-@'\"; ,|&<>ŵé\n./N0", max_size=30).map(lambda text: f"x{text}x")
WORDS = {
    name: st.sampled_from(kind.values)
    for name, kind in {
        "openness": Openness,
        "kind": Kind,
        "level": Level,
        "legal_form": LegalForm,
        "expected_life": Life,
        "statutory": Told,
        "exit_plan": Told,
        "has_accountable_body": Told,
    }.items()
}
TEXTS = ("purpose", "what_it_is_not", "outcomes", "top_risk", "meeting_rhythm", "reporting_line")
DAYS = ("next_review_on", "data_sharing_on", "measures_updated_on")
ANY = st.fixed_dictionaries(
    WORDS
    | dict.fromkeys(TEXTS, LINES)
    | dict.fromkeys(DAYS, st.none() | st.dates(date(1950, 1, 1), date(2090, 1, 1)))
    | {
        "total_budget": st.none() | st.decimals(0, 9_999_999_999, places=2),
        "themes": st.lists(LINES.map(lambda text: " ".join(text.split())), max_size=3),
    }
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.generate],
    max_examples=5,
)
@given(details=ANY)
def test_whatever_is_told_it_is_told_in_the_other_installation_too(db, details):
    empty()
    council = add_organisation("Council", sector=Sector.COUNCIL, by=None, at=NOW)
    register_partnership("Any", host=council, state=State.ACTIVE, by=None, at=NOW, **details)
    before, handed_out = told(), files()

    unchanged = brought_in(handed_out[0])
    empty()
    brought_in(handed_out[0])

    assert unchanged.changes_nothing
    assert without_rule(told()) == without_rule(before)


def directory():
    """Return the rows of the directory, and its file."""
    sheet = directory_sheet(standing(), None, NOW)
    rows = list(sheet.rows)
    return rows, b"".join(in_format("csv", sheet.title, sheet.headings, rows))


def test_a_directory_survives_the_way_too_and_changes_nothing_at_home():
    who = {"by": None, "at": NOW}
    details = {"contact": "01234 567890", "website": "https://c.example", "from_on": DAY}
    council = add_organisation("Council", sector=Sector.COUNCIL, **details, **who)
    identify_organisation(council, "GB-COH", "01234567", **who)
    identify_organisation(council, "GB-CHC", "1234567", **who)
    add_organisation("Parks", form=Form.PART, part_of=council, **who)
    add_organisation("Schools", form=Form.CLASS, to_on=date(2040, 1, 1), **who)
    before, handed_out = directory()

    at_home = brought_in(handed_out)
    empty()
    elsewhere = brought_in(handed_out)

    assert (at_home.changes_nothing, at_home.questions, at_home.left_out) == (True, (), ())
    assert (elsewhere.questions, elsewhere.left_out) == ((), ())
    assert [row[1:] for row in directory()[0]] == [row[1:] for row in before]


def test_two_of_one_name_in_the_directory_are_told_apart_by_our_numbers():
    for website in ("https://a.example", "https://b.example"):
        add_organisation("Age UK", website=website, by=None, at=NOW)

    planned = brought_in(directory()[1])

    assert (planned.changes_nothing, planned.questions) == (True, ())
