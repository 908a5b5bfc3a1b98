from datetime import date, timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.models import Entry
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.organisations.actions.consortia import add_consortium_member
from joinedup.domain.partnerships.actions import add_member, end_membership
from joinedup.domain.stakeholders.actions import (
    add_stakeholder,
    change_stakeholder,
    match_stakeholder,
    move_approach,
    withdraw_stakeholder,
)
from joinedup.domain.stakeholders.kinds import MOVES, ApproachState, Weight, Wish
from joinedup.domain.stakeholders.models import Stakeholder
from joinedup.domain.stakeholders.queries import (
    answers_for,
    circle_of,
    long_invited,
    standing_of,
    visible_to,
)
from joinedup.domain.stakeholders.rules import why_not_map, why_not_move_to
from tests.cast import EVERYBODY

REASON = "We look only at the district for now."


@pytest.fixture
def farhaven(cast, now):
    """A body that is no member, put on the map by the coordinator."""
    return add_stakeholder(cast.safer, cast.farhaven, gains="A say.", by=cast.colin, at=now)


def move(stakeholder, to, now, by, **more):
    said = {"on": day_of(now), "version": stakeholder.version} | more
    move_approach(stakeholder, to=ApproachState[to], **said, by=by, at=now)


def test_only_those_who_keep_the_record_read_and_change_the_map(cast, now, farhaven):
    day, keepers = day_of(now), {"chair", "coordinator", "lead host's officer"}

    for kind in EVERYBODY:
        person = cast.who(kind)
        may = person.is_authenticated and why_not_map(cast.safer, person, day) is None
        assert (may, farhaven in visible_to(person, day)) == (kind in keepers,) * 2, kind


def test_each_step_is_dated_with_who_and_a_note(cast, now, farhaven):
    move(farhaven, "CONTACTED", now, cast.ruth, on=day_of(now))
    move(farhaven, "MET", now, cast.priya, note=" Over tea: lighting. ")

    told = [(a.to, a.on, a.note, a.made_by) for a in farhaven.approaches.order_by("id")]
    assert told == [
        ("IDENTIFIED", day_of(now), "", cast.colin),
        ("CONTACTED", day_of(now), "", cast.ruth),
        ("MET", day_of(now), "Over tea: lighting.", cast.priya),
    ]
    assert verbs_about(farhaven) == ["stakeholder.added", "approach.moved", "approach.moved"]
    assert not history_of(cast.safer).filter(verb__startswith="stake").exists()
    assert "tea" not in str([entry.detail for entry in history_of(farhaven)])


def test_every_move_there_is_and_no_other_is_taken(cast, farhaven):
    for here in MOVES:
        farhaven.state = here
        for to in ApproachState:
            refused = why_not_move_to(farhaven, to) is not None
            assert refused == (to == ApproachState.JOINED or to not in MOVES[here]), (here, to)
    farhaven.state = ApproachState.DECLINED
    assert why_not_move_to(farhaven, ApproachState.NOT_INVITED) == (
        "Farhaven Borough Council is declined, and cannot be not invited next."
    )


def test_what_cannot_be_is_refused_beside_its_field(cast, now, farhaven):
    tomorrow, yesterday = (day_of(now) + timedelta(days=days) for days in (1, -1))
    refusals = []
    for to, more in (
        ("MET", {}),
        ("NOT_INVITED", {"because": "Too far."}),
        ("JOINED", {}),
        ("INVITED", {"on": tomorrow}),
        ("INVITED", {"on": yesterday}),
    ):
        with pytest.raises(Refused) as refusal:
            move(farhaven, to, now, cast.ruth, **more)
        refusals.append((refusal.value.field, refusal.value.reason.partition(":")[0]))

    assert refusals == [
        ("note", "Note in a line what you talked about"),
        ("because", "Say why in a sentence that they could read themselves."),
        ("to", "Add it as a member"),
        ("on", "Say it when it has happened"),
        ("on", "It was identified on 15 June 2026, which is later."),
    ]
    assert farhaven.approaches.count() == 1


def test_nobody_is_invited_without_a_gain_of_their_own(cast, now):
    named = add_stakeholder(cast.safer, name="Friends of the park", by=cast.ruth, at=now)

    with pytest.raises(Refused, match="write down what they gain") as refusal:
        move(named, "INVITED", now, cast.ruth)
    change_stakeholder(named, version=1, gains="A say in the lighting.", by=cast.ruth, at=now)
    move(named, "INVITED", now, cast.ruth)

    assert (refusal.value.field, named.state) == ("to", "INVITED")


def test_only_a_mistake_is_taken_off_the_map(cast, now, farhaven):
    mistake = add_stakeholder(cast.safer, name="Friends", by=cast.ruth, at=now)
    move(farhaven, "CONTACTED", now, cast.ruth)

    withdraw_stakeholder(mistake, version=1, by=cast.ruth, at=now)
    with pytest.raises(Refused, match="Something was done already"):
        withdraw_stakeholder(farhaven, version=2, by=cast.ruth, at=now)

    assert list(Stakeholder.objects.all()) == [farhaven]
    assert Entry.objects.filter(verb="stakeholder.withdrawn", thing=mistake.public_id).exists()


