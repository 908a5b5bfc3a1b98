"""How to make what the routes of agreements are asked for.

All are terms of reference of a network, here or in the next district, so that nobody need be asked
what kind it is and few clauses are to be decided.
"""

from datetime import date

from joinedup.domain.agreements.actions import (
    begin_agreement,
    date_agreement,
    decide_clause,
    offer_edition,
    propose_change,
)
from joinedup.domain.agreements.kinds import Standing
from joinedup.domain.agreements.models import Agreement, Clause, Edition, Proposal
from joinedup.domain.partnerships.actions import add_member, change_partnership, open_seat
from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.partnerships.models import Membership, Partnership
from tests.access.made import Made, Maker
from tests.access.world import NOWADAYS, World
from tests.bench.clock import NOW
from tests.domain.agreements.writing import clause_of, shown
from tests.domain.evidence.scans import kept

SCAN = "%PDF-1.7\ntrailer\n%%EOF\n"
EXIT = ("AG36", "AG37")
TERMS = {"starts_on": date(2026, 7, 1), "ends_on": None, "review_on": date(2027, 7, 1)}
OF_ONE = ("public_id",)


def network(world: World, *, abroad: bool) -> Partnership:
    """Return the partnership as one of the third tier."""
    cast = world.cast
    partnership, by = (cast.growth, cast.noor) if abroad else (cast.safer, cast.priya)
    partnership.refresh_from_db()
    told = {"tier": Tier.NETWORK, "by": by, "at": NOWADAYS}
    change_partnership(partnership, version=partnership.version, **told)
    return partnership


def begun(world: World, *, abroad: bool) -> Agreement:
    """An agreement with the clause on leaving written."""
    by = world.cast.noor if abroad else world.cast.priya
    agreement = begin_agreement(network(world, abroad=abroad), by=by, at=NOWADAYS)
    decide(agreement, "AG36", Standing.IN_AGREEMENT, words="A month’s notice.")
    return agreement


def decide(agreement: Agreement, code: str, standing: Standing, **told: str) -> None:
    clause = clause_of(agreement, code)
    by = agreement.by
    decide_clause(clause, version=clause.version, standing=standing, **told, by=by, at=NOWADAYS)


def whole(world: World, *, abroad: bool) -> Agreement:
    """An agreement that lacks nothing."""
    agreement = begun(world, abroad=abroad)
    decide(agreement, "AG37", Standing.IN_AGREEMENT, words="When all say so.")
    for clause in Clause.objects.filter(agreement=agreement, standing=Standing.TO_DO):
        decide(agreement, clause.code, Standing.NOT_NEEDED, because="It is small.")
    version, by = agreement.version, agreement.by
    date_agreement(agreement, version=version, **TERMS, binding=False, by=by, at=NOWADAYS)
    return agreement


def member_abroad(world: World) -> Membership:
    """Return the member in the next district that its officer speaks for."""
    cast = world.cast
    there = cast.growth.memberships.filter(organisation=cast.farhaven, to_on=None).first()
    return there or add_member(cast.growth, cast.farhaven, by=cast.noor, at=NOWADAYS)


def proposed(world: World, *, abroad: bool) -> Proposal:
    """A change proposed for a member, which abroad is one that its officer does not speak for."""
    cast = world.cast
    clause = clause_of(begun(world, abroad=abroad), "AG36")
    words = {"version": clause.version, "words": "Two months’ notice.", "why": "We are few."}
    if not abroad:
        return propose_change(clause, cast.memberships["riverside"], **words, by=cast.ade, at=NOW)
    member = add_member(cast.growth, cast.academy, by=cast.noor, at=NOWADAYS)
    open_seat(member, person=world.fay, by=cast.noor, at=NOWADAYS)
    return propose_change(clause, member, **words, by=world.fay, at=NOW)


def offered(world: World, *, abroad: bool) -> Edition:
    agreement = whole(world, abroad=abroad)
    return offer_edition(agreement, digest=shown(agreement, NOW), by=agreement.by, at=NOW)


