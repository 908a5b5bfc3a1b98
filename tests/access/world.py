"""The fixed cast with a round in every state, and the same again in the next district.

Private words that must turn up nowhere but with those they are for are planted here: CANARIES.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from joinedup.domain.contacts.actions import add_contact, make_remark, make_response
from joinedup.domain.contacts.kinds import About
from joinedup.domain.instruments.actions import ship_instruments
from joinedup.domain.instruments.queries import latest
from joinedup.domain.involvements.actions import tell_involvement
from joinedup.domain.naming.actions import ask_for_names
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.actions import (
    add_member,
    change_partnership,
    open_seat,
    vacate_seat,
)
from joinedup.domain.partnerships.models import Membership, Partnership, Seat
from joinedup.domain.people.models import Person
from joinedup.domain.results.actions import reply_to_result, seal_round
from joinedup.domain.reviews.actions.answering import Given, save_answers
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import choose_partnerships, prepare_round
from joinedup.domain.reviews.models import Review, Round
from joinedup.domain.stakeholders.actions import add_stakeholder, move_approach
from joinedup.domain.stakeholders.kinds import ApproachState
from tests.cast import EVERYBODY, POSTS, SEATS, Cast, make_cast, make_person
from tests.domain.imports.bringing import MEMBERS, staged
from tests.kept import brought_about
from tests.rounds import answered, ticket_of

# A result stands fourteen days after its round was sealed.
LAST_YEAR, LATELY, NOWADAYS = (
    datetime(2025, 5, 1, 9, 0, tzinfo=UTC),
    datetime(2026, 5, 4, 9, 0, tzinfo=UTC),
    datetime(2026, 6, 8, 9, 0, tzinfo=UTC),
)
STAGES = {"standing": LAST_YEAR, "counted": LATELY, "open": NOWADAYS, "draft": NOWADAYS}

ABROAD = ("Fay Drummond", "Gus Marlow", "Hal Penrose")

# Words nobody else would write, by what they are.
CANARIES = {
    "comment in a standing result": "quokka-3141",
    "comment in a draft result": "dunnart-5926",
    "comment of one alone": "numbat-2718",
    "comment in a saved answer": "bilby-1618",
    "title of a round nobody was told of": "Yearly review potoroo-1414",
    "reply to a draft result": "bettong-1732",
    "purpose of another district's partnership": "wombat-2236",
    "row of a file being brought in": "bandicoot-2449",
    "address of somebody who knows": "kowari-2645@mail.example",
    "title of a post": "quoll-2828",
    "remark on the lead host's own side": "wallaby-1618",
    "remit of a contact": "kaluta-3316",
    "remark on a member": "ningaui-3464",
    "response to a remark": "pygmy-3605",
    "what is asked of a stakeholder": "kultarr-4472",
    "why a stakeholder is not invited": "mulgara-5099",
}


@dataclass
class World:
    """The cast, and each stage's round here (``rounds``) and in the next district (``abroad``)."""

    cast: Cast
    rounds: dict[str, Round] = field(default_factory=dict)
    abroad: dict[str, Round] = field(default_factory=dict)
    abroad_people: list[Person] = field(default_factory=list)
    seat_abroad: Seat = field(init=False)

    @property
    def fay(self) -> Person:
        """The director of the next district, who sits on its partnership as well."""
        return self.abroad_people[0]

    def person(self, kind: str) -> Any:
        """Return whoever plays a kind of person."""
        return self.cast.people[EVERYBODY[kind]]

    def body(self, kind: str) -> Organisation:
        """Return the body somebody works or sits for; the lead host where there is none."""
        name = EVERYBODY[kind]
        place = POSTS.get(name) or SEATS.get(name)
        return self.cast.bodies[place[1] if place else "thornford"]

    def member(self, kind: str) -> str:
        """Return the identifier of the place in the cast's partnership of somebody's body."""
        memberships = self.cast.memberships.values()
        own = (each for each in memberships if each.organisation == self.body(kind))
        return next((each.public_id for each in own), "")

    def review(self, stage: str, *, abroad: bool = False) -> Review:
        """Return the one partnership's part in the round of a stage."""
        return Review.objects.get(round=(self.abroad if abroad else self.rounds)[stage])


def make_world() -> World:
    """Perform the acts that bring the world about."""
    ship_instruments(at=LAST_YEAR)
    world = World(make_cast())
    settle_abroad(world)
    for stage, at in STAGES.items():
        world.rounds[stage] = begin(stage, world.cast.safer, world.cast.thornford, "priya", world)
        world.abroad[stage] = begin(stage, world.cast.growth, world.cast.farhaven, "noor", world)
        if stage != "draft":
            ask_and_hear(stage, world, at)
    plant(world)
    return world


def plant(world: World) -> None:
    """Plant what belongs to no round's answers."""
    cast, at = world.cast, NOWADAYS
    purpose = CANARIES["purpose of another district's partnership"]
    version = cast.growth.version
    change_partnership(cast.growth, version=version, purpose=purpose, by=cast.noor, at=at)
    row = CANARIES["row of a file being brought in"]
    staged(cast, at, MEMBERS.replace("Green Thornford", row))
    address = CANARIES["address of somebody who knows"]
    ask_for_names(world.review("draft"), name="Una Reed", email=address, by=cast.priya, at=at)
    remark = CANARIES["remark on the lead host's own side"]
    tell_involvement(
        cast.safer, cast.thornford, version=1, risk_remark=remark, by=cast.priya, at=at
    )
    tell_of_riverside(cast, at)
    leave_out(cast, at)
    title = CANARIES["title of a post"]
    zoe = make_person("Zoe Hart", at)
    grant_post(zoe, cast.thornford, PostKind.AUDITOR, title=title, by=None, at=at)


