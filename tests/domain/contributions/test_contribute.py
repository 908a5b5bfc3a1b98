from decimal import Decimal

import pytest

from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.contributions.actions import add_contribution, change_contribution
from joinedup.domain.contributions.kinds import Sort
from joinedup.domain.contributions.queries import by_year, contributions_to
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.partnerships.actions import move_partnership
from joinedup.domain.partnerships.kinds import State


def contribute(cast, now, member="police", by="priya", **other):
    said = {"year": 2026, "sort": Sort.CASH, "amount": Decimal(5000)} | other
    by = cast.people[by] if by else None
    return add_contribution(cast.memberships[member], **said, by=by, at=now)


def test_what_members_put_in_is_summed_by_year_and_sort(cast, now):
    contribute(cast, now)
    contribute(cast, now, "riverside", sort=Sort.HOURS, amount=Decimal("80.5"))
    contribute(cast, now, "mosque", sort=Sort.KIND, amount=None, words="The hall on Fridays")
    contribute(cast, now, year=2025, amount=Decimal(0))

    years = by_year(contributions_to(cast.safer))

    assert [(year.name, year.untold, *map(year.total, Sort)) for year in years] == [
        ("2026 to 2027", 1, 5000, Decimal("80.5"), 0),
        ("2025 to 2026", 0, 0, 0, 0),
    ]
    assert verbs_about(cast.safer)[-4:] == ["contribution.added"] * 4


@pytest.mark.parametrize(
    ("by", "member", "may"),
    [
        ("priya", "police", True),
        ("ruth", "county", True),
        ("colin", "riverside", True),
        ("ben", "county", True),
        ("ben", "police", False),
        ("ade", "riverside", False),
        ("marcus", "thornford", False),
        ("noor", "police", False),
    ],
)
def test_those_who_keep_the_record_and_a_members_own_officers_say_it(cast, now, by, member, may):
    if may:
        contribute(cast, now, member, by)
    else:
        with pytest.raises(Refused, match="Only the lead host’s officers"):
            contribute(cast, now, member, by)

    assert contributions_to(cast.safer).count() == may


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"year": 1900}, "Enter a year between 1974 and 2036."),
        ({"sort": Sort.KIND, "words": " "}, "Say what it is"),
        ({"amount": Decimal(1)}, "Money of this member is there for 2026 already"),
    ],
)
def test_what_cannot_be_is_refused(cast, now, other, reason):
    contribute(cast, now)

    with pytest.raises(Refused, match=reason):
        contribute(cast, now, **other)


def test_what_a_partnership_had_is_kept_as_it_was_when_it_has_ended(cast, now):
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)

    with pytest.raises(Refused, match="This partnership has ended"):
        contribute(cast, now, "county", "ben")


def test_a_correction_overwrites_nobodys_work(cast, now):
    line = contribute(cast, now)
    change_contribution(line, version=1, amount=None, words="In April", by=cast.ruth, at=now)

    with pytest.raises(Overtaken):
        change_contribution(line, version=1, amount=Decimal(1), words="", by=cast.priya, at=now)

    line.refresh_from_db()
    assert (line.amount, line.words) == (None, "In April")
