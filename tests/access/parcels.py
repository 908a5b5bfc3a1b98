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


def long_list(world: World) -> Made:
    """A list that a worker makes."""
    return Made({"what": "register", "sort": "ods"})


OF_EXPORTS: dict[str, Maker] = {
    "parcel": of_parcel("priya"),
    "parcel_abroad": of_parcel("noor"),
    "counted_list": of_round_as_csv(),
    "counted_list_abroad": of_round_as_csv(abroad=True),
    "long_list": long_list,
    **OF_COMMITTEES,
    **OF_SHEETS,
}
