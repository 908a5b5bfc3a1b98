"""How to make what the routes of sharing information are asked for."""

from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.actions import add_member
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.sharing.actions import arrange_sharing, confirm_sharing
from joinedup.domain.sharing.models import SharingArrangement
from tests.access.made import Made, Maker
from tests.access.world import NOWADAYS, World
from tests.domain.sharing.agreeing import KINDS, SAID


def bodies(world: World, *, abroad: bool) -> tuple[Membership, Membership]:
    """Return whose information it is, and who gets it: the police and the county here."""
    cast = world.cast
    if not abroad:
        return cast.memberships["police"], cast.memberships["county"]
    # Nobody works for these, so nobody here sees the next district's partnership by them.
    source, recipient = (joined_abroad(world, cast.bodies[name]) for name in ("police", "academy"))
    return source, recipient


def joined_abroad(world: World, body: Organisation) -> Membership:
    """Return the place of a body in the next district's partnership, added where it has none."""
    growth, noor = world.cast.growth, world.cast.noor
    there = growth.memberships.filter(organisation=body).first()
    return there or add_member(growth, body, by=noor, at=NOWADAYS)


def agreed(world: World, *, abroad: bool) -> SharingArrangement:
    """Arrange it; the police have confirmed their part."""
    source, recipient = bodies(world, abroad=abroad)
    terms = {"source": source, "recipients": [recipient], "kinds": KINDS} | SAID
    made = arrange_sharing(source.partnership, **terms, by=None, at=NOWADAYS)
    if not abroad:
        part = made.parties.get(membership=source)
        confirm_sharing(part, edition=1, contact="The desk", by=world.cast.ruth, at=NOWADAYS)
    return made


def arranged(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        made = agreed(world, abroad=abroad)
        source, recipient = bodies(world, abroad=abroad)
        args = {"public_id": made.partnership.public_id, "sharing_id": made.public_id}
        fill = {"version": made.version, "edition": made.edition}
        fill |= {"party": recipient.public_id}
        fill |= {"source": source.public_id, "recipient": recipient.public_id}
        return Made(args, ("public_id", "sharing_id"), fill)

    return make


def sharers(*, abroad: bool = False) -> Maker:
    """A partnership, and two of its members."""

    def make(world: World) -> Made:
        source, recipient = bodies(world, abroad=abroad)
        fill = {"source": source.public_id, "recipient": recipient.public_id}
        return Made({"public_id": source.partnership.public_id}, ("public_id",), fill)

    return make


def asker(*, abroad: bool = False) -> Maker:
    """A member for which somebody asks, and another to share with."""

    def make(world: World) -> Made:
        source, recipient = bodies(world, abroad=abroad)
        fill = {"recipient": recipient.public_id}
        return Made({"member_id": source.public_id}, ("member_id",), fill)

    return make


OF_SHARING: dict[str, Maker] = {
    "sharing": arranged(),
    "sharing_abroad": arranged(abroad=True),
    "sharers": sharers(),
    "sharers_abroad": sharers(abroad=True),
    "sharing_asker": asker(),
    "sharing_asker_abroad": asker(abroad=True),
}
