from datetime import date

from joinedup.domain.agreements.kinds import EditionState
from joinedup.domain.agreements.models import Edition
from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.basics.folding import folded
from joinedup.domain.figures.wording import listed
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.partnerships.rules import ENDED, why_not_keep, why_not_member_still
from joinedup.domain.people.models import Person
from joinedup.domain.signoffs.kinds import SIGNING
from joinedup.domain.signoffs.models import Signatory, SignOff
from joinedup.domain.signoffs.queries import (
    can_name,
    edition_to_sign,
    given_by,
    is_of_member,
    named_before,
    named_still,
    named_to_sign,
    of_its_people,
    signers_needed,
)

CHANGED_SINCE = "This text has changed since you looked at it. Look again."
NOT_PAST = "Choose today or a day to come. What was signed before stays as it was."


def why_not_name(membership: Membership, person: Person, day: date) -> str | None:
    """Return why ``person`` may not say who signs for this member, or None."""
    if membership.partnership.state in OVER:
        return ENDED
    if reason := why_not_member_still(membership, day):
        return reason
    if membership.standing not in SIGNING:
        return f"{membership.member_name} is an observer, and observers do not sign."
    if not can_name(membership, day).filter(pk=person.pk).exists():
        return (
            f"Who signs for {membership.member_name} is said by its officers or managers; "
            "where it has none, by its directors, or else by whoever sits for it."
        )
    return None


def why_not_as_signatory(
    membership: Membership, named: Person, by: Person, from_on: date, day: date
) -> str | None:
    """Return why this person cannot be named to sign for a member from that day, or None."""
    if named == by and can_name(membership, day).exclude(pk=by.pk).exists():
        return "Nobody gives this to themselves. Ask a colleague to name you."
    if from_on < day:
        return NOT_PAST
    if not of_its_people(membership, day).filter(pk=named.pk).exists():
        return f"{named} neither works for {membership.member_name} nor sits for it."
    if there := named_still(membership, named, day).first():
        since = in_words(there.from_on) if there.from_on else "today"
        return f"{named} is named already, from {since}."
    return None


def why_not_capacity(capacity: str) -> str | None:
    """Return why a signature cannot stand without what its signer signs as, or None."""
    return None if folded(capacity) else "Say as what they sign: their post or place."


def why_not_end_signatory(
    signatory: Signatory, person: Person, on: date | None, day: date
) -> str | None:
    """Return why ``person`` may not take this from somebody, ``on`` a day where given, or None."""
    if signatory.to_on is not None and signatory.to_on < day:
        return f"This ended on {in_words(signatory.to_on)}."
    if reason := why_not_name(signatory.membership, person, day):
        return reason
    if on is not None and on < day:
        return NOT_PAST
    if on is not None and signatory.from_on is not None and on < signatory.from_on:
        return f"It begins on {in_words(signatory.from_on)}, so it cannot end before that."
    return None


def why_not_open_to_sign(edition: Edition, day: date) -> str | None:
    """Return why nobody signs this text any more, or None."""
    if edition.agreement.partnership.state in OVER:
        return ENDED
    if edition.state == EditionState.WITHDRAWN:
        return "This text was taken back, so nobody signs it."
    latest = edition_to_sign(edition.agreement.partnership)
    if latest is None or latest.pk != edition.pk:
        return "A later text has taken the place of this one. Read and sign that one."
    if edition.ends_on is not None and edition.ends_on < day:
        return (
            f"What this text agrees ended on {in_words(edition.ends_on)}. "
            "A text with later dates has to be offered."
        )
    return None


def why_not_of_member(
    membership: Membership, given: list[SignOff], needed: int, day: date
) -> str | None:
    """Return why this member does not have to sign any more, or not at all, or None."""
    if reason := why_not_member_still(membership, day):
        return reason
    if membership.standing not in SIGNING:
        return f"{membership.member_name} is an observer, and observers do not sign."
    if len(given) >= needed:
        names = listed([each.name for each in given])
        return f"{membership.member_name} has signed already: {names}."
    return None


