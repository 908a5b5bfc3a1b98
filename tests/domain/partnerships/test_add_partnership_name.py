import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.partnerships.actions import add_partnership_name
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import found_by
from joinedup.domain.partnerships.rules import why_not_also_named


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Crime and Disorder Partnership", None),
        ("safer-places GROUP", "Safer Places group is its name now."),
        ("?", "Enter a name with letters or numbers in it."),
    ],
)
def test_another_name_is_another_one(cast, name, reason):
    assert why_not_also_named(cast.safer, name) == reason


def test_another_name_finds_the_partnership(cast, now):
    add_partnership_name(
        cast.safer, " Crime & Disorder Panel ", sort=NameSort.FORMER, by=cast.ruth, at=now
    )

    other = cast.safer.other_names.get()
    assert (other.name, other.sort) == ("Crime & Disorder Panel", NameSort.FORMER)
    assert list(found_by("crime and disorder", Partnership.objects.all())) == [cast.safer]
    assert history_of(cast.safer)[0].detail == {"name": "Crime & Disorder Panel"}


def test_the_same_name_twice_is_kept_once(cast, now):
    for name in ("SPG", "S.P.G."):
        add_partnership_name(cast.safer, name, sort=NameSort.SHORT, by=cast.ruth, at=now)

    assert [other.name for other in cast.safer.other_names.all()] == ["SPG"]


def test_a_member_without_a_say_over_the_record_is_refused(cast, now):
    with pytest.raises(Refused, match="Only the lead host’s officers"):
        add_partnership_name(cast.safer, "SPG", sort=NameSort.SHORT, by=cast.ade, at=now)

    assert cast.safer.other_names.count() == 0
