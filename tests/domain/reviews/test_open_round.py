from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.instruments.actions import add_version
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.notices.models import Message
from joinedup.domain.partnerships.actions import (
    add_member,
    end_membership,
    open_seat,
    register_partnership,
)
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.actions import add_person
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import choose_partnerships
from joinedup.domain.reviews.kinds import Asking, RoundState
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import Review, Round, Ticket
from joinedup.domain.reviews.queries.rounds import without_anybody
from joinedup.domain.reviews.rules import why_not_open
from tests.cast import EVERYBODY
from tests.rounds import in_state, opened, prepared

pytestmark = pytest.mark.django_db

ONLY = "Only a partnership officer or manager of Thornford District Council can run its rounds."
ALREADY = "This round has already been opened or withdrawn."


def second_partnership(cast, now):
    """Another partnership of Thornford, on which Ade sits too."""
    youth = register_partnership(
        "Youth project", host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now
    )
    membership = add_member(youth, cast.riverside, by=cast.priya, at=now)
    open_seat(membership, person=cast.ade, by=cast.priya, at=now)
    return youth


def everything_chosen(cast, now):
    round = prepared(cast, now)
    choose_partnerships(round, Partnership.objects.all(), by=cast.priya, at=now)
    return round


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_only_an_officer_of_the_host_opens_its_round(cast, now, kind):
    reason = why_not_open(prepared(cast, now), cast.who(kind), day_of(now))

    assert reason == (None if kind == "lead host's officer" else ONLY)


@pytest.mark.parametrize("state", RoundState)
def test_a_round_is_opened_once_and_never_after_it_was_given_up(cast, now, state):
    reason = why_not_open(in_state(cast, now, state), cast.priya, day_of(now))

    assert reason == (None if state == RoundState.DRAFT else ALREADY)


@pytest.mark.parametrize(
    ("details", "days_on", "reason"),
    [
        ({"asking": Asking.ANONYMOUS}, 0, None),
        ({}, 28, None),
        ({}, 29, "The closing day, 13 July 2026, has passed. Choose a later one."),
    ],
)
def test_what_else_keeps_a_round_from_opening(cast, now, details, days_on, reason):
    round = prepared(cast, now, **details)

    told = why_not_open(round, cast.priya, day_of(now + timedelta(days=days_on)))

    assert told == reason


def test_a_round_that_asks_of_nothing_cannot_be_opened(cast, now):
    round = prepared(cast, now)
    choose_partnerships(round, Partnership.objects.none(), by=cast.priya, at=now)

    with pytest.raises(Refused, match="Choose at least one partnership to ask"):
        open_round(round, by=cast.priya, at=now)


def test_everyone_with_a_place_is_asked_and_empty_places_are_counted(cast, now):
    round = opened(cast, now)

    tickets = Ticket.objects.order_by("person__name")
    assert [(t.person.name, t.member_name, t.sector) for t in tickets] == [
        ("Ade Okafor", "Riverside Food Share", "CHARITY"),
        ("Colin Marsh", "Wexmere County Council", "COUNCIL"),
        ("Nadia Rahman", "Thornford Central Mosque", "FAITH"),
        ("Owen Pryce", "Thornford Academy", "EDUCATION"),
        ("Ruth Bello", "Wexmere Police", "POLICE"),
    ]
    assert round.reviews.get().vacant_seats == 1
    assert history_of(round)[0].detail == {"people": 5, "tickets": 5}


def test_one_mail_for_a_person_lists_all_their_partnerships_each_with_its_own_link(cast, now):
    second_partnership(cast, now)
    round = everything_chosen(cast, now)

    told = open_round(round, by=cast.priya, at=now)

    mail = Message.objects.get(to=cast.ade)
    links = [token_for(ticket) for ticket in cast.ade.tickets.all()]
    assert (told, Message.objects.count(), len(set(links))) == (5, 5, 2)
    said = ["2 partnerships.", "about 20 minutes", "Safer Places group", "Youth project", *links]
    assert [words for words in said if words not in mail.body] == []
    assert mail.carries_secret


def test_somebody_with_two_places_on_one_partnership_is_asked_once(cast, now):
    open_seat(cast.memberships["police"], person=cast.ade, by=cast.priya, at=now)

    opened(cast, now)

    assert [t.member_name for t in cast.ade.tickets.all()] == ["Riverside Food Share"]


def test_somebody_without_an_address_is_asked_and_not_written_to(cast, now):
    zoe = add_person("Zoe Hart", email=None, by=cast.priya, at=now)
    open_seat(cast.memberships["police"], person=zoe, by=cast.priya, at=now)
    round = prepared(cast, now)

    told = open_round(round, by=cast.priya, at=now)

    assert (told, Ticket.objects.count(), zoe.tickets.count()) == (5, 6, 1)


def test_whoever_spoke_for_a_member_that_has_left_is_not_asked(cast, now):
    yesterday = day_of(now) - timedelta(days=1)
    end_membership(cast.memberships["academy"], on=yesterday, because="Left.", by=None, at=now)

    opened(cast, now)

    assert not cast.owen.tickets.exists()
    assert Review.objects.get().vacant_seats == 1


def test_whoever_joins_after_the_opening_is_not_asked(cast, now):
    opened(cast, now)
    open_seat(cast.memberships["police"], person=cast.invited, by=cast.priya, at=now)

    assert not cast.invited.tickets.exists()
    assert Ticket.objects.count() == 5


def test_opening_freezes_the_questionnaire(cast, now):
    round = opened(cast, now)
    kept = InstrumentVersion.objects.get(pk=round.instrument_id)

    again = add_version(kept.definition.replace("how things are", "all is well"), at=now)

    assert (again, again.definition, kept.frozen_at) == (kept, kept.definition, now)
    assert verbs_about(kept) == ["instrument.added", "instrument.frozen"]


@pytest.mark.parametrize("days", [-3, 0, 3])
def test_a_round_opens_on_the_day_its_button_is_pressed(cast, now, days):
    round = prepared(cast, now)
    pressed = now + timedelta(days=days)

    open_round(round, by=cast.priya, at=pressed)

    kept = Round.objects.get()
    assert (kept.state, kept.opens_on, kept.opened_at, kept.opened_by) == (
        RoundState.OPEN,
        pressed.date(),
        pressed,
        cast.priya,
    )


def test_a_partnership_with_nobody_to_write_to_is_listed(cast, now):
    empty = register_partnership(
        "Empty", host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now
    )
    mute = register_partnership(
        "Mute", host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now
    )
    member = add_member(mute, cast.police, by=cast.priya, at=now)
    zoe = add_person("Zoe Hart", email=None, by=cast.priya, at=now)
    open_seat(member, person=zoe, by=cast.priya, at=now)
    round = everything_chosen(cast, now)

    nobody = without_anybody([round], day_of(now))

    assert round.reviews.count() == 3
    assert [review.partnership for review in nobody] == [empty, mute]