def leave_out(cast: Cast, at: datetime) -> None:
    """Put somebody on the map of who should be here, and decide not to ask them."""
    asks, why = (CANARIES[what] for what in list(CANARIES)[-2:])
    made = add_stakeholder(cast.safer, name="Lantern Club", asks=asks, by=cast.priya, at=at)
    left_out = {"to": ApproachState.NOT_INVITED, "because": f"It is so: {why}.", "version": 1}
    move_approach(made, on=at.date(), **left_out, by=cast.priya, at=at)


def tell_of_riverside(cast: Cast, at: datetime) -> None:
    """Say whom to ask for at a member and what it is like, and let it answer."""
    body, remit = cast.riverside, CANARIES["remit of a contact"]
    add_contact(body, "Vera Stone", remit=remit, by=cast.priya, at=at)
    words = CANARIES["remark on a member"]
    remark = make_remark(body, About.PRESSURES, words, by=cast.priya, at=at)
    make_response(remark, CANARIES["response to a remark"], by=cast.ade, at=at)


def settle_abroad(world: World) -> None:
    """Give the next district's partnership a member with three places, all held."""
    cast = world.cast
    member = add_member(
        cast.growth, cast.farhaven, by=cast.noor, at=cast.at, from_on=date(2020, 1, 1)
    )
    for name in ABROAD:
        world.abroad_people.append(make_person(name, cast.at))
        person = world.abroad_people[-1]
        world.seat_abroad = open_seat(member, person=person, by=cast.noor, at=cast.at)
    grant_post(world.fay, cast.farhaven, PostKind.DIRECTOR, by=None, at=cast.at)


def begin(
    stage: str, partnership: Partnership, host: Organisation, officer: str, world: World
) -> Round:
    """Prepare the round of a stage over one partnership."""
    by, at = world.cast.people[officer], STAGES[stage]
    title = f"Yearly review {at.year}, {stage}"
    if stage == "draft" and officer == "priya":
        title = CANARIES["title of a round nobody was told of"]
    round = prepare_round(
        host,
        title,
        instrument=latest("yearly-self-assessment"),
        opens_on=at.date(),
        closes_on=at.date() + timedelta(days=28),
        by=by,
        at=at,
    )
    chosen = Partnership.objects.filter(pk=partnership.pk)
    choose_partnerships(round, chosen, by=by, at=at)
    return round


def ask_and_hear(stage: str, world: World, at: datetime) -> None:
    """Open the rounds of a stage, have them answered, and count those that are over."""
    cast, round, abroad = world.cast, world.rounds[stage], world.abroad[stage]
    seat = seat_the_invited(world, at) if stage == "open" else None
    open_round(round, by=cast.priya, at=at)
    open_round(abroad, by=cast.noor, at=at)
    if seat is not None:
        vacate_seat(seat, on=at.date(), by=cast.priya, at=at)
    later = at + timedelta(days=1)
    hear_abroad(stage, world, later)
    if stage == "open":
        said = commented("comment in a saved answer")
        save_answers(ticket_of(round, cast.colin), {"SF1": said}, at=later)
        answered(round, cast.ade, 2, later, SF1=commented("comment in a saved answer"))
        return
    kind = "comment in a standing result" if stage == "standing" else "comment in a draft result"
    answered(round, cast.ade, 2, later, SF1=commented(kind))
    lower = 1 if stage == "standing" else 0
    for person, value in ((cast.ruth, 3), (cast.colin, lower), (cast.nadia, 2)):
        answered(round, person, value, later)
    over = at + timedelta(days=35)
    seal_round(round, by=cast.priya, at=over)
    seal_round(abroad, by=cast.noor, at=over)
    reply(world, stage, over)


def hear_abroad(stage: str, world: World, at: datetime) -> None:
    """Have the next district's round answered: by three the first year, later by one alone."""
    first, *others = world.abroad_people
    if stage != "standing":
        said = commented("comment of one alone")
        answered(world.abroad[stage], first, 3, at, SF1=said)
        return
    for person in (first, *others):
        answered(world.abroad[stage], person, 2, at, SF1=Given(value=2, words="Nearly."))


def commented(kind: str) -> Given:
    """Return an answer with a comment that holds one of the canaries."""
    return Given(value=0, words=CANARIES[kind])


def seat_the_invited(world: World, at: datetime) -> Seat:
    """Let the ticket holder sit for Riverside for the day on which everybody is asked."""
    membership: Membership = world.cast.memberships["riverside"]
    return open_seat(membership, person=world.cast.invited, by=world.cast.priya, at=at)


def reply(world: World, stage: str, at: datetime) -> None:
    """Let a member reply to the result of a stage."""
    words = CANARIES["reply to a draft result"] if stage == "counted" else "We agree."
    review, cast = world.review(stage), world.cast
    reply_to_result(review, cast.riverside, words, by=cast.ade, at=at)


@pytest.fixture
def world(db: None) -> World:
    """The world; its acts are performed once in a process, and its rows are there for each test."""
    return brought_about("world", make_world)
