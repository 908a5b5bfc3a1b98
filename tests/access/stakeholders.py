"""How to make what the routes of who should be here are asked for."""

from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.partnerships.actions import add_member, open_seat, register_partnership
from joinedup.domain.stakeholders.actions import add_stakeholder, choose_yardstick
from joinedup.domain.stakeholders.models import Stakeholder
from joinedup.domain.stakeholders.queries import lines_of, yardstick_of
from tests.access.made import Made, Maker
from tests.access.world import NOWADAYS, World


def kept_here(world: World, *, abroad: bool) -> tuple:
    """The partnership here or in the next district, and its lead host's officer."""
    cast = world.cast
    return (cast.growth, cast.noor) if abroad else (cast.safer, cast.priya)


def named(*, abroad: bool = False) -> Maker:
    """Somebody on the map who has no entry in the directory."""

    def make(world: World) -> Made:
        partnership, by = kept_here(world, abroad=abroad)
        name = f"Group {Stakeholder.objects.count()}"
        made = add_stakeholder(partnership, name=name, by=by, at=NOWADAYS)
        args = {"public_id": partnership.public_id, "stakeholder_id": made.public_id}
        fill = {"version": made.version, "police": world.cast.police.public_id}
        return Made(args, ("public_id", "stakeholder_id"), fill)

    return make


def with_prospect(*, abroad: bool = False) -> Maker:
    """A member works with another body elsewhere, where those who keep the record sit as well."""

    def make(world: World) -> Made:
        cast = world.cast
        partnership, by = kept_here(world, abroad=abroad)
        body = add_organisation("Kite Trust", sector=Sector.FIRE, by=None, at=NOWADAYS)
        host = cast.farhaven if abroad else cast.thornford
        ours = world.seat_abroad.membership.organisation if abroad else cast.police
        other = register_partnership("Kites", host=host, by=by, at=NOWADAYS)
        add_member(other, body, by=by, at=NOWADAYS)
        with_us = add_member(other, ours, by=by, at=NOWADAYS)
        for person in (cast.ruth, cast.colin):
            open_seat(with_us, person=person, by=by, at=NOWADAYS)
        fill = {"prospect": body.public_id}
        return Made({"public_id": partnership.public_id}, ("public_id",), fill)

    return make


def measured(*, abroad: bool = False) -> Maker:
    """A place for which somebody must speak."""

    def make(world: World) -> Made:
        partnership, by = kept_here(world, abroad=abroad)
        now = yardstick_of(partnership)
        version = now.version if now else 1
        choose_yardstick(partnership, version=version, places=["Stokeley"], by=by, at=NOWADAYS)
        line = lines_of(partnership).get()
        args = {"public_id": partnership.public_id, "line_id": line.public_id}
        return Made(args, ("public_id", "line_id"), {"version": line.version})

    return make


OF_STAKEHOLDERS: dict[str, Maker] = {
    "stakeholder": named(),
    "stakeholder_abroad": named(abroad=True),
    "with_prospect": with_prospect(),
    "with_prospect_abroad": with_prospect(abroad=True),
    "yardstick_line": measured(),
    "yardstick_line_abroad": measured(abroad=True),
}
