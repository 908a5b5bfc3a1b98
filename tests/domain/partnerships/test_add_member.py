from datetime import date, timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.actions import add_member, end_membership
from joinedup.domain.partnerships.kinds import Standing
from joinedup.domain.partnerships.queries import members_of
from joinedup.domain.partnerships.rules import why_not_add_member
from tests.cast import EVERYBODY

ONLY = "Only the lead host’s officers, the chair and the coordinator can change this record."
KEEPERS = {"lead host's officer", "chair", "coordinator"}


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_only_those_who_keep_the_record_add_a_member(cast, now, kind):
    reason = why_not_add_member(cast.safer, cast.farhaven, cast.who(kind), day_of(now))

    assert reason == (None if kind in KEEPERS else ONLY)


@pytest.mark.parametrize(
    ("body", "unit", "reason"),
    [
        ("police", "", "Wexmere Police is already a member."),
        ("police", "Roads team", None),
        ("county", "Trading Standards", "Trading Standards is already a member."),
        ("county", "TRADING standards", "TRADING standards is already a member."),
    ],
)
def test_a_body_or_the_same_part_of_one_is_a_member_once(cast, now, body, unit, reason):
    add_member(cast.safer, cast.county, unit="Trading Standards", by=cast.priya, at=now)

    assert (
        why_not_add_member(cast.safer, cast.bodies[body], cast.priya, day_of(now), unit) == reason
    )


def test_a_member_is_entered_with_standing_and_day(cast, now):
    membership = add_member(
        cast.safer,
        cast.county,
        unit="Trading Standards",
        standing=Standing.ASSOCIATE,
        from_on=date(2026, 1, 1),
        by=cast.priya,
        at=now,
    )

    assert (membership.standing, membership.from_on) == (Standing.ASSOCIATE, date(2026, 1, 1))
    assert membership.member_name == "Trading Standards, Wexmere County Council"
    assert membership in members_of(cast.safer, day_of(now))
    assert history_of(cast.safer)[0].detail == {"member": membership.member_name}


def test_a_member_that_is_about_to_leave_is_still_one(cast, now):
    end_membership(
        cast.memberships["police"], on=date(2026, 12, 31), because="", by=cast.priya, at=now
    )

    with pytest.raises(Refused, match="Wexmere Police is already a member"):
        add_member(cast.safer, cast.police, by=cast.priya, at=now)


def test_a_member_that_has_left_may_come_back(cast, now):
    yesterday = day_of(now) - timedelta(days=1)
    end_membership(cast.memberships["police"], on=yesterday, because="", by=cast.priya, at=now)

    again = add_member(cast.safer, cast.police, by=cast.priya, at=now)

    assert again in members_of(cast.safer, day_of(now))
