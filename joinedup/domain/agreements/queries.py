from datetime import date

from django.db.models import Case, QuerySet, Value, When

from joinedup.domain.agreements.drafting import Draft
from joinedup.domain.agreements.kinds import EditionState, ProposalState
from joinedup.domain.agreements.models import Agreement, Edition, Proposal
from joinedup.domain.clauses.catalogue import catalogue
from joinedup.domain.journal.models import Entry
from joinedup.domain.partnerships.kinds import OVER, Tier
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import kept_by
from joinedup.domain.partnerships.queries import visible_to as partnerships_visible_to
from joinedup.domain.people.models import Person
from joinedup.domain.representing.queries import memberships_represented_by
from joinedup.domain.standpoints.seldom import seldom


def visible_to(person: Person, day: date) -> QuerySet[Agreement]:
    """Return the agreements ``person`` may read, with drafts and proposals: as the record."""
    among = partnerships_visible_to(person, day).order_by()
    return Agreement.objects.filter(partnership__in=among.values("pk")).select_related(
        "partnership__area", "partnership__accountable_body", "by"
    )


def editions_visible_to(person: Person, day: date) -> QuerySet[Edition]:
    """Return the texts offered to sign that ``person`` may read, old ones as well."""
    among = partnerships_visible_to(person, day).order_by()
    return Edition.objects.filter(agreement__partnership__in=among.values("pk")).select_related(
        "agreement__partnership__area", "agreement__partnership__accountable_body", "offered_by"
    )


def proposals_visible_to(person: Person, day: date) -> QuerySet[Proposal]:
    """Return the proposed changes ``person`` may read."""
    among = partnerships_visible_to(person, day).order_by()
    return with_names(Proposal.objects.filter(agreement__partnership__in=among.values("pk")))


def agreement_of(partnership: Partnership) -> Agreement | None:
    """Return the agreement of a partnership, if one has been begun; ask ``visible_to`` of it."""
    return Agreement.objects.filter(partnership=partnership).select_related("partnership").first()


def with_names(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """Return these with whatever a page tells of them."""
    return proposals.select_related(
        "by", "decided_by", "membership__organisation", "agreement__partnership"
    )


def proposals_on(agreement: Agreement, code: str = "") -> QuerySet[Proposal]:
    """Return what members proposed, to one clause where it is named; those still open first."""
    found = Proposal.objects.filter(agreement=agreement, **({"code": code} if code else {}))
    open_first = Case(When(state=ProposalState.OPEN, then=Value(0)), default=Value(1))
    return with_names(found).order_by(open_first, "-made_at", "-id")


def open_proposals(agreement: Agreement) -> QuerySet[Proposal]:
    """Return the proposed changes nobody has decided on."""
    return Proposal.objects.filter(agreement=agreement, state=ProposalState.OPEN)


def editions_of(agreement: Agreement) -> QuerySet[Edition]:
    """Return the texts that were offered to sign, the latest first."""
    return Edition.objects.filter(agreement=agreement).select_related("offered_by")


def offered_edition(agreement: Agreement) -> Edition | None:
    """Return the text that is on offer now."""
    return editions_of(agreement).filter(state=EditionState.OFFERED).first()


def record_since(edition: Edition, draft: Draft) -> list[str]:
    """Return in which clauses the record says something else than when the text was made."""
    return [
        matter.title
        for code, matter in catalogue().items()
        if code in draft.clauses and edition.record.get(code, "") != draft.values.get(code, "")
    ]


def own_memberships(agreement: Agreement, person: Person, day: date) -> QuerySet[Membership]:
    """Return the members for which ``person`` may propose a change."""
    return memberships_represented_by(person, agreement.partnership, day).select_related(
        "organisation"
    )


def steps_of(agreement: Agreement) -> QuerySet[Entry]:
    """Return what happened to an agreement, as the journal of its partnership has it."""
    of_it = Entry.objects.filter(kind="partnership", thing=agreement.partnership.public_id)
    return of_it.filter(verb__startswith="agreement.")


@seldom
def proposals_to_decide(person: Person, day: date) -> QuerySet[Proposal]:
    """Return the open proposals on records that ``person`` keeps, the oldest first."""
    kept = kept_by(person, day).exclude(state__in=OVER).order_by().values("pk")
    waiting = Proposal.objects.filter(state=ProposalState.OPEN, agreement__partnership__in=kept)
    return with_names(waiting).order_by("made_at", "id")


def next_number(agreement: Agreement) -> int:
    """Return the number of the text that is offered next."""
    latest = editions_of(agreement).first()
    return latest.number + 1 if latest else 1


def tier_of(partnership: Partnership) -> Tier:
    """Return the tier by which clauses are chosen; nothing is left out while none is known."""
    return Tier(partnership.tier or Tier.SIGNIFICANT)
