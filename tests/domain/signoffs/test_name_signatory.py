from datetime import date, timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.actions import end_membership, move_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.signoffs.actions import end_signatory
from joinedup.domain.signoffs.rules import why_not_end_signatory, why_not_name
from tests.cast import EVERYBODY
from tests.domain.signoffs.signing import named

DAY = timedelta(days=1)


def test_only_a_members_own_side_says_who_signs_for_it(cast, now):
    may = {
        body: {
            kind
            for kind in EVERYBODY
            if kind != "public"
            and not why_not_name(cast.memberships[body], cast.who(kind), now.date())
        }
        for body in cast.memberships
    }

    assert may == {
        "thornford": {"lead host's officer"},
        "county": {"another host's officer"},
        "police": {"chair"},
        "riverside": {"core seat"},
        "mosque": {"associate seat"},
        "academy": set(),
    }


@pytest.mark.parametrize(
    ("body", "told", "reason"),
    [
        ("thornford", {"who": "priya"}, "Nobody gives this to themselves. Ask a colleague"),
        ("thornford", {"who": "tom"}, "Tom Ellery neither works for Thornford District Council"),
        ("thornford", {"from_on": date(2026, 6, 14)}, "Choose today or a day to come."),
        ("riverside", {"who": "nadia"}, "Nadia Rahman neither works for Riverside Food Share"),
        ("thornford", {"capacity": " "}, "Say as what they sign: their post or place."),
        ("riverside", {"by": "priya"}, "Who signs for Riverside Food Share is said by"),
    ],
)
def test_who_cannot_be_named(cast, now, body, told, reason):
    if told.get("who") == "priya":
        grant_post(cast.invited, cast.thornford, PostKind.MANAGER, by=None, at=now)

    with pytest.raises(Refused, match=reason):
        named(cast, now, body, **told)


def test_naming_begins_and_ends_on_a_day_and_is_told_to_all(cast, now):
    one = named(cast, now, "thornford")
    with pytest.raises(Refused, match="Helen Castle is named already, from 15 June 2026"):
        named(cast, now, "thornford")
    with pytest.raises(Refused, match="Choose today or a day to come"):
        end_signatory(one, on=now.date() - DAY, version=1, by=cast.priya, at=now)

    end_signatory(one, on=now.date(), version=1, by=cast.priya, at=now)
    again = named(cast, now + DAY, "thornford")

    late = why_not_end_signatory(one, cast.priya, None, now.date() + DAY)
    assert (one.to_on, again.from_on) == (now.date(), now.date() + DAY)
    assert late == "This ended on 15 June 2026."
    told = Entry.objects.filter(verb__startswith="signatory.").order_by("id")
    assert [each.verb for each in told] == [
        "signatory.named",
        "signatory.ended",
        "signatory.named",
    ]
    assert told[0].detail == {
        "member": "Thornford District Council",
        "person": cast.helen.public_id,
    }


def test_nobody_is_named_where_there_is_nothing_left_to_sign(cast, now):
    mosque = cast.memberships["mosque"]
    end_membership(mosque, on=now.date(), because="Moved.", by=cast.priya, at=now)
    left = why_not_name(mosque, cast.nadia, now.date() + DAY)
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)
    riverside = cast.memberships["riverside"]
    riverside.partnership.refresh_from_db()

    ended = why_not_name(riverside, cast.ade, now.date())

    assert left == "Thornford Central Mosque left on 15 June 2026."
    assert ended == "This partnership has ended. Its record is kept as it was."