def unbegun(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        return Made({"public_id": network(world, abroad=abroad).public_id}, OF_ONE)

    return make


def drafted(*, abroad: bool = False, grown: bool = False, **more: str) -> Maker:
    """An agreement being written; ``grown`` where its partnership is of another tier since."""

    def make(world: World) -> Made:
        agreement = begun(world, abroad=abroad)
        there = agreement.partnership
        if grown:
            told = {"tier": Tier.KEY, "by": agreement.by, "at": NOWADAYS}
            change_partnership(there, version=there.version, **told)
        fill = {
            "version": agreement.version,
            "clause_version": clause_of(agreement, "AG36").version,
        }
        fill |= {"own_member": member_abroad(world).public_id} if abroad else {}
        return Made({"public_id": there.public_id, **more}, OF_ONE, fill)

    return make


def to_offer(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        agreement = whole(world, abroad=abroad)
        fill = {"digest": shown(agreement, NOW)}
        return Made({"public_id": agreement.partnership.public_id}, OF_ONE, fill)

    return make


def proposal(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        made = proposed(world, abroad=abroad)
        fill = {"version": made.version, "clause_version": made.clause_version}
        args = {"public_id": made.agreement.partnership.public_id, "proposal_id": made.public_id}
        return Made(args, ("public_id", "proposal_id"), fill)

    return make


def edition(*, abroad: bool = False, **more: str) -> Maker:
    def make(world: World) -> Made:
        made = offered(world, abroad=abroad)
        args = {"public_id": made.agreement.partnership.public_id, "number": made.number, **more}
        return Made(args, OF_ONE, {"version": made.version})

    return make


def two_texts(*, abroad: bool = False) -> Maker:
    """A text that was offered, and the draft of today."""

    def make(world: World) -> Made:
        made = offered(world, abroad=abroad)
        return Made({"public_id": made.agreement.partnership.public_id, "old": 1, "new": 0}, OF_ONE)

    return make


def to_keep(*, abroad: bool = False) -> Maker:
    """A scan to be kept, and where."""

    def make(world: World) -> Made:
        there = world.cast.growth if abroad else world.cast.safer
        return Made({"public_id": there.public_id}, OF_ONE, files={"file": SCAN})

    return make


def kept_paper(*, abroad: bool = False) -> Maker:
    """A scan that is kept as evidence."""

    def make(world: World) -> Made:
        of, by = ("growth", "noor") if abroad else ("safer", "priya")
        paper = kept(world.cast, NOW, SCAN.encode(), by, of)
        args = {"public_id": paper.partnership.public_id, "paper_id": paper.public_id}
        return Made(args, ("public_id", "paper_id"), {"version": paper.version})

    return make


OF_AGREEMENTS: dict[str, Maker] = {
    "agreement_unbegun": unbegun(),
    "agreement_unbegun_abroad": unbegun(abroad=True),
    "agreement": drafted(),
    "agreement_abroad": drafted(abroad=True),
    "agreement_grown": drafted(grown=True),
    "agreement_grown_abroad": drafted(abroad=True, grown=True),
    "clause": drafted(code="AG36"),
    "clause_abroad": drafted(abroad=True, code="AG36"),
    "draft_as_word": drafted(sort="docx"),
    "draft_as_word_abroad": drafted(abroad=True, sort="docx"),
    "agreement_to_offer": to_offer(),
    "agreement_to_offer_abroad": to_offer(abroad=True),
    "proposal": proposal(),
    "proposal_abroad": proposal(abroad=True),
    "edition": edition(),
    "edition_abroad": edition(abroad=True),
    "edition_as_word": edition(sort="docx"),
    "edition_as_word_abroad": edition(abroad=True, sort="docx"),
    "scan_to_keep": to_keep(),
    "scan_to_keep_abroad": to_keep(abroad=True),
    "kept_paper": kept_paper(),
    "kept_paper_abroad": kept_paper(abroad=True),
    "two_texts": two_texts(),
    "two_texts_abroad": two_texts(abroad=True),
}
