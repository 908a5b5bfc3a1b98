"""What ends, ends at once: the next request of a session that is open finds nothing there."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from joinedup.domain.organisations.actions import end_post, grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.actions import end_membership, vacate_seat
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.links import token_for
from tests.access.objects import MAKERS
from tests.access.tables import access_table, cases
from tests.access.world import World
from tests.bench.clock import NOW
from tests.cast import EVERYBODY, POSTS, SEATS
from tests.rounds import ticket_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("papers_unset")]
TABLE = access_table()
TODAY, YESTERDAY = NOW.date(), NOW.date() - timedelta(days=1)
# The last second of the day on which something ends, and the first after it: London is an hour on.
LAST = datetime(2026, 6, 15, 22, 59, 59, tzinfo=UTC)
THINGS = {
    "partnership",
    "draft-result",
    "standing-result",
    "round",
    "portfolio",
    "import",
    "parcel",
    "post",
}
PAGES = [case for case in cases() if case.thing in THINGS and case.right == "see"]
OF_SEATS = [kind for kind, name in EVERYBODY.items() if name in SEATS and name != "derek"]
OF_POSTS = [kind for kind, name in EVERYBODY.items() if name in POSTS and name != "noor"]


def leave_seat(world: World, kind: str, on) -> None:
    vacate_seat(world.cast.seats[EVERYBODY[kind]], on=on, by=world.cast.priya, at=NOW)


def leave_partnership(world: World, kind: str, on) -> None:
    membership = world.cast.memberships[SEATS[EVERYBODY[kind]][1]]
    end_membership(membership, on=on, because="It has left.", by=world.cast.priya, at=NOW)


def leave_post(world: World, kind: str, on) -> None:
    # Somebody stays who is a steward, or the last one could not go.
    grant_post(world.fay, world.cast.farhaven, PostKind.STEWARD, by=None, at=NOW)
    post = world.person(kind).posts.get()
    end_post(post, on=on, because="A new post elsewhere.", by=world.fay, at=NOW)


WAYS = [
    *[(leave_seat, kind) for kind in OF_SEATS],
    *[(leave_partnership, kind) for kind in OF_SEATS],
    *[(leave_post, kind) for kind in OF_POSTS],
]
ONE_OF_EACH = [next(way for way in WAYS if way[0] == leave) for leave in dict(WAYS)]
# One of each sort is asked; all of them in the deep run.
each_way = pytest.mark.parametrize(
    ("leave", "kind"),
    [pytest.param(*way, marks=() if way in ONE_OF_EACH else pytest.mark.deep) for way in WAYS],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)


def pages_for(world: World, kind: str) -> list[str]:
    """Return the address of every page of a thing that this kind of person may see."""
    shown = [case for case in PAGES if TABLE.sees(case.thing, kind)]
    return [reverse(case.route, kwargs=MAKERS[case.own](world).args) for case in shown]


def statuses(client: Client, pages: list[str]) -> set[int]:
    return {client.get(page).status_code for page in pages}


@each_way
def test_whoever_left_yesterday_finds_nothing_at_the_next_request(world, leave, kind):
    client, pages = world.cast.client(EVERYBODY[kind]), pages_for(world, kind)
    before = statuses(client, pages)

    leave(world, kind, YESTERDAY)

    assert (before, statuses(client, pages)) == ({200}, {404})
    assert len(pages) > 4


@each_way
def test_whoever_leaves_today_sees_everything_until_midnight_in_london(world, clock, leave, kind):
    clock.move_to(LAST)
    client, pages = world.cast.client(EVERYBODY[kind]), pages_for(world, kind)
    leave(world, kind, TODAY)

    before = statuses(client, pages)
    clock.move_to(LAST + timedelta(seconds=1))

    assert (before, statuses(client, pages)) == ({200}, {404})


@pytest.mark.parametrize("way", ["sealed", "by the clock"])
def test_a_link_ends_with_its_round_in_the_middle_of_a_sitting(world, clock, way):
    round = world.rounds["open"]
    token = token_for(ticket_of(round, world.cast.nadia))
    client, page = Client(), reverse("answer_page", kwargs={"token": token, "number": 1})
    client.post(reverse("answer", args=[token]))
    before = client.get(page).status_code
    last = datetime.combine(round.closes_on, LAST.timetz())
    clock.move_to(last)
    client.post(reverse("answer", args=[token]))
    still = client.get(page).status_code

    if way == "sealed":
        seal_round(round, by=world.cast.priya, at=last)
    else:
        clock.move_to(last + timedelta(seconds=1))

    after = {client.get(page).status_code, client.post(page, {"SF1": "2"}).status_code}
    assert (before, still, after) == (200, 200, {404})
