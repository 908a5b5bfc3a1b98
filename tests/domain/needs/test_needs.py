from datetime import timedelta

import pytest

from joinedup.domain.basics.remembered import remembering
from joinedup.domain.needs.needs import Need, needs_of
from joinedup.domain.partnerships.actions import register_partnership, vacate_seat
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.results.actions import reply_to_result
from joinedup.domain.reviews.actions.answering import Given, save_answers
from joinedup.domain.reviews.actions.preparing import choose_partnerships
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import Review
from tests.cast import EVERYBODY
from tests.rounds import DAYS_OPEN, answered, opened, prepared, sealed, ticket_of

pytestmark = pytest.mark.django_db

ASKED = {"core seat", "associate seat", "observer seat", "chair", "coordinator"}
SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]
ANSWER = "Answer Yearly review 2026 for Safer Places group, about 10 minutes"
READ = "Read the draft result of Safer Places group in Yearly review 2026, and reply if you wish"


def texts_of(person, at):
    """Return what waits for somebody, but for the posts that a steward is asked about."""
    return [need.text for need in needs_of(person, at) if need.page != "posts_confirm"]


@pytest.mark.parametrize("kind", SIGNED_IN)
def test_an_open_round_needs_those_it_asks(cast, now, kind):
    opened(cast, now)

    assert texts_of(cast.who(kind), now) == ([ANSWER] if kind in ASKED else [])


@pytest.mark.parametrize("kind", SIGNED_IN)
def test_a_round_being_prepared_needs_its_officer(cast, now, kind):
    prepared(cast, now)

    assert texts_of(cast.who(kind), now) == (
        ["Open Yearly review 2026"] if kind == "lead host's officer" else []
    )


@pytest.mark.parametrize("kind", SIGNED_IN)
def test_a_draft_result_needs_those_who_sit_on_the_partnership(cast, now, kind):
    sealed(cast, now, {"ruth": 3, "ade": 2, "colin": 1})
    at = now + timedelta(days=3)

    assert texts_of(cast.who(kind), at) == ([READ] if kind in ASKED else [])


def test_a_need_leads_to_its_page_by_the_persons_own_link(cast, now):
    round = opened(cast, now)
    ticket = ticket_of(round, cast.ade)

    assert needs_of(cast.ade, now) == [
        Need(ANSWER, round.closes_on, "Answer", "answer", (token_for(ticket),))
    ]
    save_answers(ticket, {"SF1": Given(value=1)}, at=now)
    assert [need.verb for need in needs_of(cast.ade, now)] == ["Go on"]


def test_what_has_been_sent_needs_nobody(cast, now):
    answered(opened(cast, now), cast.ade, 2, now)

    assert needs_of(cast.ade, now) == []


def test_after_the_last_day_the_officer_is_to_close_and_nobody_to_answer(cast, now):
    round = opened(cast, now)
    last, next_day = now + DAYS_OPEN, now + DAYS_OPEN + timedelta(days=1)

    assert [texts_of(cast.ade, at) for at in (last, next_day)] == [[ANSWER], []]
    assert [texts_of(cast.priya, at) for at in (last, next_day)] == [
        [],
        ["Close Yearly review 2026"],
    ]
    assert needs_of(cast.priya, next_day)[0].due_on == round.closes_on


def test_a_draft_is_due_on_the_last_day_to_reply_and_gone_once_it_stands(cast, now):
    round = sealed(cast, now, {"ruth": 3, "ade": 2, "colin": 1})
    last = round.stands_at - timedelta(minutes=1)

    assert [need.due_on for need in needs_of(cast.ade, last)] == [round.last_day_to_reply]
    assert needs_of(cast.ade, round.stands_at) == []


def test_whoever_has_replied_is_not_asked_again(cast, now):
    sealed(cast, now, {"ruth": 3, "ade": 2, "colin": 1})
    at = now + timedelta(days=3)
    reply_to_result(Review.objects.get(), cast.riverside, "Too rosy.", by=cast.ade, at=at)

    assert (texts_of(cast.ade, at), texts_of(cast.ruth, at)) == ([], [READ])


def test_whoever_has_left_the_partnership_is_not_asked_to_reply(cast, now):
    sealed(cast, now, {"ruth": 3, "ade": 2, "colin": 1})
    vacate_seat(cast.seats["colin"], on=now.date(), by=cast.priya, at=now)

    # Colin, who is no officer of the county, was its coordinator until yesterday.
    assert texts_of(cast.colin, now + timedelta(days=3)) == []


@pytest.mark.parametrize(
    ("empty", "said"),
    [
        (1, "Open Yearly review 2026; 1 of its partnerships has nobody to ask"),
        (2, "Open Yearly review 2026; 2 of its partnerships have nobody to ask"),
    ],
)
def test_a_round_with_nobody_to_ask_somewhere_says_so(cast, now, empty, said):
    for number in range(empty):
        register_partnership(
            f"Empty {number}", host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now
        )
    choose_partnerships(prepared(cast, now), Partnership.objects.all(), by=cast.priya, at=now)

    assert texts_of(cast.priya, now) == [said]


@pytest.mark.parametrize("rounds", [1, 3])
def test_one_round_and_three_take_the_same_queries(cast, now, django_assert_num_queries, rounds):
    for _ in range(rounds):
        prepared(cast, now)

    with remembering(), django_assert_num_queries(6):
        needs = needs_of(cast.priya, now)

    assert len(needs) == rounds


def test_the_soonest_comes_first(cast, now):
    opened(cast, now)
    opened(cast, now - timedelta(days=20))

    assert [(need.due_on - now.date()).days for need in needs_of(cast.ade, now)] == [8, 28]


def test_whoever_keeps_the_posts_is_asked_about_them_with_the_end_of_the_year(cast, now):
    asked = [need for need in needs_of(cast.grace, now) if need.page == "posts_confirm"]

    assert [(need.text.partition(" in ")[2], need.due_on.isoformat()) for need in asked] == [
        ("Farhaven Borough Council: 1 to look at", "2026-04-01"),
        ("Thornford District Council: 5 to look at", "2026-04-01"),
        ("Wexmere County Council: 1 to look at", "2026-04-01"),
    ]
