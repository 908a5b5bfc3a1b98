"""What keeps an anonymous round from opening, and what is settled for good when it does."""

from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.notices.models import Message
from joinedup.domain.partnerships.actions import open_seat, register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.actions import add_person
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.opening import ask_more_people, open_round, remind_round
from joinedup.domain.reviews.actions.preparing import (
    change_round,
    choose_partnerships,
    leave_out_small_partnerships,
)
from joinedup.domain.reviews.kinds import Asking, OfficialView
from joinedup.domain.reviews.models import Ticket
from joinedup.domain.reviews.queries.anonymous import too_small
from joinedup.domain.reviews.rules import why_not_leave_out, why_not_open
from tests.rounds import leave_place, opened, prepared
from tests.unnamed import crowd, opened_unnamed, prepared_unnamed, sent_unnamed

pytestmark = pytest.mark.django_db

SMALL = (
    "In an anonymous round each partnership needs 5 people or more who can be written to. "
    "Too few: Safer Places group (4). Leave them out, add people, or ask by name."
)


def with_networks(cast, now, many=1):
    """An anonymous round over the Safer Places group and some networks that nobody sits on."""
    round = prepared_unnamed(cast, now)
    for number in range(many):
        name = f"Network {number}"
        register_partnership(name, host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now)
    choose_partnerships(round, Partnership.objects.all(), by=cast.priya, at=now)
    return round


def test_five_people_can_be_asked_anonymously_and_four_cannot(cast, now):
    round, tomorrow = prepared_unnamed(cast, now), day_of(now + timedelta(days=1))

    before = why_not_open(round, cast.priya, tomorrow)
    leave_place(cast, cast.ade, now)
    after = why_not_open(round, cast.priya, tomorrow)

    assert (before, after) == (None, SMALL)


def test_somebody_who_cannot_be_written_to_is_not_one_of_the_five(cast, now):
    round, tomorrow = prepared_unnamed(cast, now), now + timedelta(days=1)
    leave_place(cast, cast.ade, now)
    zoe = add_person("Zoe Hart", email=None, by=None, at=now)
    open_seat(cast.memberships["riverside"], person=zoe, by=cast.priya, at=now)

    assert why_not_open(round, cast.priya, day_of(tomorrow)) == SMALL
    with pytest.raises(Refused, match="Too few"):
        open_round(round, by=cast.priya, at=tomorrow)


def test_many_small_partnerships_are_named_in_part(cast, now):
    reason = why_not_open(with_networks(cast, now, 7), cast.priya, day_of(now))

    assert "Network 0 (0), Network 1 (0)" in reason
    assert "Network 4 (0) and 2 more. Leave them out" in reason


def test_what_is_too_small_is_left_out_at_one_press(cast, now):
    round = with_networks(cast, now, 2)

    left = leave_out_small_partnerships(round, by=cast.priya, at=now)

    assert (left, [r.partnership for r in round.reviews.all()]) == (2, [cast.safer])
    assert history_of(round)[0].detail == {"partnerships": 2}
    assert too_small(round, day_of(now)) == []


def test_nothing_is_left_out_of_a_named_or_an_open_round(cast, now):
    reasons = [
        why_not_leave_out(round, cast.priya, day_of(now))
        for round in (prepared(cast, now), opened_unnamed(cast, now))
    ]

    assert reasons == [
        "Only in an anonymous round a partnership can be too small.",
        "This round has been opened. What it asks, and of whom, is settled.",
    ]


def test_in_an_anonymous_round_every_person_counts_the_same(cast, now):
    round = prepared(cast, now)
    asked = {"asking": Asking.ANONYMOUS, "official_view": OfficialView.ORGANISATION}

    change_round(round, version=round.version, **asked, by=cast.priya, at=now)

    round.refresh_from_db()
    assert (round.is_anonymous, round.official_view) == (True, OfficialView.PERSON)


def test_an_anonymous_round_can_never_be_made_a_named_one(cast, now):
    round = opened_unnamed(cast, now)

    for moment in ("open", "closed"):
        with pytest.raises(Refused, match="This round has been opened"):
            change_round(round, version=round.version, asking=Asking.NAMED, by=cast.priya, at=now)
        if moment == "open":
            seal_round(round, by=cast.priya, at=now)

    with pytest.raises(Refused, match="already been opened"):
        open_round(round, by=cast.priya, at=now)
    round.refresh_from_db()
    assert (round.asking, round.state) == (Asking.ANONYMOUS, "SEALED")


def test_nobody_is_asked_after_the_opening(cast, now):
    round = opened_unnamed(cast, now)
    open_seat(cast.memberships["riverside"], person=cast.noor, by=cast.priya, at=now)

    with pytest.raises(Refused, match="could be told from the others"):
        ask_more_people(round, by=cast.priya, at=now)

    assert Ticket.objects.count() == 5


@pytest.mark.parametrize(
    ("public", "voluntary", "groups"),
    [
        # Three public bodies' people and two of the voluntary sector sit there from the start.
        (0, 0, {"": 5}),
        (2, 3, {"PUBLIC": 5, "VOLUNTARY": 5}),
        (2, 2, {"": 9}),
        (5, 0, {"": 10}),
    ],
)
def test_a_side_is_carried_where_five_stand_on_it_and_five_on_the_others(
    cast, now, public, voluntary, groups
):
    crowd(cast, now, public, voluntary)

    opened_unnamed(cast, now)

    found = list(Ticket.objects.order_by("pk").values_list("group", flat=True))
    assert {group: found.count(group) for group in sorted(set(found))} == groups


def test_nearly_the_same_people_are_not_asked_the_same_twice_within_half_a_year(cast, now):
    seal_round(opened_unnamed(cast, now), by=cast.priya, at=now)
    again = prepared_unnamed(cast, now + timedelta(days=60))
    days = [day_of(now + timedelta(days=number)) for number in (60, 215)]

    same = why_not_open(again, cast.priya, days[0])
    open_seat(cast.memberships["riverside"], person=cast.noor, by=cast.priya, at=now)
    one_more = [why_not_open(again, cast.priya, day) for day in days]

    assert same is None
    assert "The difference would tell what they said: Safer Places group (in" in one_more[0]
    assert "Too few" not in one_more[1]
    assert "difference" not in one_more[1]


def test_a_named_round_of_the_same_people_keeps_no_anonymous_one_from_opening(cast, now):
    seal_round(opened(cast, now), by=cast.priya, at=now)
    open_seat(cast.memberships["riverside"], person=cast.noor, by=cast.priya, at=now)

    assert why_not_open(prepared_unnamed(cast, now), cast.priya, day_of(now)) is None


def test_mails_say_what_is_hidden_and_reminders_go_to_those_who_have_not_sent(cast, now):
    round = opened_unnamed(cast, now)
    sent_unnamed(round, cast.ade, 2, now)

    told = remind_round(round, by=cast.priya, at=now)

    invitation = Message.objects.get(to=cast.ade)
    assert "nothing joins your answers to you" in invitation.body
    assert "fewer than three" not in invitation.body
    assert (told, history_of(round)[0].detail) == (4, {"people": 4})
