from datetime import date

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.organisations.actions import add_other_name
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.organisations.queries import bearing
from joinedup.domain.organisations.rules import why_not_also_called


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("RFS", None),
        ("riverside food-share", "Riverside Food Share is its name now."),
        ("!", "Enter a name with letters or numbers in it."),
        ("A" * 201, "A name can have up to 200 letters."),
    ],
)
def test_another_name_is_another_one(cast, name, reason):
    assert why_not_also_called(cast.riverside, name) == reason


def test_another_name_finds_the_body(cast, now):
    add_other_name(
        cast.riverside,
        " Riverside Soup Kitchen ",
        sort=NameSort.FORMER,
        from_on=date(1998, 5, 1),
        to_on=date(2011, 4, 30),
        by=cast.priya,
        at=now,
    )

    other = cast.riverside.other_names.get()
    assert (other.name, other.sort, other.from_on, other.to_on) == (
        "Riverside Soup Kitchen",
        NameSort.FORMER,
        date(1998, 5, 1),
        date(2011, 4, 30),
    )
    assert list(bearing("riverside soup kitchen")) == [cast.riverside]
    assert history_of(cast.riverside)[0].detail == {"name": "Riverside Soup Kitchen"}


def test_one_old_name_may_belong_to_several_bodies_and_finds_them_all(cast, now):
    for body in (cast.riverside, cast.academy):
        add_other_name(body, "The Old Mill", sort=NameSort.FORMER, by=cast.priya, at=now)

    assert set(bearing("the old mill")) == {cast.riverside, cast.academy}


def test_the_same_name_twice_is_kept_once(cast, now):
    for name in ("RFS", "R.F.S."):
        add_other_name(cast.riverside, name, sort=NameSort.SHORT, by=cast.priya, at=now)

    assert [other.name for other in cast.riverside.other_names.all()] == ["RFS"]


@pytest.mark.parametrize(
    ("name", "to_on", "field"),
    [("Riverside Food Share", None, "name"), ("RFS", date(1990, 1, 1), "to_on")],
)
def test_a_refusal_stands_beside_its_field(cast, now, name, to_on, field):
    with pytest.raises(Refused) as refusal:
        add_other_name(
            cast.riverside,
            name,
            sort=NameSort.ALIAS,
            from_on=date(2000, 1, 1),
            to_on=to_on,
            by=cast.priya,
            at=now,
        )

    assert (refusal.value.field, cast.riverside.other_names.count()) == (field, 0)


def test_a_stranger_cannot_name_a_body(cast, now):
    with pytest.raises(Refused, match="Only a partnership officer"):
        add_other_name(cast.thornford, "TDC", sort=NameSort.SHORT, by=cast.ade, at=now)
