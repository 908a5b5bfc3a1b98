"""How to make what the routes of sides, tiers and figures are asked for."""

from tests.access.made import Made, Maker
from tests.access.world import World


def side(*, abroad: bool = False, **more: str) -> Maker:
    """A body's own side of the partnership it leads."""

    def make(world: World) -> Made:
        cast = world.cast
        partnership, body = (cast.growth, cast.farhaven) if abroad else (cast.safer, cast.thornford)
        args = {"public_id": partnership.public_id, "body_id": body.public_id, **more}
        told = partnership.involvements.filter(organisation=body).first()
        return Made(args, ("public_id", "body_id"), {"version": told.version if told else 1})

    return make


OF_PARTNERSHIPS: dict[str, Maker] = {
    "side": side(),
    "side_abroad": side(abroad=True),
    "group_of_side": side(group="who"),
    "group_of_side_abroad": side(abroad=True, group="who"),
}