def test_a_second_press_and_a_second_person_are_told(cast, now, farhaven):
    move(farhaven, "INVITED", now, cast.ruth)
    with pytest.raises(Overtaken):
        move(farhaven, "DECLINED", now, cast.colin, version=1)
    with pytest.raises(Overtaken):
        change_stakeholder(farhaven, version=1, asks="Money", by=cast.colin, at=now)
    with pytest.raises(Refused, match="Farhaven Borough Council is on the map already"):
        add_stakeholder(cast.safer, cast.farhaven, by=cast.ruth, at=now)

    assert (Stakeholder.objects.get().state, Stakeholder.objects.get().asks) == ("INVITED", "")


def test_the_reason_for_leaving_out_goes_with_the_state(cast, now, farhaven):
    move(farhaven, "NOT_INVITED", now, cast.ruth, because=REASON)
    assert (farhaven.because, farhaven.approaches.first().because) == (REASON, REASON)

    move(farhaven, "INVITED", now, cast.ruth, because="Kept nowhere when somebody is invited.")
    assert (farhaven.because, farhaven.approaches.first().because) == ("", "")


def test_a_body_reads_its_own_reason_by_the_name_of_the_partnership(cast, now, farhaven):
    day = day_of(now)
    move(farhaven, "NOT_INVITED", now, cast.ruth, because=REASON)

    told = [answer.because for answer in answers_for(cast.farhaven, "safer places GROUP", day)]

    assert told == [REASON]
    assert answers_for(cast.farhaven, "Safer", day) == []
    assert answers_for(cast.riverside, "Safer Places group", day) == []
    add_member(cast.safer, cast.farhaven, by=cast.ruth, at=now)
    assert answers_for(cast.farhaven, "Safer Places group", day) == []


def test_who_has_joined_is_told_by_the_members(cast, now, farhaven):
    day = day_of(now)
    small = add_organisation("Lantern Club", by=None, at=now)
    four = add_organisation("Four Clubs", form="CONSORTIUM", by=None, at=now)
    add_consortium_member(four, small, by=None, at=now)
    add_stakeholder(cast.safer, small, by=cast.ruth, at=now)
    add_stakeholder(cast.safer, name="Friends of the park", by=cast.ruth, at=now)
    move(farhaven, "INVITED", now, cast.ruth)

    add_member(cast.safer, four, by=cast.ruth, at=now)
    member = add_member(cast.safer, cast.farhaven, from_on=date(2026, 6, 1), by=cast.ruth, at=now)

    assert [(each.name, each.state.label, each.note) for each in circle_of(cast.safer, day)] == [
        ("Farhaven Borough Council", "Joined", "since 1 June 2026"),
        ("Friends of the park", "Identified", "since 15 June 2026"),
        ("Lantern Club", "Joined", "through Four Clubs"),
    ]
    with pytest.raises(Refused, match="has joined since 1 June 2026"):
        move(farhaven, "DECLINED", now, cast.ruth)
    end_membership(member, on=day, because="Moved away.", by=cast.ruth, at=now)
    assert standing_of(farhaven, day + timedelta(days=1)).state == ApproachState.INVITED


def test_an_invitation_without_answer_is_asked_about_after_thirty_days(cast, now, farhaven):
    day = day_of(now)
    move(farhaven, "INVITED", now, cast.ruth)

    def waiting(person, days):
        return list(long_invited(person, day + timedelta(days=days)))

    assert waiting(cast.ruth, 29) == []
    assert [waiting(person, 30) for person in (cast.ruth, cast.priya, cast.ade, cast.ben)] == [
        [farhaven],
        [farhaven],
        [],
        [],
    ]
    member = add_member(cast.safer, cast.farhaven, by=cast.ruth, at=now)
    assert waiting(cast.ruth, 30) == []
    end_membership(member, on=day, because="Moved away.", by=cast.ruth, at=now)
    assert waiting(cast.ruth, 60) == []


def test_a_typed_name_is_matched_with_its_entry_once_it_has_one(cast, now):
    named = add_stakeholder(cast.safer, name=" Farhaven ", wish=Wish.NEEDED, by=cast.ruth, at=now)
    with pytest.raises(Refused, match="FARHAVEN is on the map already"):
        add_stakeholder(cast.safer, name="FARHAVEN", by=cast.ruth, at=now)

    match_stakeholder(named, cast.farhaven, by=cast.ruth, at=now)
    change_stakeholder(named, version=2, influence=Weight.HIGH, by=cast.colin, at=now)

    named.refresh_from_db()
    assert (named.called, named.name, named.wish, named.influence) == (
        "Farhaven Borough Council",
        "",
        Wish.NEEDED,
        Weight.HIGH,
    )
    with pytest.raises(Refused, match="is that of the directory already"):
        match_stakeholder(named, cast.county, by=cast.ruth, at=now)
