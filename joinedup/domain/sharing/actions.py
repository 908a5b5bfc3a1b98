from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, insist
from joinedup.domain.journal.actions import record
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.sharing.answering import Question
from joinedup.domain.sharing.case_data import POSTCODE, why_not_kept
from joinedup.domain.sharing.models import (
    SharedKind,
    SharingArrangement,
    SharingDecision,
    SharingParty,
)
from joinedup.domain.sharing.queries import answer_for, says_the_same, told_whole
from joinedup.domain.sharing.rules import (
    why_not_amend,
    why_not_arrange,
    why_not_assessed,
    why_not_between,
    why_not_conditioned,
    why_not_confirm_part,
    why_not_decide,
    why_not_decided,
    why_not_ending,
    why_not_grounded,
    why_not_reviewed,
    why_not_withdraw,
)

CHANGED = (
    "The arrangement has changed since you opened it. Nothing was confirmed. "
    "Read what it says now before you confirm it."
)
TEXTS = ("words", "limits", "safeguards", "not_needed_because")


@transaction.atomic
def arrange_sharing(
    partnership: Partnership,
    *,
    source: Membership,
    recipients: Collection[Membership],
    kinds: Collection[str],
    by: Person | None,
    at: datetime,
    **values: Any,
) -> SharingArrangement:
    """Write down what one member may share with others; each then confirms its part."""
    insist(why_not_arrange(partnership, by, day_of(at)))
    insist_on_text(source, recipients, kinds, values, day_of(at))
    arrangement = SharingArrangement.objects.create(
        partnership=partnership, changed_at=at, **values
    )
    name_all(arrangement, source, recipients, kinds)
    record_sharing("sharing.arranged", arrangement, by=by, at=at)
    return arrangement


@transaction.atomic
def amend_sharing(
    arrangement: SharingArrangement,
    *,
    version: int,
    source: Membership,
    recipients: Collection[Membership],
    kinds: Collection[str],
    by: Person | None,
    at: datetime,
    **values: Any,
) -> bool:
    """Change an arrangement. Whatever was confirmed must be confirmed again.

    What says the same as before changes nothing, and asks nobody.
    """
    insist(why_not_amend(arrangement, by, day_of(at)))
    insist_on_text(source, recipients, kinds, values, day_of(at))
    if says_the_same(arrangement, source, recipients, kinds, values):
        return False
    edition, contacts = arrangement.edition + 1, contacts_in(arrangement)
    told = values | {"edition": edition, "changed_at": at}
    change(arrangement, expecting=(None, version), **told)
    arrangement.parties.all().delete()
    arrangement.kinds.all().delete()
    name_all(arrangement, source, recipients, kinds, contacts)
    record_sharing("sharing.amended", arrangement, by=by, at=at, edition=edition)
    return True


def insist_on_text(
    source: Membership,
    recipients: Collection[Membership],
    kinds: Collection[str],
    values: dict[str, Any],
    day: date,
) -> None:
    """Refuse what cannot be an arrangement, beside the field that mends it."""
    insist(why_not_between(source, recipients, day), "recipients")
    insist(why_not_grounded(values["basis"], values["purpose"], kinds), "basis")
    insist(why_not_conditioned(values["basis"], values["condition"], kinds), "condition")
    insist(why_not_assessed(values, day), "assessment")
    insist(why_not_ending(values), "ends_on")
    insist(why_not_reviewed(values), "review_on")
    for name in TEXTS:
        insist(why_not_kept(values.get(name, "")), name)


def contacts_in(arrangement: SharingArrangement) -> dict[int, str]:
    """Return whom each member named to be asked, by the member's key."""
    return dict(arrangement.parties.values_list("membership", "contact"))


def name_all(
    arrangement: SharingArrangement,
    source: Membership,
    recipients: Collection[Membership],
    kinds: Collection[str],
    contacts: dict[int, str] | None = None,
) -> None:
    """Write the bodies, none of which has confirmed, and the kinds of information."""
    kept = contacts or {}
    SharingParty.objects.bulk_create(
        SharingParty(
            arrangement=arrangement,
            membership=member,
            is_source=member.pk == source.pk,
            contact=kept.get(member.pk, ""),
        )
        for member in (source, *recipients)
    )
    SharedKind.objects.bulk_create(
        SharedKind(arrangement=arrangement, kind=kind) for kind in dict.fromkeys(kinds)
    )


@transaction.atomic
def confirm_sharing(
    party: SharingParty, *, edition: int, contact: str, by: Person, at: datetime
) -> None:
    """Confirm a body's part in the text that was shown, and say whom to ask there.

    The arrangement is held meanwhile, so that nobody confirms a text they did not see.
    """
    held = SharingArrangement.objects.select_for_update().get(pk=party.arrangement_id)
    unchanged = told_whole(SharingArrangement.objects.filter(pk=held.pk)).get()
    now = next((each for each in unchanged.parties.all() if each.pk == party.pk), None)
    if held.edition != edition or now is None:
        raise Overtaken(CHANGED)
    now.arrangement = unchanged
    insist(why_not_confirm_part(now, by, day_of(at)), "party")
    insist(why_not_kept(contact, but=POSTCODE), "contact")
    told = {"confirmed_at": at, "confirmed_by": by, "contact": contact.strip()}
    SharingParty.objects.filter(pk=party.pk, confirmed_at=None).update(**told)
    name = party.membership.member_name
    record_sharing("sharing.confirmed", held, by=by, at=at, member=name, edition=edition)


@transaction.atomic
def withdraw_sharing(
    arrangement: SharingArrangement, *, version: int, because: str, by: Person, at: datetime
) -> None:
    """Withdraw an arrangement with a reason; from now on it covers nothing."""
    insist(why_not_withdraw(arrangement, by, day_of(at)))
    insist(why_not_kept(because), "because")
    told = {"withdrawn_at": at, "withdrawn_by": by, "withdrawn_because": because.strip()}
    change(arrangement, expecting=(None, version), **told)
    record_sharing("sharing.withdrawn", arrangement, by=by, at=at, because=because.strip())


@transaction.atomic
def record_sharing_decision(
    source: Membership,
    question: Question,
    *,
    outcome: str,
    because: str,
    on: date,
    by: Person,
    at: datetime,
) -> SharingDecision:
    """Record for one's own body what it shared or refused, beside the answer that was given."""
    recipient = Membership.objects.select_related("organisation").get(pk=question.with_member)
    insist(why_not_decide(source, recipient, by, day_of(at)))
    insist(why_not_decided(on, because, day_of(at)), "on" if on > day_of(at) else "because")
    answer, arrangement = answer_for(source, question, day_of(at))
    decision = SharingDecision.objects.create(
        source=source,
        recipient=recipient,
        kind=question.kind,
        whom=question.whom,
        purpose=question.purpose,
        outcome=outcome,
        because=because.strip(),
        on=on,
        arrangement=arrangement,
        told=answer.verdict.name,
        recorded_at=at,
        recorded_by=by,
    )
    # Its own body's alone, so it is no part of the partnership's history.
    record("sharing.decided", decision, by=by, at=at, outcome=outcome)
    return decision


def record_sharing(
    verb: str,
    arrangement: SharingArrangement,
    *,
    by: Person | None,
    at: datetime,
    because: str = "",
    **detail: Any,
) -> None:
    """Write in the partnership's history what became of an arrangement."""
    told = {"words": arrangement.words, **detail}
    record(verb, arrangement.partnership, by=by, at=at, because=because, **told)
