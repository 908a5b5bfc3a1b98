"""What needs a person so that what is shared stays covered: confirmations, reviews, renewals."""

from datetime import date, datetime

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.needs.needs import Need
from joinedup.domain.people.models import Person
from joinedup.domain.sharing.models import SharingParty
from joinedup.domain.sharing.queries import first_that_need


def sharing_needs(person: Person, at: datetime) -> list[Need]:
    """Return what waits for ``person`` of what members share; no more than a few of a sort."""
    day = day_of(at)
    return [
        _to_confirm(party) if party.is_to_confirm else _to_renew(party, day)  # type: ignore[attr-defined]
        for party in first_that_need(person, day)
    ]


def _to_confirm(party: SharingParty) -> Need:
    arrangement = party.arrangement
    member, name = party.membership.member_name, arrangement.partnership.name
    return Need(
        f"Confirm for {member} what may be shared in {name}: {arrangement.words}",
        None,
        "Read it",
        "sharing_confirm",
        (arrangement.partnership.public_id, arrangement.public_id),
    )


def _to_renew(party: SharingParty, day: date) -> Need:
    arrangement = party.arrangement
    name, where = arrangement.partnership.name, arrangement.partnership.public_id
    ended = arrangement.ends_on if arrangement.ends_on and arrangement.ends_on < day else None
    text = (
        f"Renew or withdraw what was shared in {name} until {in_words(ended)}: "
        if ended
        else f"Review what may be shared in {name}: "
    )
    return Need(
        f"{text}{arrangement.words}",
        ended or arrangement.review_on,
        "Look",
        "sharing_arrangement",
        (where, arrangement.public_id),
    )
