from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from joinedup.domain.agreements.actions import offer_edition, sign_edition
from joinedup.domain.agreements.kinds import EditionState
from joinedup.domain.agreements.models import Agreement, Edition
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused, insist
from joinedup.domain.jobs.registry import job
from joinedup.domain.journal.actions import record
from joinedup.domain.notices.actions import post_many
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.kinds import OVER, Told
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.signoffs.letters import (
    letters_accepted,
    letters_asking,
    letters_signed,
    letters_to_named,
)
from joinedup.domain.signoffs.models import Refusal, Signatory, SignOff
from joinedup.domain.signoffs.queries import (
    edition_to_sign,
    given_by,
    named_to_sign,
    not_signed,
)
from joinedup.domain.signoffs.rules import (
    CHANGED_SINCE,
    why_not_accept,
    why_not_as_signatory,
    why_not_capacity,
    why_not_end_signatory,
    why_not_found_again,
    why_not_name,
    why_not_paper,
    why_not_reasons,
    why_not_refuse,
    why_not_sign,
)

DAILY = timedelta(days=1)


@transaction.atomic
def name_signatory(
    membership: Membership,
    person: Person,
    *,
    capacity: str,
    from_on: date,
    by: Person,
    at: datetime,
) -> Signatory:
    """Let somebody sign for a member from a day on, and ask them where a text waits."""
    day = day_of(at)
    insist(why_not_name(membership, by, day))
    insist(why_not_as_signatory(membership, person, by, from_on, day), "person")
    insist(why_not_capacity(capacity), "capacity")
    named = Signatory.objects.create(
        membership=membership, person=person, capacity=capacity.strip(), from_on=from_on
    )
    partnership = membership.partnership
    told = {"member": membership.member_name, "person": person.public_id}
    record("signatory.named", partnership, by=by, at=at, **told)
    waiting = edition_to_sign(partnership)
    if waiting and not_signed(waiting, day).filter(pk=membership.pk).exists():
        post_many(letters_to_named(waiting, named, day), at=at)
    return named


@transaction.atomic
def end_signatory(
    signatory: Signatory, *, on: date, version: int, by: Person, at: datetime
) -> None:
    """Let somebody sign for a member no longer than that day; what they signed stays."""
    insist(why_not_end_signatory(signatory, by, on, day_of(at)), "on")
    change(signatory, expecting=(None, version), to_on=on)
    member = signatory.membership
    told = {"member": member.member_name, "person": signatory.person.public_id}
    record("signatory.ended", member.partnership, by=by, at=at, **told)


@transaction.atomic
def ask_for_signatures(agreement: Agreement, *, digest: str, by: Person, at: datetime) -> Edition:
    """Offer the text that was shown to sign, and write to everybody who may sign it."""
    edition = offer_edition(agreement, digest=digest, by=by, at=at)
    ask_to_sign(edition, at=at)
    return edition


def ask_to_sign(edition: Edition, *, at: datetime) -> None:
    """Write to everybody who may sign a text; nobody is written to twice of the same."""
    post_many(letters_asking(edition, day_of(at)), at=at)


@transaction.atomic
def give_signature(
    edition: Edition, membership: Membership, *, digest: str, by: Person, at: datetime
) -> SignOff:
    """Sign for a member the exact text that was shown; the last signature makes it stand.

    Pressed twice, it is signed once.
    """
    held = _held(edition, digest)
    for there in given_by(held, membership):
        if there.person == by and not there.is_on_paper:
            return there
    day = day_of(at)
    insist(why_not_sign(held, membership, by, day))
    named = named_to_sign(membership, by, day)
    return _sign(
        held,
        membership,
        {"name": by.name, "capacity": named.capacity if named else ""},
        by=by,
        at=at,
    )


@transaction.atomic
def accept_signature(
    edition: Edition,
    membership: Membership,
    *,
    digest: str,
    name: str,
    capacity: str,
    paper: str,
    paper_on: date,
    by: Person,
    at: datetime,
) -> SignOff:
    """Write down that somebody signed for a member on paper, and tell the member so."""
    held, day = _held(edition, digest), day_of(at)
    insist(why_not_accept(held, membership, by, day))
    insist(why_not_capacity(capacity), "capacity")
    insist(why_not_found_again(paper), "paper")
    if wrong := why_not_paper(held, membership, name, paper_on, day):
        insist(wrong[1], wrong[0])
    said = {"name": name, "capacity": capacity, "paper": paper}
    stripped = {key: value.strip() for key, value in said.items()}
    signed = _sign(held, membership, stripped | {"paper_on": paper_on}, by=by, at=at)
    post_many(letters_accepted(signed, day), at=at)
    return signed


