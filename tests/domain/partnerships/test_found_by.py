import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.partnerships.actions import add_partnership_name, register_partnership
from joinedup.domain.partnerships.queries import found_by, visible_to


@pytest.fixture
def named(cast, now):
    add_partnership_name(
        cast.safer, "Crime & Disorder Panel", sort=NameSort.FORMER, by=cast.priya, at=now
    )
    register_partnership("100% Youth_Club", host=cast.thornford, by=cast.priya, at=now)
    return cast


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("safer", ["Safer Places group"]),
        ("PLACES safer", ["Safer Places group"]),
        ("crime and disorder", ["Safer Places group"]),
        ("disorder safer", ["Safer Places group"]),
        ("growth", []),
        ("%", ["100% Youth_Club", "Safer Places group"]),
        ("100", ["100% Youth_Club"]),
        ("youth_club", ["100% Youth_Club"]),
        ("crime growth", []),
        ("", ["100% Youth_Club", "Safer Places group"]),
    ],
)
def test_every_word_of_any_name_finds_what_the_person_may_see(named, now, typed, names):
    found = found_by(typed, visible_to(named.priya, day_of(now)))

    assert [partnership.name for partnership in found] == names
