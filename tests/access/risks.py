"""How to make what the routes of risks are asked for."""

from datetime import timedelta

from joinedup.domain.basics.days import day_of
from joinedup.domain.risk_imports.actions import stage_risk_file
from joinedup.domain.risks.actions import add_risk
from joinedup.domain.risks.kinds import MARKS
from joinedup.domain.risks.models import ListedRisk
from tests.access.made import Made, Maker
from tests.access.world import NOWADAYS, World


def risk(*, abroad: bool = False, own: bool = False) -> Maker:
    """A risk of the partnership, or of the body that leads it alone."""

    def make(world: World) -> Made:
        cast = world.cast
        partnership, body, by = (
            (cast.growth, cast.farhaven, cast.noor)
            if abroad
            else (cast.safer, cast.thornford, cast.priya)
        )
        said = {
            "category": "RK4",
            "cause": f"The grant ends {ListedRisk.objects.count()}",
            "effect": "No van",
            "owner_post": "Officer",
            "review_on": day_of(NOWADAYS) + timedelta(days=90),
        }
        made = add_risk(
            partnership,
            body if own else None,
            said,
            dict.fromkeys(MARKS, 2),
            size=4,
            by=by,
            at=NOWADAYS,
        )
        return Made({"public_id": made.public_id}, ("public_id",), {"version": made.version})

    return make


LIST = "Risk,Owner,Category,Likelihood,Impact\nThe hall burns,Chair,Property,5,2\n"


def to_bring(*, abroad: bool = False, own: bool = False) -> Maker:
    """A list of risks to be brought in, and where to."""

    def make(world: World) -> Made:
        args = {"public_id": (world.cast.growth if abroad else world.cast.safer).public_id}
        if own:
            body = world.cast.farhaven if abroad else world.cast.thornford
            args |= {"body_id": body.public_id}
        return Made(args, tuple(args), files={"file": LIST})

    return make


def file(*, abroad: bool = False, own: bool = False) -> Maker:
    """A list of risks that waits to be brought in."""

    def make(world: World) -> Made:
        cast = world.cast
        partnership, body, by = (
            (cast.growth, cast.farhaven, cast.noor)
            if abroad
            else (cast.safer, cast.thornford, cast.priya)
        )
        of = (partnership, body if own else None)
        made = stage_risk_file(*of, LIST.encode(), "list.csv", by=by, at=NOWADAYS)
        return Made({"public_id": made.public_id}, ("public_id",), {"version": made.version})

    return make


OF_RISKS = {
    "risk": risk(),
    "risk_abroad": risk(abroad=True),
    "risk_of_side": risk(own=True),
    "risk_of_side_abroad": risk(own=True, abroad=True),
    "risks_to_bring": to_bring(),
    "risks_to_bring_abroad": to_bring(abroad=True),
    "own_risks_to_bring": to_bring(own=True),
    "own_risks_to_bring_abroad": to_bring(own=True, abroad=True),
    "risk_file": file(),
    "risk_file_abroad": file(abroad=True),
    "risk_file_of_side": file(own=True),
    "risk_file_of_side_abroad": file(own=True, abroad=True),
}
