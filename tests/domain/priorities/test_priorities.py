from datetime import date, timedelta

import pytest

from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.partnerships.actions import move_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.priorities.actions import add_action, choose_priority, move_action
from joinedup.domain.priorities.kinds import ActionState
from joinedup.domain.priorities.models import Priority, PriorityAction
from joinedup.domain.priorities.queries import (
    actions_waiting,
    people_with_places,
    priorities_visible_to,
    weak_points,
)
from joinedup.domain.priorities.rules import (
    why_not_add_action,
    why_not_choose,
    why_not_move_action,
)
from joinedup.domain.reviews.models import Review
from tests.cast import EVERYBODY
from tests.rounds import leave_place, sealed

STANDS = timedelta(days=30)
DUE = date(2026, 9, 1)
KEEPERS = {"chair", "coordinator", "lead host's officer"}
SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]


@pytest.fixture
def review(cast, now):
    """A result that stands on 2 July 2026; ``at`` is a month after it was opened."""
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    return Review.objects.select_related("round__instrument", "partnership").get()


@pytest.fixture
def at(now):
    return now + STANDS


def chosen(cast, review, at, about="SF1"):
    return choose_priority(review, about=about, reason=" It holds us up. ", by=cast.priya, at=at)


def given(cast, review, at, what="Write it down", owner="ade"):
    priority = Priority.objects.filter(review=review).first() or chosen(cast, review, at)
    to = {"owner": cast.people[owner], "due_on": DUE}
    return add_action(priority, what=what, **to, by=cast.priya, at=at)


def moved(action, state, cast, at, because="", who="ade"):
    move_action(
        action, state=state, because=because, version=action.version, by=cast.people[who], at=at
    )


def test_weak_points_are_the_weakest_statements_the_divided_and_every_section(cast, now):
    sealed(cast, now, {"ruth": 3, "colin": 0, "ade": 0})

    points = weak_points(Review.objects.get())

    assert [*points][:2] == ["SF1", "SF2"]
    assert points["SF1"].endswith("1.0 of 3, and partners differ on it")
    assert [*points.values()][-1] == "All of Partners: 33.3 out of 100"


def test_under_three_answers_there_is_no_figure_to_choose_from(cast, now):
    sealed(cast, now, {"ruth": 3})

    assert weak_points(Review.objects.get()) == {}


def test_those_who_keep_the_record_choose_once_the_result_stands(cast, review, now, at):
    may = {kind for kind in SIGNED_IN if not why_not_choose(review, cast.who(kind), at)}

    assert may == KEEPERS
    assert why_not_choose(review, cast.ruth, now) == (
        "Priorities are chosen once the result stands, on 2 July 2026."
    )


@pytest.mark.parametrize(
    ("about", "reason", "refusal"),
    [
        ("SF1", "Twice.", "This is a priority already"),
        ("SX9", "What?", "Choose one of the weak points"),
        ("SF2", " ", "Say why this one comes first"),
    ],
)
def test_a_priority_is_a_weak_point_once_with_a_reason(cast, review, at, about, reason, refusal):
    assert chosen(cast, review, at).reason == "It holds us up."

    with pytest.raises(Refused, match=refusal):
        choose_priority(review, about=about, reason=reason, by=cast.priya, at=at)


def test_an_action_is_done_by_somebody_with_a_place_on_a_day_to_come(cast, review, at):
    priority = chosen(cast, review, at)
    said = {"what": "Write it down", "owner": cast.ade, "due_on": DUE, "by": cast.ruth, "at": at}

    action = add_action(priority, **said)

    assert add_action(priority, **said) == action
    assert cast.derek not in people_with_places(cast.safer, at.date())
    for wrong, refusal in (
        ({"owner": cast.derek}, "Derek Finch has no place on this partnership"),
        ({"due_on": at.date() - timedelta(days=1)}, "Choose a day that is still to come"),
        ({"what": "."}, "Say what is to be done"),
        ({"by": cast.ade}, "Only the lead host’s officers"),
    ):
        with pytest.raises(Refused, match=refusal):
            add_action(priority, **said | wrong)


def test_its_owner_and_those_who_keep_the_record_say_what_became_of_it(cast, review, at):
    action = given(cast, review, at)

    may = {k for k in SIGNED_IN if not why_not_move_action(action, cast.who(k), at.date())}
    leave_place(cast, cast.ade, at)

    tomorrow = at.date() + timedelta(days=1)
    assert may == {"core seat", *KEEPERS}
    assert why_not_move_action(action, cast.ade, tomorrow) == (
        "Only Ade Okafor, and those who keep the record, can say what became of this."
    )


def test_an_action_is_done_dropped_with_the_reason_or_to_do_after_all(cast, review, at):
    action = given(cast, review, at)

    with pytest.raises(Refused, match="Say why it is dropped"):
        moved(action, ActionState.DROPPED, cast, at)
    moved(action, ActionState.DROPPED, cast, at, "No money.")
    with pytest.raises(Refused, match="It is dropped already"):
        moved(action, ActionState.DONE, cast, at)
    moved(action, ActionState.TODO, cast, at)
    moved(action, ActionState.DONE, cast, at)
    with pytest.raises(Overtaken):
        move_action(action, state=ActionState.TODO, version=1, by=cast.ade, at=at)

    action.refresh_from_db()
    assert (action.state, action.because, action.moved_by) == ("DONE", "", cast.ade)


def test_actions_need_their_owner_in_time_and_the_chair_once_they_are_late(cast, review, at):
    action, late = given(cast, review, at), DUE + timedelta(days=1)
    in_time = DUE - timedelta(days=30)
    days = (in_time - timedelta(days=1), in_time, late)

    needed = {
        kind: [action in actions_waiting(cast.who(kind), each) for each in days]
        for kind in SIGNED_IN
    }

    assert {kind: found for kind, found in needed.items() if any(found)} == {
        "core seat": [False, True, True],
        "chair": [False, False, True],
    }
    moved(action, ActionState.DONE, cast, at)
    assert list(actions_waiting(cast.ade, late)) == []


def test_of_a_partnership_that_is_over_nothing_more_is_chosen_or_waited_for(cast, review, at):
    action = given(cast, review, at)
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=at)
    review, day = Review.objects.get(), at.date()
    action = PriorityAction.objects.get(pk=action.pk)
    ended = "This partnership has ended. Its record is kept as it was."

    assert list(actions_waiting(cast.ade, DUE)) == []
    assert [
        why_not_choose(review, cast.ruth, at),
        why_not_add_action(action.priority, cast.ruth, day),
        why_not_move_action(action, cast.ade, day),
    ] == [ended] * 3


def test_priorities_are_read_by_those_who_read_the_result(cast, review, at):
    priority = chosen(cast, review, at)

    reads = {k for k in SIGNED_IN if priority in priorities_visible_to(cast.who(k), at)}

    assert reads == set(SIGNED_IN) - {"ticket holder", "former seat", "foreign body's officer"}
