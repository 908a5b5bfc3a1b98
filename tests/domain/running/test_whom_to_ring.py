"""Whom to ring, and what is told together so that nobody can be picked out."""

import pytest

from joinedup.domain.exports.results import round_sheet
from joinedup.domain.partnerships.actions import add_member, open_seat, register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import choose_partnerships
from joinedup.domain.reviews.models import Round
from joinedup.domain.reviews.queries.rounds import told_together_in
from joinedup.domain.running.queries import quiet_partnerships
from tests.cast import make_person
from tests.rounds import answered, prepared

pytestmark = pytest.mark.django_db


def small(cast, now, name, people):
    """A partnership of Thornford with so many people."""
    made = register_partnership(
        name, host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now
    )
    member = add_member(made, cast.police, by=cast.priya, at=now)
    for number in range(people):
        person = make_person(f"{name} {number}", now)
        open_seat(member, person=person, by=cast.priya, at=now)
    return made


def over(cast, now, **sizes) -> Round:
    """An open round over the Safer Places group and others of so many people."""
    round = prepared(cast, now)
    for name, people in sizes.items():
        small(cast, now, name, people)
    choose_partnerships(round, Partnership.objects.all(), by=cast.priya, at=now)
    open_round(round, by=cast.priya, at=now)
    return round


def quiet_in(cast, round, now):
    return [
        (each.review.partnership.name, each.sent, each.asked, [h.person.name for h in each.leads])
        for each in quiet_partnerships(round, now.date())
    ]


def test_below_half_the_coordinator_comes_first_and_half_is_left_alone(cast, now):
    round = over(cast, now, Four=4)
    for person in (cast.ruth, cast.ade):
        answered(round, person, 2, now)

    assert quiet_in(cast, round, now) == [
        ("Four", 0, 4, []),
        ("Safer Places group", 2, 5, ["Colin Marsh", "Ruth Bello"]),
    ]
    answered(round, cast.owen, 2, now)
    assert [name for name, *_ in quiet_in(cast, round, now)] == ["Four"]


@pytest.mark.parametrize(
    ("sizes", "together", "asked"),
    [
        ({}, set(), None),
        ({"Three": 3}, set(), None),
        ({"One": 1, "Two": 2}, {"One", "Two"}, 3),
        # What is left when the others are told would be one person: the next joins it.
        ({"One": 1, "Four": 4}, {"One", "Four"}, 5),
    ],
)
def test_fewer_than_three_are_told_together_and_so_is_what_would_be_left(
    cast, now, sizes, together, asked
):
    round = over(cast, now, **sizes)

    keys, progress = told_together_in(round)

    names = {r.partnership.name for r in round.reviews.filter(pk__in=keys)}
    assert (names, progress and progress.asked) == (together, asked)
    assert not names & {name for name, *_ in quiet_in(cast, round, now)}


def test_more_partnerships_take_no_more_queries(cast, now, django_assert_num_queries):
    round = over(cast, now, Four=4, Five=5)

    with django_assert_num_queries(3):
        assert len(quiet_partnerships(round, now.date())) == 3


def test_the_file_of_an_open_round_tells_no_more_than_its_page(cast, now):
    round = over(cast, now, One=1, Two=2)
    answered(round, round.reviews.get(partnership__name="One").tickets.get().person, 2, now)

    rows = list(round_sheet(round, cast.priya, now).rows)

    assert [(row[1], row[3], row[4]) for row in rows] == [
        ("One", None, None),
        ("Safer Places group", 0, 0),
        ("Two", None, None),
    ]
