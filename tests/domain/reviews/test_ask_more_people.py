from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.journal.queries import history_of
from joinedup.domain.naming.actions import answer_names_request, ask_for_names
from joinedup.domain.notices.models import Message
from joinedup.domain.partnerships.actions import open_seat
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.reviews.actions.opening import ask_more_people, open_round
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Ticket
from joinedup.domain.reviews.queries.rounds import joined_since
from joinedup.domain.reviews.rules import why_not_ask_more
from tests.cast import EVERYBODY
from tests.rounds import in_state, leave_place, opened, prepared

pytestmark = pytest.mark.django_db


def joins(cast, person, at):
    """``person`` takes a new place of Riverside Food Share on the Safer Places group."""
    member = Membership.objects.get(partnership=cast.safer, organisation=cast.riverside)
    open_seat(member, person=person, by=cast.priya, at=at)


def asked_by_mail(kind="round.asked-more"):
    return [message.to for message in Message.objects.filter(kind=kind)]


def test_whoever_takes_a_place_after_the_opening_can_be_asked(cast, now):
    round = opened(cast, now)
    joins(cast, cast.noor, now)

    told = ask_more_people(round, by=cast.priya, at=now)

    assert (told, asked_by_mail(), joined_since(round, day_of(now))) == (1, [cast.noor], [])
    assert Ticket.objects.filter(review__round=round).count() == 6
    assert history_of(round)[0].detail == {"people": 1, "tickets": 1}


def test_nobody_is_asked_twice(cast, now):
    round = opened(cast, now)

    told = ask_more_people(round, by=cast.priya, at=now)

    assert (told, asked_by_mail()) == (0, [])


def test_somebody_who_has_left_before_being_asked_is_not_asked(cast, now):
    round = opened(cast, now)
    joins(cast, cast.noor, now)
    leave_place(cast, cast.noor, now)

    assert joined_since(round, day_of(now + timedelta(days=1))) == []


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_only_an_officer_of_the_host_asks_more_people(cast, now, kind):
    reason = why_not_ask_more(opened(cast, now), cast.who(kind), day_of(now))

    assert (reason is None) == (kind == "lead host's officer")


@pytest.mark.parametrize("state", RoundState)
def test_people_are_asked_only_while_a_round_is_open(cast, now, state):
    reason = why_not_ask_more(in_state(cast, now, state), cast.priya, day_of(now))

    assert reason == (
        None if state == RoundState.OPEN else "People are asked only while a round is open."
    )


def test_people_named_by_link_in_an_open_round_are_asked_at_once(cast, now):
    round = prepared(cast, now)
    review = round.reviews.get()
    request = ask_for_names(review, name="Ann", email="ann@bridge.example", by=cast.priya, at=now)
    open_round(round, by=cast.priya, at=now)
    request.review.round.refresh_from_db()

    line = "Bo Lind, bo@bridge.example, Riverside Food Share"
    answer_names_request(request, line, at=now)

    assert [person.name for person in asked_by_mail()] == ["Bo Lind"]