def _held(edition: Edition, digest: str) -> Edition:
    """Return the text as it is now, which nobody changes until this act is done.

    Refuses where it is no longer the one that was shown, or not to be signed any more.
    """
    held = (
        Edition.objects.select_for_update(of=("self",))
        .select_related("agreement__partnership")
        .get(pk=edition.pk)
    )
    is_open = held.state in (EditionState.OFFERED, EditionState.SIGNED)
    if not is_open or held.digest != digest or not held.is_whole:
        raise Overtaken(CHANGED_SINCE)
    return held


def _sign(
    edition: Edition, membership: Membership, said: dict[str, Any], *, by: Person, at: datetime
) -> SignOff:
    """Keep a signature, end a refusal of the member, and let the text stand if it was the last."""
    refused = Refusal.objects.filter(
        edition=edition, membership=membership, taken_back_at__isnull=True
    )
    for refusal in refused:
        change(
            refusal,
            expecting=(None, refusal.version),
            taken_back_at=at,
            taken_back_by=by,
        )
    signed = SignOff.objects.create(
        edition=edition,
        membership=membership,
        position=len(given_by(edition, membership)) + 1,
        person=by,
        digest=edition.digest,
        at=at,
        **said,
    )
    told = {"member": membership.member_name, "number": edition.number, "name": signed.name}
    verb = "agreement.accepted" if signed.is_on_paper else "agreement.signed_for"
    because = signed.paper
    partnership = edition.agreement.partnership
    record(verb, partnership, by=by, at=at, because=because, **told, digest=edition.digest)
    if edition.state == EditionState.OFFERED and not not_signed(edition, day_of(at)).exists():
        _let_stand(edition, at=at)
    return signed


def _let_stand(edition: Edition, *, at: datetime) -> None:
    """Let a text stand that every member has signed, in place of the one before it."""
    sign_edition(edition, version=edition.version, by=None, at=at)
    day = day_of(at)
    # Whoever corrects the record at this moment must not undo the last signature.
    partnership = Partnership.objects.select_for_update(of=("self",)).get(
        pk=edition.agreement.partnership_id
    )
    change_partnership(
        partnership,
        version=partnership.version,
        by=None,
        at=at,
        agreement=Told.YES,
        agreement_signed_on=day,
        agreement_ends_on=edition.ends_on,
        # A fresh look that fell due while members were signing is due now.
        agreement_review_on=max(edition.review_on, day),
        agreement_version=str(edition.number),
    )
    post_many(letters_signed(edition, day), at=at)


@transaction.atomic
def refuse_edition(
    edition: Edition,
    membership: Membership,
    *,
    digest: str,
    reasons: str,
    by: Person,
    at: datetime,
) -> Refusal:
    """Say for a member that it will not sign this text, and why; signing takes it back."""
    held, day = _held(edition, digest), day_of(at)
    insist(why_not_refuse(held, membership, by, day))
    insist(why_not_reasons(reasons), "reasons")
    named = named_to_sign(membership, by, day)
    refusal = Refusal.objects.create(
        edition=held,
        membership=membership,
        person=by,
        capacity=named.capacity if named else "",
        reasons=reasons.strip(),
        at=at,
    )
    told = {"member": membership.member_name, "number": held.number}
    record("agreement.refused", held.agreement.partnership, by=by, at=at, because=reasons, **told)
    return refusal


@job("signoffs.complete", every=DAILY)
def complete_signed(*, at: datetime) -> None:
    """Let texts stand whose last missing member has left or become an observer since."""
    waiting = Edition.objects.filter(state=EditionState.OFFERED, signoffs__isnull=False)
    for edition in waiting.exclude(agreement__partnership__state__in=OVER).distinct():
        if edition.ends_on is not None and edition.ends_on < day_of(at):
            continue
        # One text that has been changed, or was taken back this moment, must not keep the others.
        with suppress(Refused), transaction.atomic():
            held = _held(edition, edition.digest)
            if held.state == EditionState.OFFERED and not not_signed(held, day_of(at)).exists():
                _let_stand(held, at=at)
