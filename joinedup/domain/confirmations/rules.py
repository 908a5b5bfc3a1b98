from collections.abc import Collection
from datetime import date, datetime

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.confirmations.kinds import MATTERS
from joinedup.domain.confirmations.models import Challenge
from joinedup.domain.confirmations.queries import (
    looking_after_places,
    memberships_sat_for,
    stands_on,
)
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.kinds import OFFICERS, PostKind
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Holder, Membership, Partnership
from joinedup.domain.partnerships.rules import ENDED, why_not_keep
from joinedup.domain.people.models import Person


def why_not_confirm_any(partnership: Partnership, person: Person, at: datetime) -> str | None:
    """Return why ``person`` has no word to give on the record for any member, or None."""
    if partnership.state in OVER:
        return ENDED
    if memberships_sat_for(partnership, person, day_of(at)).exists():
        return None
    return "Only those who sit for a member can say whether the record is right."


def why_not_confirm(membership: Membership, person: Person, at: datetime) -> str | None:
    """Return why ``person`` may not give this member's word, or None."""
    theirs = memberships_sat_for(membership.partnership, person, day_of(at))
    if membership.partnership.state in OVER:
        return ENDED
    if theirs.filter(pk=membership.pk).exists():
        return None
    return f"Only those who sit for {membership.member_name} can say so for it."


def why_not_challenge(
    membership: Membership, entry: Entry, person: Person, at: datetime
) -> str | None:
    """Return why this member may not question a change now, or None."""
    if entry.verb not in MATTERS:
        return "This is nothing that can be questioned."
    if day_of(at) > stands_on(entry):
        return f"This could be questioned until {in_words(stands_on(entry))}, and stands now."
    if Challenge.objects.filter(membership=membership, entry=entry).exists():
        return f"{membership.member_name} has questioned this already."
    return why_not_confirm(membership, person, at)


def why_not_answer(challenge: Challenge, person: Person | None, at: datetime) -> str | None:
    """Return why ``person`` may not answer a question, or None: those who keep the record do."""
    if challenge.answered_at is not None:
        return "This question has been answered."
    return why_not_keep(challenge.partnership, person, day_of(at))


def why_not_confirm_places(
    organisation: Organisation, person: Person | None, day: date
) -> str | None:
    """Return why ``person`` may not say who still sits where for a body, or None.

    A steward may where there is no officer or manager: else nobody could.
    """
    if person is None:
        return None
    theirs = works_for(person, day, *OFFICERS, PostKind.STEWARD)
    if organisation.pk in theirs and organisation.pk in looking_after_places(person, day):
        return None
    return f"Only a partnership officer or manager of {organisation} can say who still sits where."


def why_not_these(holders: Collection[Holder]) -> str | None:
    """Return why nothing is confirmed by this, or None."""
    return None if holders else "Tick the places that still hold, or end those that do not."
