"""Mail about signing: to those who may sign, to those who say who does, and to all at the end."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings

from joinedup.domain.agreements.models import Edition
from joinedup.domain.basics.days import in_words
from joinedup.domain.figures.wording import listed
from joinedup.domain.notices.actions import Letter
from joinedup.domain.notices.wording import letter
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import held_seats
from joinedup.domain.people.models import Person
from joinedup.domain.signoffs.models import Signatory, SignOff
from joinedup.domain.signoffs.queries import can_name, not_signed, signatories_among

KIND = "agreement.sign"


def letters_asking(edition: Edition, day: date) -> list[Letter]:
    """Return a letter to each who may sign, and where a member has named nobody, to who says who.

    The same text is never put to the same person twice.
    """
    members = list(not_signed(edition, day))
    named = list(signatories_among(members, day))
    by_key = {member.pk: member for member in members}
    asked = _grouped((each.person, by_key[each.membership_id]) for each in named)
    signing = {each.membership_id for each in named}
    without = [member for member in members if member.pk not in signing]
    to_name = _grouped((who, member) for member in without for who in can_name(member, day))
    return [
        *(_letter(edition, who, "agreement_to_sign", of) for who, of in asked.items()),
        *(_letter(edition, who, "agreement_signer_wanted", of) for who, of in to_name.items()),
    ]


def letters_to_named(edition: Edition, signatory: Signatory, day: date) -> list[Letter]:
    """Return the letter to somebody who was named while a text waits; it says from when."""
    if not signatory.person.email:
        return []
    later = signatory.from_on if signatory.from_on and signatory.from_on > day else None
    from_on = in_words(later) if later else ""
    members = [signatory.membership]
    return [_letter(edition, signatory.person, "agreement_to_sign", members, from_on=from_on)]


def letters_accepted(signoff: SignOff, day: date) -> list[Letter]:
    """Return a letter to the member's own people: that somebody wrote down its signature."""
    own = {each.person for each in signatories_among([signoff.membership], day)}
    own |= set(can_name(signoff.membership, day))
    return [
        _letter(
            signoff.edition,
            who,
            "agreement_accepted",
            [signoff.membership],
            key=signoff.public_id,
            signoff=signoff,
        )
        for who in sorted(own - {signoff.person}, key=lambda who: who.pk)
        if who.email
    ]


def letters_signed(edition: Edition, day: date) -> list[Letter]:
    """Return a letter to each who sits for a member: that every member has signed."""
    sitting: dict[Person, list[Membership]] = {}
    here = Partnership.objects.filter(pk=edition.agreement.partnership_id)
    for holder in held_seats(here, day):
        if holder.person.email:
            sitting.setdefault(holder.person, []).append(holder.seat.membership)
    return [_letter(edition, who, "agreement_signed", of) for who, of in sitting.items()]


def _grouped(pairs: Iterable[tuple[Person, Membership]]) -> dict[Person, list[Membership]]:
    found: dict[Person, list[Membership]] = {}
    for person, member in pairs:
        if person.email and member not in found.setdefault(person, []):
            found[person].append(member)
    return {person: members for person, members in found.items() if members}


def _letter(
    edition: Edition,
    person: Person,
    template: str,
    members: list[Membership],
    *,
    key: str = "",
    from_on: str = "",
    **words: object,
) -> Letter:
    partnership = edition.agreement.partnership
    link = f"{settings.ADDRESS}/partnerships/{partnership.public_id}/signing/"
    named = listed([member.member_name for member in members])
    subject, body = letter(
        template,
        person=person,
        edition=edition,
        name=partnership.name,
        members=named,
        link=link,
        from_on=from_on,
        **words,
    )
    once = f"{template}:{edition.public_id}:{key}:{person.public_id}"
    return Letter(person, subject, body, KIND, about=partnership, key=once)
