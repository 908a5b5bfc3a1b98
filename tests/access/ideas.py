"""How to make what the routes of ideas are asked for."""

from joinedup.domain.arrangements.kinds import Scope
from joinedup.domain.ideas.actions import answer_overlap, scope_idea, state_idea
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.tiers.actions import judge_tier
from tests.access.made import Made, Maker
from tests.access.world import NOWADAYS, World

TOLD = {"for_whom": "Residents", "need": "Complaints", "asked_of_partner": "Evenings"}


def of(world: World, *, abroad: bool) -> dict[str, object]:
    """For whom, by whom and when an idea is written down."""
    cast = world.cast
    host, by = (cast.farhaven, cast.noor) if abroad else (cast.thornford, cast.priya)
    return {"host": host, "by": by, "at": NOWADAYS, "purpose": "Mopeds are gone by ten."}


def idea(
    *, abroad: bool = False, like: bool = False, said: str = "", noes: list[Scope] | None = None
) -> Maker:
    """An idea of the body that leads the record, with one thing like it, and what was said."""

    def make(world: World) -> Made:
        made = of(world, abroad=abroad)
        signed = {name: made[name] for name in ("by", "at")}
        twin = register_partnership("Moped watch by ten", **made)
        new = state_idea("Quiet nights", **made, **TOLD)
        args, ids = {"public_id": new.public_id}, ("public_id",)
        if like:
            args, ids = args | {"thing_id": twin.public_id}, ("public_id", "thing_id")
        if said:
            answer = {"choice": said, "words": "It does it.", "version": 1}
            answer_overlap(new, twin.public_id, **answer, **signed)
        if noes is not None:
            scope_idea(new, noes=noes, version=new.version, **signed)
        if said == "FITS":
            judge_tier(new.partnership, {}, version=new.partnership.version, **signed)
        versions = {"version": new.version, "record_version": new.partnership.version}
        return Made(args, ids, versions)

    return make


def plain(*, abroad: bool = False) -> Maker:
    """A record at the state of idea that nobody has thought out."""

    def make(world: World) -> Made:
        made = of(world, abroad=abroad)
        new = register_partnership("Quiet nights", **made, state=State.IDEA)
        return Made({"public_id": new.public_id}, ("public_id",), {"version": new.version})

    return make


WAYS = {
    "idea": {},
    "idea_like": {"like": True},
    "idea_to_join": {"said": "JOIN"},
    "idea_ready": {"said": "FITS", "noes": []},
    "idea_no_partnership": {"noes": [Scope.EFFORT]},
}
OF_IDEAS: dict[str, Maker] = {
    **{name: idea(**way) for name, way in WAYS.items()},
    **{f"{name}_abroad": idea(abroad=True, **way) for name, way in WAYS.items()},
    "idea_plain": plain(),
    "idea_plain_abroad": plain(abroad=True),
}
