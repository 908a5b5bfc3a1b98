"""How to make a text to sign, who signs for a member, and a partnership that is ready to begin."""

from typing import Any

from joinedup.domain.agreements.models import Edition
from joinedup.domain.basics.days import day_of
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.actions import add_member, open_seat
from joinedup.domain.partnerships.kinds import State, Tier
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.signoffs.actions import name_signatory
from joinedup.domain.signoffs.models import Signatory
from joinedup.domain.signoffs.queries import must_sign
from tests.access.made import Made, Maker
from tests.access.world import World
from tests.bench.clock import NOW
from tests.cast import make_person
from tests.domain.signoffs.signing import accepted, offered

IDS = ("public_id", "edition_id", "member_id")


def member_of(world: World, *, abroad: bool) -> Membership:
    """A member that is another host as well, or one of the next district."""
    cast = world.cast
    if not abroad:
        return cast.memberships["county"]
    there = cast.growth.memberships.filter(organisation=cast.academy).first()
    return there or add_member(cast.growth, cast.academy, by=cast.noor, at=NOW)


def text_of(world: World, *, abroad: bool) -> Edition:
    cast = world.cast
    where, by = (cast.growth, cast.noor) if abroad else (cast.safer, cast.priya)
    return offered(cast, NOW, partnership=where, by=by)


def named_for(world: World, *, abroad: bool) -> Signatory:
    """Let the member's only officer or manager sign for it, named by themselves."""
    member = member_of(world, abroad=abroad)
    by = colleague(world, abroad=True) if abroad else world.cast.ben
    told: dict[str, Any] = {"capacity": "Officer", "from_on": day_of(NOW), "by": by, "at": NOW}
    return name_signatory(member, by, **told)


def to_sign(*, abroad: bool = False, shown: bool = False) -> Maker:
    def make(world: World) -> Made:
        edition, named = text_of(world, abroad=abroad), named_for(world, abroad=abroad)
        args = {"public_id": named.membership.partnership.public_id}
        if shown:
            return Made(args, ("public_id",))
        args |= {"edition_id": edition.public_id, "member_id": named.membership.public_id}
        return Made(args, IDS, {"digest": edition.digest})

    return make


def colleague(world: World, *, abroad: bool) -> Person:
    """A manager of the member abroad, a director of the one here, who can be named."""
    body = member_of(world, abroad=abroad).organisation
    person = make_person("Abby Stone" if abroad else "Harry Stone", NOW)
    kind = PostKind.MANAGER if abroad else PostKind.DIRECTOR
    grant_post(person, body, kind, by=None, at=NOW)
    return person


def to_name(*, abroad: bool = False, ends: bool = False) -> Maker:
    def make(world: World) -> Made:
        member = member_of(world, abroad=abroad)
        args = {"public_id": member.partnership.public_id, "member_id": member.public_id}
        if not ends:
            person = colleague(world, abroad=abroad)
            return Made(args, ("public_id", "member_id"), {"person": person.pk})
        named = named_for(world, abroad=abroad)
        args |= {"signatory_id": named.public_id}
        ids = ("public_id", "member_id", "signatory_id")
        return Made(args, ids, {"version": named.version})

    return make


def ready(*, abroad: bool = False) -> Maker:
    """A proposed network whose members have all signed, on paper, with people on its places."""

    def make(world: World) -> Made:
        cast = world.cast
        where = cast.growth if abroad else cast.safer
        # No act leads back there from what the cast is; the world is put back after each case.
        Partnership.objects.filter(pk=where.pk).update(state=State.PROPOSED, tier=Tier.NETWORK)
        where.refresh_from_db()
        if abroad:
            member = member_of(world, abroad=True)
            open_seat(member, person=make_person("Al Reed", NOW), by=cast.noor, at=NOW)
        edition, by = text_of(world, abroad=abroad), "noor" if abroad else "priya"
        for member in must_sign(where, day_of(NOW)):
            accepted(cast, NOW, edition, member, by=by)
        where.refresh_from_db()
        return Made({"public_id": where.public_id}, ("public_id",))

    return make


OF_SIGNING: dict[str, Maker] = {
    "text_to_sign": to_sign(),
    "text_to_sign_abroad": to_sign(abroad=True),
    "signing": to_sign(shown=True),
    "signing_abroad": to_sign(abroad=True, shown=True),
    "signatories": to_name(),
    "signatories_abroad": to_name(abroad=True),
    "signatory": to_name(ends=True),
    "signatory_abroad": to_name(abroad=True, ends=True),
    "ready_to_begin": ready(),
    "ready_to_begin_abroad": ready(abroad=True),
}
