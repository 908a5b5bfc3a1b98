from datetime import date, timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.partnerships.actions import move_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.reviews.models import Review
from joinedup.domain.second_looks.actions import take_second_look
from joinedup.domain.second_looks.models import SecondLook
from joinedup.domain.second_looks.queries import second_looks_at, second_looks_wanted
from joinedup.domain.second_looks.rules import why_not_look_again
from tests.cast import EVERYBODY
from tests.rounds import sealed

SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]
# The result stands on 2 July 2026; six months later it is looked at again.
DUE = date(2027, 1, 2)
SAID = {"changed": "It is signed.", "better": "BETTER", "decide_again": False}


def weak(cast, at):
    """A result at risk."""
    sealed(cast, at, {"ruth": 1, "colin": 1, "ade": 1})
    return Review.objects.select_related("round", "partnership").latest("pk")


def states(at):
    found = second_looks_at(Partnership.objects.all(), at)
    return [(each.due_on, str(each.state)) for each in found]


def test_a_result_below_sound_is_looked_at_again_six_months_after_it_stands(cast, now):
    review = weak(cast, now)

    seen = [states(now + timedelta(days=days)) for days in (3, 30, 201 - 31, 201 - 30, 201, 202)]
    take_second_look(review, **SAID, by=cast.ruth, at=now + timedelta(days=201))

    assert seen == [
        [],
        [(DUE, "PLANNED")],
        [(DUE, "PLANNED")],
        [(DUE, "DUE")],
        [(DUE, "DUE")],
        [(DUE, "OVERDUE")],
    ]
    assert states(now + timedelta(days=300)) == [(DUE, "DONE")]


def test_a_sound_result_is_not_and_the_next_years_takes_its_place(cast, now):
    weak(cast, now)
    sealed(cast, now + timedelta(days=365), {"ruth": 2, "colin": 2, "ade": 2})
    at = now + timedelta(days=400)

    assert (states(at), second_looks_wanted(cast.priya, at, 5)) == ([], [])


def test_it_is_wanted_of_those_who_keep_the_record_a_month_before(cast, now):
    weak(cast, now)
    at = now + timedelta(days=201 - 30)

    wanted = {k for k in SIGNED_IN if second_looks_wanted(cast.who(k), at, 5)}

    assert wanted == {"chair", "coordinator", "lead host's officer"}
    assert second_looks_wanted(cast.ruth, at - timedelta(days=1), 5) == []


def test_those_who_keep_the_record_take_it_once_when_it_is_due(cast, now):
    review, due = weak(cast, now), now + timedelta(days=201)
    may = {k for k in SIGNED_IN if not why_not_look_again(review, cast.who(k), due)}

    first = take_second_look(review, **SAID, by=cast.ruth, at=due)
    again = take_second_look(review, **SAID, by=cast.ruth, at=due)

    assert may == {"chair", "coordinator", "lead host's officer"}
    assert (first, SecondLook.objects.count()) == (again, 1)
    assert second_looks_wanted(cast.ruth, due, 5) == []
    with pytest.raises(Refused, match="The second look has been written down"):
        take_second_look(review, **SAID, by=cast.colin, at=due)


def test_it_is_refused_too_soon_with_nothing_said_or_of_a_sound_result(cast, now):
    review, due = weak(cast, now), now + timedelta(days=201)

    with pytest.raises(Refused, match="It is due on 2 January 2027, and can be taken from 3 Dec"):
        take_second_look(review, **SAID, by=cast.ruth, at=now + timedelta(days=100))
    with pytest.raises(Refused, match="Say what has changed"):
        take_second_look(review, **SAID | {"changed": " "}, by=cast.ruth, at=due)
    sealed(cast, now + timedelta(days=365), {"ruth": 2, "colin": 2, "ade": 2})
    sound = Review.objects.latest("pk")
    assert why_not_look_again(sound, cast.ruth, now + timedelta(days=600)) == (
        "Only results below Sound are looked at again after six months."
    )


def test_a_partnership_that_is_over_is_looked_at_no_more(cast, now):
    weak(cast, now)
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)
    review, due = Review.objects.get(), now + timedelta(days=201)

    assert second_looks_wanted(cast.priya, due, 5) == []
    assert why_not_look_again(review, cast.ruth, due) == (
        "This partnership has ended. Its record is kept as it was."
    )
