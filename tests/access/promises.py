"""How to make a promise of the member whose seat is a core one, at each point of its way."""

from joinedup.domain.partnerships.actions import add_member, open_seat
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.people.models import Person
from joinedup.domain.promises.actions import deliver_promise, make_promise, release_promise
from tests.access.made import Made, Maker
from tests.access.world import NOWADAYS, World
from tests.cast import make_person


def member_of(world: World, *, abroad: bool) -> tuple[Membership, Person, Person]:
    """Return a member, who speaks for it, and who keeps the record and does not."""
    cast = world.cast
    if not abroad:
        return cast.memberships["riverside"], cast.ade, cast.ruth
    member = add_member(cast.growth, cast.academy, by=cast.noor, at=NOWADAYS)
    person = make_person("Una Farrow", NOWADAYS)
    open_seat(member, person=person, by=cast.noor, at=NOWADAYS)
    return member, person, cast.noor


def one(state: str = "OPEN", *, abroad: bool = False) -> Maker:
    """A promise to the partnership: proposed, promised, said to be delivered, or to be let go."""

    def make(world: World) -> Made:
        member, own, keeper = member_of(world, abroad=abroad)
        promise = make_promise(
            member,
            sort="ROOMS",
            words=f"A room {member.promises.count()}",
            promised_on=NOWADAYS.date(),
            due_on=NOWADAYS.date(),
            by=keeper if state == "PROPOSED" else own,
            at=NOWADAYS,
        )
        if state == "SAID":
            day = NOWADAYS.date()
            deliver_promise(promise, version=1, on=day, by=own, at=NOWADAYS)
        if state == "OFFERED":
            release_promise(promise, version=1, because="So be it.", by=keeper, at=NOWADAYS)
        args = {"public_id": member.partnership.public_id, "promise_id": promise.public_id}
        return Made(args, ("public_id", "promise_id"), {"version": promise.version})

    return make


def member(*, abroad: bool = False) -> Maker:
    """A member that has promised nothing."""

    def make(world: World) -> Made:
        found, _, _ = member_of(world, abroad=abroad)
        args = {"public_id": found.partnership.public_id, "member_id": found.public_id}
        return Made(args, ("public_id", "member_id"), {"version": found.version})

    return make


def all_of_them(*, abroad: bool = False) -> Maker:
    """A partnership with a member that could promise something."""

    def make(world: World) -> Made:
        found, _, _ = member_of(world, abroad=abroad)
        fill = {"member": found.public_id}
        return Made({"public_id": found.partnership.public_id}, ("public_id",), fill)

    return make


OF_PROMISES: dict[str, Maker] = {
    "promise": one(),
    "promise_abroad": one(abroad=True),
    "promise_proposed": one("PROPOSED"),
    "promise_proposed_abroad": one("PROPOSED", abroad=True),
    "promise_said": one("SAID"),
    "promise_said_abroad": one("SAID", abroad=True),
    "promise_offered": one("OFFERED"),
    "promise_offered_abroad": one("OFFERED", abroad=True),
    "promising_member": member(),
    "promising_member_abroad": member(abroad=True),
    "promises": all_of_them(),
    "promises_abroad": all_of_them(abroad=True),
}
