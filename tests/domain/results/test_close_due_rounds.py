"""Who closes a round and when; what a round closed early, empty or twice leaves behind."""

from datetime import UTC, datetime, timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.jobs.queries import open_jobs
from joinedup.domain.journal.queries import history_of
from joinedup.domain.notices.models import Message
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.partnerships.actions import change_partnership, open_seat
from joinedup.domain.people.actions import add_person
from joinedup.domain.results import actions
from joinedup.domain.results.actions import close_due_rounds, seal_round
from joinedup.domain.results.rules import why_not_seal, why_not_tell
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Review, Round
from tests.cast import EVERYBODY
from tests.rounds import answered, in_state, joined, opened, sealed

pytestmark = pytest.mark.django_db

ONLY = "Only a partnership officer or manager of Thornford District Council"
LAST_MOMENT = datetime(2026, 7, 13, 22, 59, 59, tzinfo=UTC)
MIDNIGHT = datetime(2026, 7, 13, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_only_an_officer_of_the_host_closes_its_round_or_tells_its_director(cast, now, kind):
    reasons = [
        why_not_seal(opened(cast, now), cast.who(kind), day_of(now)),
        why_not_tell(cast.thornford, cast.who(kind), day_of(now)),
    ]

    assert reasons == [
        None if kind == "lead host's officer" else f"{ONLY} can {act}."
        for act in ("run its rounds", "mail the five lines")
    ]


@pytest.mark.parametrize("state", RoundState)
def test_only_an_open_round_can_be_closed(cast, now, state):
    reason = why_not_seal(in_state(cast, now, state), cast.priya, day_of(now))

    assert reason == (None if state == RoundState.OPEN else "Only an open round can be closed.")


@pytest.mark.parametrize(
    ("moment", "reason"),
    [(LAST_MOMENT, "The round’s last day has not passed."), (MIDNIGHT, None)],
)
def test_the_service_itself_closes_only_after_midnight_in_london(cast, now, moment, reason):
    assert why_not_seal(opened(cast, now), None, day_of(moment)) == reason


def test_what_is_due_is_closed_and_nothing_else(cast, now):
    due, later = opened(cast, now), opened(cast, now + timedelta(days=1))

    for moment in (LAST_MOMENT, MIDNIGHT):
        close_due_rounds(at=moment)
        run_due(moment)

    states = {round.pk: round.state for round in Round.objects.all()}
    assert states == {due.pk: RoundState.SEALED, later.pk: RoundState.OPEN}
    entry = history_of(due)[0]
    assert (entry.verb, entry.by, entry.at) == ("round.sealed", "", MIDNIGHT)


def test_a_round_that_cannot_be_counted_keeps_no_other_open(cast, now, monkeypatch):
    broken, sound = opened(cast, now), opened(cast, now)
    count = actions._count

    def fail_for_one(round, *rest):
        if round == broken:
            raise ValueError("no such statement")
        count(round, *rest)

    monkeypatch.setattr(actions, "_count", fail_for_one)
    for _ in range(2):
        close_due_rounds(at=MIDNIGHT)
    run_due(MIDNIGHT)

    states = {round.pk: round.state for round in Round.objects.all()}
    (left,) = open_jobs("reviews.close")
    assert states == {broken.pk: RoundState.OPEN, sound.pk: RoundState.SEALED}
    assert (left.attempts, left.problem) == (1, "ValueError: no such statement")


def test_a_round_that_was_given_more_time_is_left_open(cast, now):
    round = opened(cast, now)
    close_due_rounds(at=MIDNIGHT)
    Round.objects.update(closes_on=round.closes_on + timedelta(days=7))

    run_due(MIDNIGHT)

    assert Round.objects.get().state == RoundState.OPEN


def test_members_have_fourteen_whole_days_to_reply(cast, now):
    round = sealed(cast, now, {"ruth": 3})

    assert (day_of(round.sealed_at), round.last_day_to_reply) == (
        now.date() + timedelta(days=2),
        now.date() + timedelta(days=16),
    )
    mail = Message.objects.filter(kind="round.drafts").first()
    assert "Until the end of 1 July 2026 each member may put a reply" in mail.body


def test_of_two_who_close_at_once_one_is_told(cast, now):
    opened(cast, now)
    first, second = Round.objects.get(), Round.objects.get()
    seal_round(first, by=cast.priya, at=now)

    with pytest.raises(Overtaken):
        seal_round(second, by=cast.priya, at=now)

    assert Message.objects.filter(kind="round.drafts").count() == 5


@pytest.mark.parametrize(
    ("values", "overall", "band"),
    [
        ({}, None, "Incomplete"),
        ({"ruth": 3}, None, "Incomplete"),
        ({"ruth": 3, "ade": 2}, None, "Incomplete"),
        ({"ruth": 3, "ade": 3, "colin": 3}, 100, "Strong"),
    ],
)
def test_from_three_answers_up_there_is_a_score(cast, now, values, overall, band):
    sealed(cast, now, values)

    review = Review.objects.get()
    assert (review.overall, review.band) == (overall, band)
    assert review.result["response"]["sent"] == len(values)


def test_the_register_is_held_against_what_people_say(cast, now):
    change_partnership(
        cast.safer, version=cast.safer.version, agreement="NO", by=cast.priya, at=now
    )

    sealed(cast, now, {"ruth": 3, "ade": 3, "colin": 3})

    assert [c["shows"] for c in Review.objects.get().result["conflicts"]] == [
        "The record shows no agreement or terms of reference."
    ]


def test_sides_are_named_from_three_people_of_two_bodies_up_and_never_a_body(cast, now):
    people = joined(cast, now, ("Homes", Sector.HOUSING), ("Green", Sector.COMMUNITY))
    round = opened(cast, now)
    for person in (cast.ruth, cast.colin, cast.owen):
        answered(round, person, 3, now)
    for person in (cast.ade, cast.nadia, *people.values()):
        answered(round, person, 1, now)

    seal_round(round, by=cast.priya, at=now)

    differences = Review.objects.get().result["differences"]
    assert {tuple(s["name"] for s in d["sides"]) for d in differences} == {
        ("Public bodies", "Voluntary, community and faith groups")
    }
    assert not any(body in str(differences) for body in ("Riverside", "Mosque", "Homes", "Police"))


def test_somebody_without_an_address_is_not_written_to_at_the_close(cast, now):
    zoe = add_person("Zoe Hart", email=None, by=None, at=now)
    open_seat(cast.memberships["police"], person=zoe, by=cast.priya, at=now)

    seal_round(opened(cast, now), by=cast.priya, at=now)

    assert zoe.tickets.exists()
    assert not Message.objects.filter(to=zoe).exists()


def test_this_years_result_is_compared_with_last_years(cast, now):
    people = {"ruth": 1, "colin": 1, "ade": 1}
    sealed(cast, now - timedelta(days=365), people)

    round = sealed(cast, now, {"ruth": 2, "colin": 2, "nadia": 2})

    change = round.reviews.get().result["change"]
    assert (change["year"], change["overall"]["direction"]) == (2025, "up")
    assert (change["people_both"], change["organisations_both"]) == (2, 2)