def why_not_act(membership: Membership, person: Person, day: date) -> str | None:
    """Return why ``person`` may not speak for a member about a text to be signed, or None."""
    if named_to_sign(membership, person, day) is None:
        before = named_before(membership, person, day)
        if before and before.to_on:
            until = in_words(before.to_on)
            return (
                f"You could sign for {membership.member_name} until {until}. "
                "Somebody who is named today can sign."
            )
        return f"Nobody has named you to sign for {membership.member_name}."
    if not is_of_member(membership, person, day):
        return (
            f"You no longer work for {membership.member_name} or sit for it, "
            "so you cannot sign for it."
        )
    return None


def why_not_sign(edition: Edition, membership: Membership, person: Person, day: date) -> str | None:
    """Return why ``person`` may not sign this text for this member now, or None."""
    given = given_by(edition, membership)
    if reason := why_not_open_to_sign(edition, day):
        return reason
    for each in given:
        if each.person_id == person.pk and not each.is_on_paper:
            on = in_words(day_of(each.at))
            return f"You signed this for {membership.member_name} on {on}."
    reason = why_not_of_member(membership, given, signers_needed(edition), day)
    return reason or why_not_act(membership, person, day) or why_not_twice(given, person.name)


def why_not_twice(given: list[SignOff], name: str) -> str | None:
    """Return why this name cannot stand twice under a text for one member, or None."""
    if any(folded(each.name) == folded(name) for each in given):
        return f"{name} has signed already. A second person has to sign as well."
    return None


def why_not_refuse(
    edition: Edition, membership: Membership, person: Person, day: date
) -> str | None:
    """Return why ``person`` may not say for this member that it will not sign, or None."""
    if reason := why_not_open_to_sign(edition, day):
        return reason
    needed, given = signers_needed(edition), given_by(edition, membership)
    if reason := why_not_of_member(membership, given, needed, day):
        return reason
    if edition.refusals.filter(membership=membership, taken_back_at__isnull=True).exists():
        return f"{membership.member_name} has said already that it will not sign."
    return why_not_act(membership, person, day)


def why_not_reasons(reasons: str) -> str | None:
    """Return why a refusal cannot stand without reasons, or None."""
    return None if folded(reasons) else "Say why, so that the others know what would help."


def why_not_accept(
    edition: Edition, membership: Membership, person: Person, day: date
) -> str | None:
    """Return why ``person`` may not write down a signature given on paper, or None.

    Those who keep the record may, and whoever says for the member who signs.
    """
    if reason := why_not_open_to_sign(edition, day):
        return reason
    needed, given = signers_needed(edition), given_by(edition, membership)
    if reason := why_not_of_member(membership, given, needed, day):
        return reason
    if can_name(membership, day).filter(pk=person.pk).exists():
        return None
    if why_not_keep(edition.agreement.partnership, person, day):
        return (
            "Only the lead host’s officers, the chair, the coordinator and "
            f"{membership.member_name} itself write down what was signed on paper."
        )
    return None


def why_not_found_again(paper: str) -> str | None:
    """Return why these words do not say which paper was signed, or None."""
    return None if folded(paper) else "Say on which paper, so that somebody finds it."


def why_not_paper(
    edition: Edition, membership: Membership, name: str, paper_on: date, day: date
) -> tuple[str, str] | None:
    """Return what is wrong with a signature given on paper, as field and reason, or None."""
    if not folded(name):
        return "name", "Enter the name of whoever signed."
    if reason := why_not_twice(given_by(edition, membership), name):
        return "name", reason
    offered_on = day_of(edition.offered_at)
    if paper_on < offered_on:
        return "paper_on", (
            f"This text was offered on {in_words(offered_on)}. A paper of an earlier day "
            "is under another text."
        )
    if paper_on > day:
        return "paper_on", "Choose today or an earlier day: the day on the paper."
    return None
