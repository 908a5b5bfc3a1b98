"""How to make what the routes of sides, tiers and figures are asked for."""

from datetime import timedelta

from joinedup.domain.arrangements.actions import keep_arrangement
from joinedup.domain.arrangements.kinds import RelatedKind
from joinedup.domain.confirmations.actions import say_of_record
from joinedup.domain.journal.queries import history_of
from joinedup.domain.organisations.actions import end_organisation
from joinedup.domain.partnerships.actions import (
    add_host,
    add_member,
    change_partnership,
    open_seat,
    register_partnership,
)
from joinedup.domain.partnerships.kinds import Capacity, State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.searches.actions import keep_search
from joinedup.domain.searches.kinds import Searched
from joinedup.domain.structure.actions import link_partnership
from joinedup.domain.structure.kinds import LinkSort
from tests.access.aftermath import OF_AFTERMATH
from tests.access.agreements import OF_AGREEMENTS
from tests.access.appraisals import OF_APPRAISALS
from tests.access.ideas import OF_IDEAS
from tests.access.kinds_asked import OF_KINDS_ASKED
from tests.access.made import Made, Maker
from tests.access.promises import OF_PROMISES
from tests.access.questionnaires import OF_QUESTIONNAIRES
from tests.access.signing import OF_SIGNING
from tests.access.unnamed import OF_UNNAMED
from tests.access.world import NOWADAYS, World
from tests.bench.clock import NOW
from tests.cast import LEFT_ON


def side(*, abroad: bool = False, **more: str) -> Maker:
    """A body's own side of the partnership it leads."""

    def make(world: World) -> Made:
        cast = world.cast
        partnership, body = (cast.growth, cast.farhaven) if abroad else (cast.safer, cast.thornford)
        args = {"public_id": partnership.public_id, "body_id": body.public_id, **more}
        told = partnership.involvements.filter(organisation=body).first()
        return Made(args, ("public_id", "body_id"), {"version": told.version if told else 1})

    return make


def search_kept(*, abroad: bool = False) -> Maker:
    """A search that the officer here, or in the next district, keeps."""

    def make(world: World) -> Made:
        by = world.cast.noor if abroad else world.cast.priya
        name = f"Search {by.kept_searches.count()}"
        search = keep_search(name, searched=Searched.REGISTER, asked="?tier=1", by=by, at=NOWADAYS)
        fill = {"version": search.version}
        return Made({"public_id": search.public_id}, ("public_id",), fill)

    return make


def searched_list(world: World) -> Made:
    """The register, searched."""
    return Made({"searched": Searched.REGISTER.value})


def twin_of(world: World, *, abroad: bool) -> Partnership:
    """Register a partnership that everybody sees who sees the first."""
    cast, at = world.cast, NOWADAYS
    host, by = (cast.farhaven, cast.noor) if abroad else (cast.thornford, cast.priya)
    twin = register_partnership("Twin", host=host, state=State.ACTIVE, by=by, at=at)
    if abroad:
        return twin
    add_host(twin, cast.county, by=by, at=at)
    for name, seat in cast.seats.items():
        member = add_member(twin, seat.membership.organisation, by=by, at=at)
        person = None if name == "derek" else cast.people[name]
        open_seat(member, person=person, capacity=seat.capacity, by=by, at=at)
    return twin


