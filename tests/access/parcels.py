"""How to make the files that routes of exports are asked for."""

from joinedup.domain.parcels.actions import ask_for_parcel, make_parcel
from tests.access.committees import OF_COMMITTEES
from tests.access.made import Made, Maker
from tests.access.sheets import OF_SHEETS
from tests.access.world import World
from tests.bench.clock import NOW


def of_parcel(name: str) -> Maker:
    """A file that a worker has made for somebody."""

    def make(world: World) -> Made:
        parcel = ask_for_parcel("memberships", "xlsx", by=world.cast.people[name], at=NOW)
        make_parcel(public_id=parcel.public_id, version=parcel.version, at=NOW, hold=lambda: None)
        return Made({"public_id": parcel.public_id}, ("public_id",))

    return make


def of_round_as_csv(*, abroad: bool = False) -> Maker:
    """The partnerships of a round that was counted, as a file."""

    def make(world: World) -> Made:
        round = (world.abroad if abroad else world.rounds)["counted"]
        return Made({"public_id": round.public_id, "sort": "csv"}, ("public_id",))

    return make


def of_result_as_csv(stage: str, *, abroad: bool = False) -> Maker:
    """One result, as a file."""

    def make(world: World) -> Made:
        review = world.review(stage, abroad=abroad)
        return Made({"public_id": review.public_id, "sort": "csv"}, ("public_id",))

    return make


def of_band(body: str) -> Maker:
    """The results of one band and year that a portfolio counts."""

    def make(world: World) -> Made:
        host = world.cast.bodies[body].public_id
        return Made({"public_id": host, "year": 2026, "slug": "sound"}, ("public_id",))

    return make


def of_results(*, abroad: bool = False) -> Maker:
    """A round whose results stand, so that whoever reads it may take them all along."""

    def make(world: World) -> Made:
        round = (world.abroad if abroad else world.rounds)["standing"]
        return Made({"public_id": round.public_id}, ("public_id",))

    return make


def long_list(world: World) -> Made:
    """A list that a worker makes."""
    return Made({"what": "register", "sort": "ods"})


OF_EXPORTS: dict[str, Maker] = {
    "parcel": of_parcel("priya"),
    "parcel_abroad": of_parcel("noor"),
    "list_of_draft": of_result_as_csv("counted"),
    "list_of_draft_abroad": of_result_as_csv("counted", abroad=True),
    "list_of_standing": of_result_as_csv("standing"),
    "list_of_standing_abroad": of_result_as_csv("standing", abroad=True),
    "band_of_portfolio": of_band("thornford"),
    "band_of_portfolio_abroad": of_band("farhaven"),
    "counted_list": of_round_as_csv(),
    "results_of_standing_round": of_results(),
    "results_of_standing_round_abroad": of_results(abroad=True),
    "counted_list_abroad": of_round_as_csv(abroad=True),
    "long_list": long_list,
    **OF_COMMITTEES,
    **OF_SHEETS,
}
