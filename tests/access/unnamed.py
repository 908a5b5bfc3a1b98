"""Makers of anonymous rounds, and of the links of those who are asked in one."""

from datetime import timedelta

from django.db.models import Q

from joinedup.domain.instruments.queries import latest
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import choose_partnerships, prepare_round
from joinedup.domain.reviews.kinds import Asking
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import Round
from tests.access.made import Made, Maker
from tests.access.world import NOWADAYS, World
from tests.rounds import ticket_of
from tests.unnamed import sent_unnamed


def unnamed_round(world: World, *, abroad: bool = False) -> Round:
    """An anonymous round over the partnership here, or the one in the next district."""
    cast = world.cast
    host, by = (cast.farhaven, cast.noor) if abroad else (cast.thornford, cast.priya)
    partnership = cast.growth if abroad else cast.safer
    round = prepare_round(
        host,
        "Anonymous review 2026",
        instrument=latest("yearly-self-assessment"),
        opens_on=NOWADAYS.date(),
        closes_on=NOWADAYS.date() + timedelta(days=28),
        by=by,
        at=NOWADAYS,
        asking=Asking.ANONYMOUS,
    )
    chosen = Partnership.objects.filter(pk=partnership.pk)
    choose_partnerships(round, chosen, by=by, at=NOWADAYS)
    return round


def of_small_round(*, abroad: bool = False) -> Maker:
    """A round with a partnership that nobody sits on."""

    def make(world: World) -> Made:
        by = world.cast.noor if abroad else world.cast.priya
        round, at = unnamed_round(world, abroad=abroad), NOWADAYS
        empty = register_partnership("Tea Forum", host=round.host, state=State.ACTIVE, by=by, at=at)
        chosen = Partnership.objects.filter(Q(reviews__round=round) | Q(pk=empty.pk))
        choose_partnerships(round, chosen, by=by, at=at)
        return Made({"public_id": round.public_id}, ("public_id",))

    return make


def of_link(*, spent: bool) -> Maker:
    def make(world: World) -> Made:
        round = unnamed_round(world)
        open_round(round, by=world.cast.priya, at=NOWADAYS)
        if spent:
            sent_unnamed(round, world.cast.ade, 2, NOWADAYS)
        return Made({"token": token_for(ticket_of(round, world.cast.ade))}, ("token",))

    return make


OF_UNNAMED: dict[str, Maker] = {
    "small_round": of_small_round(),
    "small_round_abroad": of_small_round(abroad=True),
    "unnamed_link": of_link(spent=False),
    "spent_unnamed_link": of_link(spent=True),
}
