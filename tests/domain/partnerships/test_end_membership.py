from datetime import date, timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.actions import end_membership
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.partnerships.queries import held_seats, members_of, vacant_seats, visible_to
from joinedup.domain.partnerships.rules import why_not_end_membership
from tests.cast import EVERYBODY

ONLY = "Only the lead host’s officers, the chair and the coordinator can change this record."
KEEPERS = {"lead host's officer", "chair", "coordinator"}


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_only_those_who_keep_the_record_end_a_membership(cast, now, kind):
    reason = why_not_end_membership(cast.memberships["police"], cast.who(kind), day_of(now))

    assert reason == (None if kind in KEEPERS else ONLY)


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        (date(2026, 3, 1), None),
        (date(2027, 3, 1), None),
        (
            date(2019, 3, 31),
            "It began on 1 April 2019, so it cannot have ended before that.",
        ),
    ],
)
def test_a_membership_ends_after_it_began(cast, now, on, reason):
    membership = cast.memberships["police"]

    assert why_not_end_membership(membership, cast.priya, day_of(now), on) == reason


def test_ending_takes_the_member_and_its_places_off_the_list(cast, now):
    today = day_of(now)
    yesterday = today - timedelta(days=1)
    membership = cast.memberships["riverside"]

    end_membership(membership, on=yesterday, because="Wound up.", by=cast.priya, at=now)

    among = visible_to(cast.priya, today)
    assert membership not in members_of(cast.safer, today)
    assert cast.ade not in [holder.person for holder in held_seats(among, today)]
    assert cast.seats["ade"] not in vacant_seats(among, today)
    entry = history_of(cast.safer)[0]
    assert (entry.verb, entry.because) == ("member.ended", "Wound up.")
    assert entry.detail == {"member": "Riverside Food Share"}


def test_a_membership_that_has_ended_cannot_end_again(cast, now):
    membership = cast.memberships["riverside"]
    end_membership(membership, on=date(2026, 3, 31), because="", by=cast.priya, at=now)

    with pytest.raises(Refused, match="Riverside Food Share left on 31 March 2026"):
        end_membership(membership, on=date(2026, 4, 30), because="", by=cast.priya, at=now)

    assert Membership.objects.get(pk=membership.pk).to_on == date(2026, 3, 31)


def test_a_day_of_leaving_that_lies_ahead_may_be_put_off(cast, now):
    membership = cast.memberships["riverside"]

    for on in (date(2026, 7, 31), date(2026, 8, 31)):
        end_membership(membership, on=on, because="", by=cast.priya, at=now)

    assert membership.to_on == date(2026, 8, 31)


def test_a_day_that_cannot_be_is_refused_beside_its_field(cast, now):
    with pytest.raises(Refused) as refusal:
        end_membership(
            cast.memberships["police"], on=date(2000, 1, 1), because="", by=cast.priya, at=now
        )

    assert refusal.value.field == "on"
