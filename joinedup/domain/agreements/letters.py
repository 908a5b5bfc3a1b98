"""Mail on proposed changes: to those who write the agreement, and back to whoever proposed."""

from datetime import date

from django.conf import settings

from joinedup.domain.agreements.models import Proposal
from joinedup.domain.clauses.catalogue import catalogue
from joinedup.domain.notices.actions import Letter
from joinedup.domain.notices.wording import letter
from joinedup.domain.partnerships.kinds import LEADING
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import held_seats
from joinedup.domain.people.models import Person

KIND = "partnership.agreement"


def letters_proposed(proposal: Proposal, day: date) -> list[Letter]:
    """Return a letter to the chair and to the coordinator: who proposed what, and why."""
    partnership = Partnership.objects.filter(pk=proposal.agreement.partnership_id)
    leading = held_seats(partnership, day).filter(seat__capacity__in=LEADING)
    told = {holder.person for holder in leading if holder.person.email} - {proposal.by}
    return [
        _letter(proposal, each, "agreement_proposed")
        for each in sorted(told, key=lambda person: person.pk)
    ]


def letter_decided(proposal: Proposal) -> Letter:
    """Return the letter to whoever proposed a change: whether it was taken, and why not."""
    return _letter(proposal, proposal.by, "agreement_decided")


def _letter(proposal: Proposal, person: Person, template: str) -> Letter:
    partnership = proposal.agreement.partnership
    address = f"{settings.ADDRESS}/partnerships/{partnership.public_id}/agreement/"
    written = letter(
        template,
        person=person,
        name=partnership.name,
        proposal=proposal,
        member=proposal.membership.member_name,
        clause=catalogue()[proposal.code].title,
        link=f"{address}clauses/{proposal.code}/",
    )
    key = f"{template}:{proposal.public_id}:{person.public_id}"
    return Letter(person, *written, KIND, key=key)
