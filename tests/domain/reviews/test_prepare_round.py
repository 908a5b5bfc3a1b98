from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.instruments.actions import ship_instruments
from joinedup.domain.instruments.queries import latest
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.partnerships.actions import move_partnership, register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import (
    change_round,
    choose_partnerships,
    prepare_round,
    withdraw_round,
)
from joinedup.domain.reviews.kinds import ROUND_MOVES, RoundState
from joinedup.domain.reviews.models import Round
from joinedup.domain.reviews.rules import why_not_prepare, why_not_run_rounds
from tests.cast import EVERYBODY
from tests.rounds import in_state, prepared

pytestmark = pytest.mark.django_db

ONLY = "Only a partnership officer or manager of Thornford District Council can run its rounds."
SETTLED = "This round has been opened. What it asks, and of whom, is settled."
WITHDRAWN = "This round was withdrawn. Prepare another."


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_only_an_officer_of_the_body_runs_its_rounds(cast, now, kind):
    reason = why_not_run_rounds(cast.thornford, cast.who(kind), day_of(now))

    assert reason == (None if kind == "lead host's officer" else ONLY)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (RoundState.DRAFT, None),
        (RoundState.OPEN, SETTLED),
        (RoundState.SEALED, SETTLED),
        (RoundState.WITHDRAWN, WITHDRAWN),
    ],
)
def test_only_a_round_being_prepared_can_be_changed(cast, now, state, reason):
    round = in_state(cast, now, state)

    assert why_not_prepare(round, cast.priya, day_of(now)) == reason
    assert round.state == state


def test_every_move_of_a_round_is_one_of_these():
    assert ROUND_MOVES == {
        RoundState.DRAFT: (RoundState.OPEN, RoundState.WITHDRAWN),
        RoundState.OPEN: (RoundState.CLOSING,),
        RoundState.CLOSING: (RoundState.SEALED,),
        RoundState.SEALED: (RoundState.OPEN,),
        RoundState.WITHDRAWN: (),
    }


def test_a_round_begins_as_a_draft_of_the_year_it_closes_in(cast, now):
    ship_instruments(at=now)

    round = prepare_round(
        cast.thornford,
        " Winter review ",
        instrument=latest("yearly-self-assessment"),
        opens_on=now.date() + timedelta(days=180),
        closes_on=now.date() + timedelta(days=210),
        by=cast.priya,
        at=now,
    )

    assert (round.title, round.state, round.year) == ("Winter review", RoundState.DRAFT, 2027)
    assert verbs_about(round) == ["round.prepared"]


def test_somebody_elses_round_cannot_be_prepared(cast, now):
    with pytest.raises(Refused, match=ONLY):
        prepare_round(
            cast.thornford,
            "Mine",
            instrument=prepared(cast, now).instrument,
            opens_on=now.date(),
            closes_on=now.date(),
            by=cast.noor,
            at=now,
        )

    assert list(Round.objects.values_list("title", flat=True)) == ["Yearly review 2026"]


def test_the_second_of_two_who_change_the_dates_is_told(cast, now):
    round = prepared(cast, now)
    seen, later = round.version, now.date() + timedelta(days=40)
    change_round(round, version=seen, closes_on=later, by=cast.priya, at=now)

    with pytest.raises(Overtaken):
        change_round(round, version=seen, closes_on=now.date(), by=cast.priya, at=now)

    assert Round.objects.get().closes_on == later
    assert verbs_about(round) == ["round.prepared", "round.chosen", "round.changed"]


def test_choosing_again_replaces_the_choice(cast, now):
    round = prepared(cast, now)
    other = register_partnership(
        "Youth", host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now
    )

    count = choose_partnerships(
        round, Partnership.objects.filter(pk=other.pk), by=cast.priya, at=now
    )

    assert (count, [r.partnership for r in round.reviews.all()]) == (1, [other])


def test_what_has_ended_or_is_not_theirs_is_left_out_of_the_choice(cast, now):
    round = prepared(cast, now)
    idea = register_partnership("An idea", host=cast.thornford, by=cast.priya, at=now)
    over = register_partnership(
        "Over", host=cast.thornford, state=State.CLOSING, by=cast.priya, at=now
    )
    move_partnership(over, State.CLOSED, because="Done.", by=cast.priya, at=now)

    count = choose_partnerships(round, Partnership.objects.all(), by=cast.priya, at=now)

    assert idea.state == State.IDEA
    assert (count, [r.partnership for r in round.reviews.all()]) == (1, [cast.safer])


def test_withdrawing_keeps_the_round_and_its_reason(cast, now):
    round = prepared(cast, now)

    withdraw_round(round, because="The committee was abolished.", by=cast.priya, at=now)

    last = history_of(round)[0]
    assert (Round.objects.get().state, last.verb, last.because) == (
        RoundState.WITHDRAWN,
        "round.withdrawn",
        "The committee was abolished.",
    )
    with pytest.raises(Refused, match="This round was withdrawn"):
        withdraw_round(round, because="Again.", by=cast.priya, at=now)


def test_an_open_round_cannot_be_withdrawn(cast, now):
    round = prepared(cast, now)
    open_round(round, by=cast.priya, at=now)

    with pytest.raises(Refused, match=SETTLED):
        withdraw_round(round, because="Oh no.", by=cast.priya, at=now)
