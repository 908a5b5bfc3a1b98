"""Rounds whose invitations go out at a pace, and their pages seen beforehand."""

from joinedup.domain.running.actions.sending import open_paced_round, stop_sending
from joinedup.domain.running.queries import invited_in
from tests.access.made import Made, Maker
from tests.access.world import NOWADAYS, World


def of_paced(*, abroad: bool = False, stopped: bool = False) -> Maker:
    """A round just opened, one person an hour being invited."""

    def make(world: World) -> Made:
        round = (world.abroad if abroad else world.rounds)["draft"]
        by = world.cast.noor if abroad else world.cast.priya
        open_paced_round(round, many=1, each="HOUR", by=by, at=NOWADAYS)
        invited = invited_in(round)
        if stopped and invited:
            stop_sending(invited.sending, by=by, at=NOWADAYS)
        return Made({"public_id": round.public_id}, ("public_id",))

    return make


def of_preview(*, abroad: bool = False) -> Maker:
    """The first page of a form that nobody has been sent."""

    def make(world: World) -> Made:
        round = (world.abroad if abroad else world.rounds)["draft"]
        return Made({"public_id": round.public_id, "number": 1}, ("public_id",))

    return make


OF_RUNNING: dict[str, Maker] = {
    "paced_round": of_paced(),
    "paced_round_abroad": of_paced(abroad=True),
    "stopped_round": of_paced(stopped=True),
    "stopped_round_abroad": of_paced(abroad=True, stopped=True),
    "previewed_round": of_preview(),
    "previewed_round_abroad": of_preview(abroad=True),
}
