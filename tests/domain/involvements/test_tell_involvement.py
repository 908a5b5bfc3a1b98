from decimal import Decimal

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.involvements.actions import tell_involvement
from joinedup.domain.involvements.queries import side_of, sides_of
from joinedup.domain.journal.models import Entry
from joinedup.domain.journal.queries import history_of, verbs_about
from tests.cast import EVERYBODY

READ = {
    "lead host's officer": ["Thornford District Council"],
    "director": ["Thornford District Council"],
    "leadership": ["Thornford District Council"],
    "auditor": ["Thornford District Council"],
    "another host's officer": ["Wexmere County Council"],
}


def tell(cast, now, by="priya", body="thornford", version=1, **values):
    by, body = cast.people[by], cast.bodies[body]
    told = {"risk_remark": "They may leave."} | values
    tell_involvement(cast.safer, body, version=version, by=by, at=now, **told)


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_each_reads_the_side_of_their_own_body_and_of_no_other(cast, now, kind):
    sides = sides_of(cast.safer, cast.who(kind), day_of(now))

    assert [body.name for body in sides] == READ.get(kind, [])


@pytest.mark.parametrize(
    ("by", "body", "reason"),
    [
        ("ben", "thornford", "Only a partnership officer or manager of Thornford"),
        ("marcus", "thornford", "Only a partnership officer or manager of Thornford"),
        ("ruth", "police", "Only a partnership officer or manager of Wexmere Police"),
        ("priya", "county", "Only a partnership officer or manager of Wexmere County"),
        ("noor", "farhaven", "Farhaven Borough Council does not belong to this partnership"),
    ],
)
def test_nobody_else_writes_it(cast, now, by, body, reason):
    with pytest.raises(Refused, match=reason):
        tell(cast, now, by, body)

    assert side_of(cast.safer, cast.bodies[body]).pk is None


def test_neither_the_partnerships_history_nor_the_journal_holds_a_word_of_it(cast, now):
    tell(cast, now, accountable_officer="Dawn")

    side = side_of(cast.safer, cast.thornford)
    assert history_of(side).get().detail == {"fields": ["accountable_officer", "risk_remark"]}
    assert "involvement.told" not in verbs_about(cast.safer)
    assert not any("They may leave." in str(entry.detail) for entry in Entry.objects.all())


def test_of_two_who_write_at_once_the_second_is_told(cast, now):
    tell(cast, now)

    with pytest.raises(Overtaken):
        tell(cast, now, risk_remark="Mine.")

    assert side_of(cast.safer, cast.thornford).risk_remark == "They may leave."


@pytest.mark.parametrize(
    ("told", "rate", "cost"),
    [
        ({}, 250, None),
        ({"officer_days": Decimal("2.5")}, None, None),
        ({"officer_days": Decimal("2.5")}, 200, 500),
        ({"cost": Decimal(0)}, 200, 0),
        ({"cost": Decimal(100), "cost_in_kind": Decimal(20), "officer_days": Decimal(1)}, 80, 200),
    ],
)
def test_what_it_costs_is_the_sum_of_what_has_been_told(cast, now, told, rate, cost):
    tell(cast, now, **told)

    rate = None if rate is None else Decimal(rate)
    assert side_of(cast.safer, cast.thornford).yearly_cost(rate) == cost
