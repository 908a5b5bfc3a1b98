import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.organisations.actions import (
    add_consortium_member,
    add_organisation,
    say_groups_served,
)
from joinedup.domain.organisations.kinds import Group, Sector, Side
from joinedup.domain.partnerships.actions import add_member, end_membership
from joinedup.domain.stakeholders.actions import (
    add_stakeholder,
    choose_yardstick,
    cover_yardstick_line,
)
from joinedup.domain.stakeholders.coverage import coverage_of
from joinedup.domain.stakeholders.queries import circle_of, lines_of


def gaps(cast, now):
    found = coverage_of(cast.safer, circle_of(cast.safer, day_of(now)), day_of(now))
    return [(gap.sentence, *gap.would) for gap in found.gaps]


def choose(cast, now, version=1, **chosen):
    return choose_yardstick(cast.safer, version=version, **chosen, by=cast.ruth, at=now)


def test_without_a_yardstick_the_usual_ones_are_told(cast, now):
    assert gaps(cast, now) == [
        ("Nobody is here from fire and rescue.",),
        ("Nobody is here from health bodies.",),
        ("Nobody is here from businesses.",),
    ]


def test_gaps_are_sentences_and_name_who_on_the_map_would_fill_them(cast, now):
    fire = add_organisation("Wexmere Fire", sector=Sector.FIRE, by=None, at=now)
    say_groups_served(fire, [Group.OLDER], by=None, at=now)
    add_stakeholder(cast.safer, fire, by=cast.ruth, at=now)

    choose(
        cast,
        now,
        sectors=[Sector.POLICE, Sector.FIRE],
        sides=[Side.PUBLIC, Side.BUSINESS],
        groups=[Group.OLDER, Group.TRAVELLERS],
        places=["Stokeley"],
        services=["Night shelter"],
    )

    assert sorted(gaps(cast, now)) == [
        ("Nobody brings this service: Night shelter.",),
        ("Nobody is here from businesses.",),
        ("Nobody is here from fire and rescue.", "Wexmere Fire, identified"),
        ("Nobody serves or speaks for this group: Gypsies, Roma and Travellers.",),
        ("Nobody serves or speaks for this group: older people.", "Wexmere Fire, identified"),
        ("Nobody speaks for Stokeley.",),
    ]
    # Whoever is in a consortium that is a member is here.
    four = add_organisation("Four Services", form="CONSORTIUM", by=None, at=now)
    add_consortium_member(four, fire, by=None, at=now)
    add_member(cast.safer, four, by=cast.ruth, at=now)
    assert len(gaps(cast, now)) == 4


def test_who_speaks_for_a_place_is_said_by_hand_and_stays_when_lines_are_added(cast, now):
    choose(cast, now, places=["Stokeley", "Pennick"], sectors=[Sector.POLICE])
    lines = {line.value: line for line in lines_of(cast.safer)}
    riverside, speaker = cast.memberships["riverside"], {"version": 1, "by": cast.ruth, "at": now}
    cover_yardstick_line(lines["Stokeley"], riverside, **speaker)

    with pytest.raises(Refused, match="told from the directory"):
        cover_yardstick_line(lines["POLICE"], riverside, **speaker)
    with pytest.raises(Overtaken):
        cover_yardstick_line(lines["Stokeley"], None, **speaker)
    choose(cast, now, version=2, places=["stokeley", "Marsh End"])

    assert gaps(cast, now) == [("Nobody speaks for Marsh End.",)]
    end_membership(riverside, on=day_of(now), because="Over.", by=cast.ruth, at=now)
    found = coverage_of(cast.safer, [], day_of(now))
    assert [(line.value, who) for line, who in found.spoken_for] == [
        ("Stokeley", "Riverside Food Share")
    ]


def test_two_who_choose_at_once_and_lines_that_say_nothing_are_refused(cast, now):
    choose(cast, now, places=["Stokeley"])

    with pytest.raises(Overtaken):
        choose(cast, now, places=["Pennick"])
    with pytest.raises(Refused, match="with letters or numbers") as refusal:
        choose(cast, now, version=2, services=["!"])
    with pytest.raises(Refused, match="Only the lead host"):
        choose_yardstick(cast.safer, version=2, by=cast.ade, at=now)

    assert refusal.value.field == "services"
    assert [line.value for line in lines_of(cast.safer)] == ["Stokeley"]
