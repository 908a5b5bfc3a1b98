from datetime import date

import pytest

from joinedup.domain.arrangements.actions import change_arrangement, keep_arrangement
from joinedup.domain.arrangements.kinds import RelatedKind
from joinedup.domain.arrangements.queries import arrangements_of
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from tests.cast import EVERYBODY

THEIRS = {"lead host's officer", "director", "leadership", "auditor"}


def keep(cast, now, by="priya", **other):
    said = {"kind": RelatedKind.GRANT, "with_whom": "Riverside Food Share"} | other
    return keep_arrangement(cast.thornford, "Van", **said, by=cast.people[by], at=now)


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_the_list_is_read_by_the_bodys_own_people(cast, now, kind):
    kept = keep(cast, now)

    seen = list(arrangements_of(cast.who(kind), day_of(now)))

    assert seen == ([kept] if kind in THEIRS else [])


@pytest.mark.parametrize("who", ["ben", "marcus", "tom", "grace", "ruth", "noor"])
def test_only_its_officers_and_managers_keep_it(cast, now, who):
    with pytest.raises(Refused, match="Only a partnership officer or manager of Thornford"):
        keep(cast, now, who)


def test_days_stand_in_order_and_no_work_is_overwritten(cast, now):
    kept = keep(cast, now, from_on=date(2026, 1, 1))

    with pytest.raises(Refused, match="It cannot end before it begins"):
        change_arrangement(kept, version=1, to_on=date(2025, 1, 1), by=cast.priya, at=now)
    change_arrangement(kept, version=1, to_on=date(2026, 3, 1), by=cast.priya, at=now)
    with pytest.raises(Overtaken):
        change_arrangement(kept, version=1, note="Mine", by=cast.priya, at=now)

    kept.refresh_from_db()
    assert (kept.to_on, kept.note) == (date(2026, 3, 1), "")
