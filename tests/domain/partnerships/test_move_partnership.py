import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.actions import move_partnership, register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.rules import why_not_move
from tests.cast import EVERYBODY

ONLY = "Only the lead host’s officers, the chair and the coordinator can change this record."
KEEPERS = {"lead host's officer", "chair", "coordinator"}

# Every state, the acts that lead there, and where it may go.
WAYS = {
    State.IDEA: ([], {State.PROPOSED, State.DECLINED}),
    State.PROPOSED: ([State.PROPOSED], {State.ACTIVE, State.DECLINED, State.IDEA}),
    State.ACTIVE: ([State.PROPOSED, State.ACTIVE], {State.CLOSING}),
    State.CLOSING: (
        [State.PROPOSED, State.ACTIVE, State.CLOSING],
        {State.CLOSED, State.ACTIVE},
    ),
    State.CLOSED: ([State.PROPOSED, State.ACTIVE, State.CLOSING, State.CLOSED], set()),
    State.DECLINED: ([State.DECLINED], {State.IDEA}),
}


@pytest.mark.parametrize("to", State)
@pytest.mark.parametrize("here", State)
def test_a_record_goes_only_where_its_state_may(cast, now, here, to):
    partnership = register_partnership("Youth", host=cast.thornford, by=cast.priya, at=now)
    way, onward = WAYS[here]
    for state in way:
        move_partnership(partnership, state, because="", by=cast.priya, at=now)

    reason = why_not_move(partnership, to, cast.priya, day_of(now))

    refusal = f"A partnership that is {here.label.lower()} cannot become {to.label.lower()}."
    assert reason == (None if to in onward else refusal)


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_only_those_who_keep_the_record_move_it(cast, now, kind):
    reason = why_not_move(cast.safer, State.CLOSING, cast.who(kind), day_of(now))

    assert reason == (None if kind in KEEPERS else ONLY)


def test_a_move_is_told_with_its_reason(cast, now):
    move_partnership(cast.safer, State.CLOSING, because="Our work is done.", by=cast.ruth, at=now)

    entry = history_of(cast.safer)[0]
    assert cast.safer.state == State.CLOSING
    assert (entry.verb, entry.because, entry.detail) == (
        "partnership.moved",
        "Our work is done.",
        {"to": "CLOSING"},
    )


def test_a_declined_idea_can_be_taken_up_again(cast, now):
    partnership = register_partnership("Youth", host=cast.thornford, by=cast.priya, at=now)

    for state in (State.DECLINED, State.IDEA):
        move_partnership(partnership, state, because="", by=cast.priya, at=now)

    assert partnership.state == State.IDEA


def test_the_second_of_two_moves_is_refused(cast, now):
    move_partnership(cast.safer, State.CLOSING, because="", by=cast.ruth, at=now)

    with pytest.raises(Refused, match="that is closing cannot become closing"):
        move_partnership(cast.safer, State.CLOSING, because="", by=cast.priya, at=now)