def partnership_and_twin(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        partnership = world.cast.growth if abroad else world.cast.safer
        fill = {"twin": twin_of(world, abroad=abroad).public_id}
        return Made({"public_id": partnership.public_id}, ("public_id",), fill)

    return make


def unled(world: World) -> Made:
    """A partnership whose lead host has ended."""
    cast = world.cast
    end_organisation(cast.thornford, on=LEFT_ON, by=None, at=NOWADAYS)
    return Made(
        {"public_id": cast.safer.public_id}, ("public_id",), {"county": cast.county.public_id}
    )


def linked(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        partnership = world.cast.growth if abroad else world.cast.safer
        twin = twin_of(world, abroad=abroad)
        link = link_partnership(partnership, twin, sort=LinkSort.SERVES, by=None, at=NOWADAYS)
        args = {"public_id": partnership.public_id, "link_id": link.public_id}
        return Made(args, ("public_id", "link_id"))

    return make


def arrangement(*, abroad: bool = False) -> Maker:
    """A line of the list of the body that leads the record."""

    def make(world: World) -> Made:
        body = world.cast.farhaven if abroad else world.cast.thornford
        kept = keep_arrangement(body, "Van", kind=RelatedKind.GRANT, by=None, at=NOWADAYS)
        return Made({"public_id": kept.public_id}, ("public_id",), {"version": kept.version})

    return make


def changed(*, abroad: bool = False) -> Maker:
    """A change of the record that may be questioned still."""

    def make(world: World) -> Made:
        partnership = world.cast.growth if abroad else world.cast.safer
        version, at = partnership.version, NOW - timedelta(days=1)
        by = world.cast.noor if abroad else world.cast.priya
        change_partnership(partnership, version=version, reach="Wexmere", by=by, at=at)
        entry = history_of(partnership).first()
        return Made({"public_id": partnership.public_id, "number": entry.pk}, ("public_id",))

    return make


def questioned(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        member = world.seat_abroad.membership if abroad else world.cast.memberships["riverside"]
        by = world.abroad_people[-1] if abroad else world.cast.ade
        say_of_record(member, is_right=False, words="Since 2018.", by=by, at=NOW)
        partnership = member.partnership
        question = partnership.challenges.get()
        args = {"public_id": partnership.public_id, "question_id": question.public_id}
        return Made(args, ("public_id", "question_id"))

    return make


def places_to_confirm(*, abroad: bool = False) -> Maker:
    """A place that the lead host looks after, for a member that has no officer here."""

    def make(world: World) -> Made:
        body = world.cast.farhaven if abroad else world.cast.thornford
        seat = world.seat_abroad if abroad else world.cast.seats["ruth"]
        return Made({"public_id": body.public_id}, ("public_id",), {"place": seat.public_id})

    return make


def place_of_deputy(*, abroad: bool = False) -> Maker:
    """A deputy's place of the other host, or of a member in the next district."""

    def make(world: World) -> Made:
        member = world.seat_abroad.membership if abroad else world.cast.memberships["county"]
        seat = open_seat(member, capacity=Capacity.DEPUTY, by=None, at=NOWADAYS)
        args = {"public_id": member.partnership.public_id, "seat_id": seat.public_id}
        return Made(args, ("public_id", "seat_id"))

    return make


def with_another_host(*, abroad: bool = False) -> Maker:
    """A partnership with a body that could lead it in place of who does now."""

    def make(world: World) -> Made:
        partnership = world.cast.growth if abroad else world.cast.safer
        body = world.cast.academy if abroad else world.cast.county
        if abroad:
            add_member(partnership, body, by=None, at=NOWADAYS)
        fill = {"next_lead": body.public_id}
        return Made({"public_id": partnership.public_id}, ("public_id",), fill)

    return make


OF_PARTNERSHIPS: dict[str, Maker] = {
    **OF_QUESTIONNAIRES,
    **OF_UNNAMED,
    **OF_AFTERMATH,
    **OF_KINDS_ASKED,
    **OF_PROMISES,
    **OF_SIGNING,
    **OF_APPRAISALS,
    **OF_AGREEMENTS,
    "searched_list": searched_list,
    "unled": unled,
    "with_another_host": with_another_host(),
    "with_another_host_abroad": with_another_host(abroad=True),
    "places_to_confirm": places_to_confirm(),
    "places_to_confirm_abroad": places_to_confirm(abroad=True),
    "place_of_deputy": place_of_deputy(),
    "place_of_deputy_abroad": place_of_deputy(abroad=True),
    "kept_search": search_kept(),
    "kept_search_abroad": search_kept(abroad=True),
    "partnership_and_twin": partnership_and_twin(),
    "partnership_and_twin_abroad": partnership_and_twin(abroad=True),
    "changed": changed(),
    "changed_abroad": changed(abroad=True),
    "question": questioned(),
    "question_abroad": questioned(abroad=True),
    "link": linked(),
    "link_abroad": linked(abroad=True),
    **OF_IDEAS,
    "arrangement": arrangement(),
    "arrangement_abroad": arrangement(abroad=True),
    "side": side(),
    "side_abroad": side(abroad=True),
    "group_of_side": side(group="who"),
    "group_of_side_abroad": side(abroad=True, group="who"),
}
