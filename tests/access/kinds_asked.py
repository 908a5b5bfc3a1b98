"""How to make an asking of the members: while they answer, once it is open to all, and settled."""

from datetime import timedelta

from joinedup.domain.expectations.actions import answer_kind, ask_kind, settle_kind
from joinedup.domain.expectations.kinds import QUESTIONS
from joinedup.domain.expectations.models import KindAsking
from joinedup.domain.partnerships.actions import add_member, open_seat
from joinedup.domain.partnerships.kinds import Kind
from tests.access.made import Made, Maker
from tests.access.world import World
from tests.bench.clock import NOW

# Who says what for which member, here and abroad.
SAID = {
    False: {
        "county": ("colin", Kind.COOPERATIVE),
        "police": ("ruth", Kind.COORDINATED),
    },
    True: {
        "farhaven": ("noor", Kind.COOPERATIVE),
        "academy": ("noor", Kind.COORDINATED),
    },
}
A_MONTH, A_WEEK = timedelta(days=30), timedelta(days=7)


def asked(world: World, *, abroad: bool, over: bool) -> KindAsking:
    """Ask the members; ``over`` where two said different things and the last day has passed."""
    cast, at = world.cast, NOW - A_MONTH if over else NOW - timedelta(days=1)
    partnership, by = (cast.growth, cast.noor) if abroad else (cast.safer, cast.priya)
    if abroad:
        member = add_member(partnership, cast.academy, by=by, at=at)
        if over:
            open_seat(member, person=by, by=by, at=at)
    asking = ask_kind(partnership, closes_on=(at + A_WEEK).date(), by=by, at=at)
    for body, (speaker, kind) in SAID[abroad].items() if over else ():
        member = partnership.memberships.get(organisation=cast.bodies[body])
        answers = dict.fromkeys(QUESTIONS, kind)
        answer_kind(asking, member, version=0, by=cast.people[speaker], at=at, **answers)
    asking.refresh_from_db()
    return asking


def being_asked(*, abroad: bool = False) -> Maker:
    """Members who may answer, and among them one that is another host as well."""

    def make(world: World) -> Made:
        asking = asked(world, abroad=abroad, over=False)
        of = "academy" if abroad else "county"
        member = asking.partnership.memberships.get(organisation=world.cast.bodies[of])
        args = {"public_id": asking.partnership.public_id, "asking_id": asking.public_id}
        return Made(args | {"member_id": member.public_id}, ("public_id", "asking_id", "member_id"))

    return make


def was_asked(*, abroad: bool = False, agreed: bool = False, shown: bool = False) -> Maker:
    """Members who did not agree at once; ``agreed`` where they have since."""

    def make(world: World) -> Made:
        asking = asked(world, abroad=abroad, over=True)
        if agreed:
            said = {"settled": "AGREED", "kind": Kind.COORDINATED, "because": "We talked."}
            by = world.cast.noor if abroad else world.cast.priya
            settle_kind(asking, version=asking.version, **said, by=by, at=NOW)
        args = {"public_id": asking.partnership.public_id}
        if shown:
            return Made(args, ("public_id",))
        args |= {"asking_id": asking.public_id}
        return Made(args, ("public_id", "asking_id"), {"version": asking.version})

    return make


OF_KINDS_ASKED: dict[str, Maker] = {
    "kind_being_asked": being_asked(),
    "kind_being_asked_abroad": being_asked(abroad=True),
    "kind_asked": was_asked(),
    "kind_asked_abroad": was_asked(abroad=True),
    "kind_shown": was_asked(shown=True),
    "kind_shown_abroad": was_asked(abroad=True, shown=True),
    "kind_agreed": was_asked(agreed=True),
    "kind_agreed_abroad": was_asked(abroad=True, agreed=True),
}
