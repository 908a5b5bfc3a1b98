from datetime import date

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.organisations.actions import (
    add_consortium_member,
    add_organisation,
    end_consortium_member,
    form_organisation,
    give_turn,
    say_groups_served,
)
from joinedup.domain.organisations.kinds import Form, Group
from joinedup.domain.organisations.models import ConsortiumMember, Organisation, Turn
from joinedup.domain.organisations.queries import (
    chain_of,
    consortia_of,
    in_consortium,
    serving,
    standing,
    turns_of,
)
from joinedup.domain.organisations.rules import why_not_join_consortium, why_not_turn

SPRING, AUTUMN = date(2026, 4, 1), date(2026, 10, 1)


@pytest.fixture
def small(cast, now):
    """Return a consortium of the food share and the mosque."""
    made = add_organisation("Small Groups", form=Form.CONSORTIUM, by=cast.priya, at=now)
    for body in (cast.riverside, cast.mosque):
        add_consortium_member(made, body, from_on=SPRING, by=cast.priya, at=now)
    return made


def test_a_part_knows_what_it_is_a_part_of(cast, now):
    roads = add_organisation("Roads", by=cast.priya, at=now)

    form_organisation(roads, Form.PART, part_of=cast.county, by=cast.priya, at=now)

    kept = Organisation.objects.get(pk=roads.pk)
    assert (kept.form, chain_of(kept)) == (Form.PART, [cast.county])
    assert history_of(roads)[0].detail == {
        "form": "A part of an organisation",
        "before": "An organisation",
        "body": cast.county.public_id,
    }


def test_parts_in_a_circle_are_refused(cast, now):
    team = add_organisation("Team", form=Form.PART, part_of=cast.county, by=cast.priya, at=now)

    for part, whole in ((cast.county, team), (cast.county, cast.county)):
        with pytest.raises(Refused, match=r"part of") as refusal:
            form_organisation(part, Form.PART, part_of=whole, by=cast.priya, at=now)
        assert refusal.value.field == "organisation"


def test_a_part_without_its_whole_is_refused(cast, now):
    with pytest.raises(Refused, match="Say of which body it is a part"):
        form_organisation(cast.county, Form.PART, by=cast.priya, at=now)


def test_a_class_of_bodies_is_no_longer_a_part(cast, now):
    team = add_organisation("Parishes", form=Form.PART, part_of=cast.county, by=None, at=now)

    form_organisation(team, Form.CLASS, by=cast.priya, at=now)

    assert (team.form, team.part_of) == (Form.CLASS, None)


def test_groups_are_said_anew_and_found_by(cast, now):
    say_groups_served(cast.riverside, [Group.POOR, Group.OLDER], by=cast.priya, at=now)
    say_groups_served(cast.riverside, [Group.OLDER, Group.RURAL], by=cast.priya, at=now)
    say_groups_served(cast.riverside, [Group.RURAL, Group.OLDER], by=cast.priya, at=now)

    assert list(serving(Group.OLDER, standing())) == [cast.riverside]
    assert list(serving(Group.POOR, standing())) == []
    assert verbs_about(cast.riverside).count("organisation.serves") == 2
    assert history_of(cast.riverside)[0].detail == {
        "groups": "older people, people in villages and remote places"
    }


def test_who_is_in_a_consortium_since_when(cast, now, small):
    today = day_of(now)

    assert [(each.organisation, each.from_on) for each in in_consortium(small, today)] == [
        (cast.riverside, SPRING),
        (cast.mosque, SPRING),
    ]
    assert [each.consortium for each in consortia_of(cast.mosque, today)] == [small]


def test_whoever_left_is_in_it_no_more(cast, now, small):
    member = ConsortiumMember.objects.get(organisation=cast.mosque)

    end_consortium_member(member, on=date(2026, 5, 31), by=cast.priya, at=now)

    assert [each.organisation for each in in_consortium(small, day_of(now))] == [cast.riverside]
    with pytest.raises(Refused, match="It began on 1 April 2026"):
        end_consortium_member(
            ConsortiumMember.objects.get(organisation=cast.riverside),
            on=date(2026, 1, 1),
            by=cast.priya,
            at=now,
        )


def test_only_single_bodies_join_and_only_a_consortium(cast, now, small):
    other = add_organisation("Others", form=Form.CONSORTIUM, by=cast.priya, at=now)
    reasons = [
        why_not_join_consortium(*pair, day_of(now))
        for pair in ((cast.county, cast.police), (small, other), (small, cast.mosque))
    ]

    assert reasons == [
        "Wexmere County Council is not a consortium. Say so in its entry first.",
        "Others is a consortium itself. Add its members one by one.",
        "Thornford Central Mosque is in it already.",
    ]
    with pytest.raises(Refused, match="so it is one"):
        form_organisation(small, Form.BODY, by=cast.priya, at=now)


def test_turns_follow_one_another_and_never_overlap(cast, now, small):
    first, second = in_consortium(small, day_of(now))
    give_turn(first, from_on=SPRING, to_on=date(2026, 9, 30), by=cast.priya, at=now)
    give_turn(second, from_on=AUTUMN, by=cast.priya, at=now)

    turns = [turn.member.organisation for turn in turns_of(small, day_of(now))]
    assert turns == [cast.riverside, cast.mosque]
    assert why_not_turn(second, date(2026, 9, 1), None, day_of(now)) == (
        "It is the turn of Riverside Food Share 1 April 2026 to 30 September 2026."
    )
    assert why_not_turn(first, date(2025, 1, 1), date(2025, 2, 1), day_of(now)) is None
    with pytest.raises(Refused, match="It is the turn of Thornford Central Mosque since"):
        give_turn(first, from_on=date(2027, 1, 1), by=cast.priya, at=now)
    assert Turn.objects.count() == 2


def test_a_stranger_can_do_none_of_it(cast, now, small):
    member = small.consortium_members.first()
    acts = [
        lambda by: form_organisation(cast.county, Form.CLASS, by=by, at=now),
        lambda by: say_groups_served(cast.county, [Group.RURAL], by=by, at=now),
        lambda by: add_consortium_member(small, cast.county, by=by, at=now),
        lambda by: end_consortium_member(member, on=AUTUMN, by=by, at=now),
        lambda by: give_turn(member, from_on=AUTUMN, by=by, at=now),
    ]

    for act in acts:
        with pytest.raises(Refused, match="Only a partnership officer"):
            act(cast.ade)
