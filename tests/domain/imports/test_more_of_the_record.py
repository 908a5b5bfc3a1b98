"""Facts of the record that a file tells beside name and purpose: entered, changed, taken back."""

from datetime import date
from decimal import Decimal

import pytest

from joinedup.domain.imports.queries import plan_of
from joinedup.domain.intake.steps import Outcome
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.actions import change_partnership, register_partnership
from joinedup.domain.partnerships.kinds import Told
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import members_of
from joinedup.domain.tiers.actions import judge_tier
from joinedup.domain.undoing.actions import undo_import
from tests.domain.imports.bringing import brought_in, staged

FACTS = ("total_budget", "legal_form", "statutory", "what_it_is_not", "next_review_on")
MORE = """Partnership|Budget|Legal form|Statutory|Out of scope|Next review|Accountable body|Themes
Warm Homes|£12.5k|Unincorporated|No|New boilers|5 May 2027|Warm Trust|Housing, youth
"""


def warm(cast, now, **details):
    return register_partnership("Warm Homes", host=cast.thornford, by=cast.priya, at=now, **details)


def facts(one):
    one.refresh_from_db()
    themes = [theme.name for theme in one.themes.all()]
    return [*(getattr(one, name) for name in FACTS), str(one.accountable_body or ""), themes]


def planned(cast, now, text, by=None):
    by = by or cast.priya
    return plan_of(staged(cast, now, text, by=by), by, now.date())


def test_what_a_file_tells_is_entered_and_nothing_else_is_made_up(cast, now):
    brought_in(cast, now, MORE)

    one = Partnership.objects.get(name="Warm Homes")
    expected = [Decimal(12_500), "NONE", "NO", "New boilers", date(2027, 5, 5)]
    assert facts(one) == [*expected, "Warm Trust", ["Housing", "youth"]]
    assert (one.has_accountable_body, one.joint_venture, one.ended_on) == ("YES", "UNTOLD", None)


def test_what_a_file_changes_is_told_with_what_was_there_and_can_be_taken_back(cast, now):
    told = {"total_budget": Decimal(0), "accountable_body": cast.police, "themes": ["Youth"]}
    one = warm(cast, now, statutory=Told.YES, **told)
    before = facts(one)
    file, found = brought_in(cast, now, MORE)

    (step,) = found.steps_of("partnerships")
    assert step.before == {
        "total_budget": Decimal(0),
        "legal_form": None,
        "statutory": "YES",
        "what_it_is_not": None,
        "next_review_on": None,
        "accountable_body": cast.police.public_id,
        "has_accountable_body": None,
    }
    assert facts(one)[-1] == ["Housing", "Youth"]
    was = Entry.objects.filter(verb="partnership.changed").latest("pk").detail["was"]
    assert (was["total_budget"], was["legal_form"]) == ("0.00", "")
    undoing = undo_import(file, version=file.version, by=cast.priya, at=now)
    assert facts(one) == before
    assert [stay.why for stay in undoing.stays] == [
        "It answers for the money of a partnership that stays."
    ]


def test_a_file_with_a_new_accountable_body_is_taken_back_whole(cast, now):
    file, _ = brought_in(cast, now, MORE)

    undoing = undo_import(file, version=file.version, by=cast.priya, at=now)

    assert (undoing.stays, Organisation.objects.filter(name="Warm Trust").exists()) == ([], False)


def test_an_empty_cell_takes_nothing_away_and_a_dash_is_never_nought(cast, now):
    warm(cast, now, total_budget=Decimal(70), what_it_is_not="A bank")

    found = planned(cast, now, "Partnership|Budget|Out of scope|Statutory\nWarm Homes|-||n/k\n")

    assert found.changes_nothing


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("Budget|about a lot", "is not a sum of money we can read"),
        ("Budget|£12,000m", "is more money than we can keep"),
        ("Highest risk|" + "x" * 301, "is longer than 300 letters"),
        ("Ended|1 May 2030", "This is the day on which it did end."),
        ("Themes|" + "x" * 61, "is longer than 60 letters"),
    ],
)
def test_what_cannot_be_is_named_and_can_be_left_out(cast, now, told, message):
    heading, cell = told.split("|")
    text = f"Partnership|Purpose|{heading}\nWarm Homes|Warmth|{cell}\nCold|Cold|\n"
    if heading == "Budget":
        text += "Old|Old|5\n"

    (problem,) = planned(cast, now, text).problems
    _, applied = brought_in(cast, now, text, problems="leave-out")

    assert (problem.row, message in problem.message) == (2, True)
    assert message in applied.left_out[0].why


