from datetime import datetime

from django.db import transaction

from joinedup.domain.agreements.drafting import draft_of, edition_text, terms_told
from joinedup.domain.agreements.kinds import EDITION_MOVES, EditionState
from joinedup.domain.agreements.models import Agreement, Edition, digest_of
from joinedup.domain.agreements.queries import next_number, offered_edition
from joinedup.domain.agreements.rules import why_not_draft, why_not_offer, why_not_withdraw
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, insist
from joinedup.domain.basics.turns import wait_turn
from joinedup.domain.journal.actions import record
from joinedup.domain.people.models import Person

TERMS = ("tier", "binding", "starts_on", "ends_on", "review_on")
TEXT_CHANGED = (
    "The text has changed since you were shown it: somebody wrote in it, or the record says "
    "something else now. Read it again below, then offer it."
)


@transaction.atomic
def offer_edition(agreement: Agreement, *, digest: str, by: Person, at: datetime) -> Edition:
    """Freeze the text as the next version and offer it to sign, in place of one not yet signed.

    ``digest`` is that of the text the person was shown; any other is refused.
    """
    day = day_of(at)
    wait_turn(f"editions {agreement.pk}")
    insist(why_not_draft(agreement, by, day))
    draft, number = draft_of(agreement, day), next_number(agreement)
    text = edition_text(draft, number, day)
    if digest_of(text) != digest:
        raise Overtaken(TEXT_CHANGED)
    insist(why_not_offer(agreement, day, draft))
    if (before := offered_edition(agreement)) is not None:
        state = EditionState.OFFERED
        change(before, expecting=(state, before.version), state=EditionState.SUPERSEDED)
    edition = Edition.objects.create(
        agreement=agreement,
        number=number,
        text=text,
        digest=digest,
        record=draft.values,
        **{term: getattr(agreement, term) for term in TERMS},
        offered_at=at,
        offered_by=by,
    )
    record("agreement.offered", agreement.partnership, by=by, at=at, number=number)
    return edition


@transaction.atomic
def withdraw_edition(
    edition: Edition, *, version: int, reason: str, by: Person, at: datetime
) -> None:
    """Take a text back that was offered to sign, with the reason; it stays to be read."""
    insist(why_not_withdraw(edition, by, day_of(at)))
    state = EditionState.OFFERED
    change(edition, expecting=(state, version), state=EditionState.WITHDRAWN)
    number, because = edition.number, reason.strip()
    partnership = edition.agreement.partnership
    record("agreement.unoffered", partnership, by=by, at=at, because=because, number=number)


@transaction.atomic
def sign_edition(edition: Edition, *, version: int, by: Person | None, at: datetime) -> None:
    """Let an offered text stand as the signed one, in place of the one before.

    Whether all have signed is not known here: that is for whoever gathers the signatures.
    """
    signed = EditionState.SIGNED
    is_open = signed in EDITION_MOVES[EditionState(edition.state)]
    insist(None if is_open else "This version is not on offer any more.")
    for before in edition.agreement.editions.filter(state=signed):
        change(before, expecting=(signed, before.version), state=EditionState.SUPERSEDED)
    change(edition, expecting=(EditionState.OFFERED, version), state=signed)
    number, terms = edition.number, terms_told(edition)
    partnership = edition.agreement.partnership
    record("agreement.signed", partnership, by=by, at=at, number=number, terms=terms)
