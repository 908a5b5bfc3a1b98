"""How to make what the routes of public pages and matters are asked for."""

from joinedup.domain.matters.actions import list_matter, tell_public_page
from tests.access.made import Made, Maker
from tests.access.world import NOWADAYS, World


def matter(*, abroad: bool = False, public: bool = False, alone: bool = False) -> Maker:
    """Something residents ask about, of a partnership that is public or not."""

    def make(world: World) -> Made:
        cast = world.cast
        place = (cast.growth, cast.farhaven, cast.noor)
        partnership, body, by = place if abroad else (cast.safer, cast.thornford, cast.priya)
        listed = list_matter(
            partnership,
            f"Matter {partnership.matters.count()}",
            organisation=body,
            post_title="Street Manager",
            phone="01632 960003",
            if_not_helped="Write to us.",
            by=by,
            at=NOWADAYS,
        )
        if public:
            show(partnership, by)
        names = {"public_id": partnership.public_id, "matter_id": listed.public_id}
        args = {"matter_id": names["matter_id"]} if alone else names
        return Made(args, tuple(args), {"version": listed.version})

    return make


def public_partnership(world: World) -> Made:
    """A partnership that anybody may read of."""
    show(world.cast.safer, world.cast.priya)
    return Made({"public_id": world.cast.safer.public_id}, ("public_id",))


def member(*, abroad: bool = False) -> Maker:
    """A member that may be named: the lead host, or one of the next district's partnership."""

    def make(world: World) -> Made:
        one = world.seat_abroad.membership if abroad else world.cast.memberships["thornford"]
        args = {"public_id": one.partnership.public_id, "member_id": one.public_id}
        return Made(args, ("public_id", "member_id"))

    return make


def show(partnership, by):
    """Choose that anybody may read of a partnership, once."""
    chosen = getattr(partnership, "public_page", None)
    version = chosen.version if chosen else 1
    told = {"is_public": True, "purpose": "For all.", "joining": ""}
    tell_public_page(partnership, version=version, **told, by=by, at=NOWADAYS)


OF_MATTERS: dict[str, Maker] = {
    "matter": matter(),
    "matter_abroad": matter(abroad=True),
    "matter_asked": matter(alone=True),
    "matter_asked_abroad": matter(abroad=True, alone=True),
    "member_named": member(),
    "member_named_abroad": member(abroad=True),
    "public_matter": matter(public=True),
    "public_partnership": public_partnership,
}