def test_a_tier_worked_out_here_is_changed_on_its_page_and_not_by_a_file(cast, now):
    one = warm(cast, now)
    judge_tier(one, {"STATUTORY": "YES"}, version=1, by=cast.priya, at=now)

    found = planned(cast, now, "Partnership|Tier|Why this tier\nWarm Homes|3|Small\n")

    assert found.changes_nothing
    assert [left.text for left in found.left_out] == ["Small"]
    assert "Its tier was worked out here on " in found.left_out[0].why


def test_a_reported_tier_without_a_reason_does_not_keep_the_old_one(cast, now):
    one = warm(cast, now, tier=1, tier_because="Money")

    brought_in(cast, now, "Partnership|Tier\nWarm Homes|3\n")

    one.refresh_from_db()
    assert (one.tier, one.tier_because) == (3, "")


SAFER = "Partnership|Tier|Out of scope\nSafer Places group|3|Parking\n"
NOT_KEPT = "Only those who keep its record at Thornford District Council can change it."
NOT_THEIR_TIER = "Only an officer or manager of the lead host decides its tier."


@pytest.mark.parametrize(
    ("who", "values", "why"),
    [
        ("priya", {"tier": "3", "tier_because": "", "what_it_is_not": "Parking"}, []),
        ("ruth", {"what_it_is_not": "Parking"}, [NOT_THEIR_TIER]),
        ("ben", None, [NOT_KEPT]),
    ],
)
def test_a_file_changes_what_whoever_brings_it_in_may_change(cast, now, who, values, why):
    grant_post(cast.ruth, cast.county, PostKind.OFFICER, by=cast.grace, at=now)
    change_partnership(cast.safer, version=1, tier_because="Money", by=cast.priya, at=now)
    by = getattr(cast, who)
    own = cast.thornford if who == "priya" else cast.county

    found = plan_of(staged(cast, now, SAFER, by=by, organisation=own), by, now.date())

    happening = [s.values for s in found.steps_of("partnerships", Outcome.UPDATED)]
    assert happening == ([values] if values else [])
    assert [left.why for left in found.left_out] == why


def test_a_partnership_one_may_not_see_looks_as_if_there_were_none(cast, now):
    number = cast.safer.public_id
    text = f"Joined Up number|Partnership|Purpose\n{number}|Safer Places group|Ours\n"

    found = plan_of(
        staged(cast, now, text, by=cast.noor, organisation=cast.farhaven), cast.noor, now.date()
    )

    assert [(s.outcome, s.ref) for s in found.steps_of("partnerships")] == [
        ("created", "new:safer places group")
    ]
    assert (found.questions, found.left_out) == ((), ())


def test_a_part_of_a_body_joins_beside_the_body_itself(cast, now):
    text = """Partnership|Organisation|Department|Representative|Email|What it brings|Member until
Warm Homes|Wexmere Police||Al Roe|al@t.example|Time|
Warm Homes|Wexmere Police|Youth team|Bo Hill|bo@t.example|Ideas|1 May 2030
Warm Homes|Warm Trust||Cy Day|cy@t.example|Cash|1 May 2019
"""
    _, first = brought_in(cast, now, text)
    _, again = brought_in(cast, now, text)

    one = Partnership.objects.get(name="Warm Homes")
    told = [
        (
            m.member_name,
            m.brings,
            m.to_on,
            [str(h.person) for s in m.seats.all() for h in s.holders.all()],
        )
        for m in members_of(one, now.date())
    ]
    assert told == [
        ("Wexmere Police", "Time", None, ["Al Roe"]),
        ("Youth team, Wexmere Police", "Ideas", date(2030, 5, 1), ["Bo Hill"]),
    ]
    assert again.changes_nothing
    assert [(left.text, left.why) for left in first.left_out] == [
        ("Warm Trust", "It left on 1 May 2019. Only those who belong now are entered.")
    ]
    entries = Entry.objects.filter(thing=one.public_id, verb="member.added")
    assert "Youth team, Wexmere Police" in [entry.detail["member"] for entry in entries]


def test_who_leaves_is_said_on_the_partnerships_page_and_not_by_a_file(cast, now):
    text = "Partnership|Organisation|Member until\nSafer Places group|Wexmere Police|1 May 2030\n"

    found = planned(cast, now, text)

    assert (found.changes_nothing, [left.text for left in found.left_out]) == (
        True,
        ["Until 1 May 2030"],
    )


def test_what_a_member_brings_is_changed_and_put_back(cast, now):
    place = Membership.objects.get(partnership=cast.safer, organisation=cast.police)
    text = "Partnership|Organisation|What it brings\nSafer Places group|Wexmere Police|Officers\n"
    file, found = brought_in(cast, now, text)

    (step,) = found.steps_of("memberships", Outcome.UPDATED)
    assert (step.before, step.values["brings"]) == ({"brings": place.brings}, "Officers")
    undo_import(file, version=file.version, by=cast.priya, at=now)
    again = Membership.objects.get(pk=place.pk)
    assert again.brings == place.brings
