from datetime import date, datetime

from django.db import transaction

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.kinds import SuccessionSort
from joinedup.domain.organisations.models import Organisation, Succession
from joinedup.domain.organisations.rules import (
    why_not_change_organisation,
    why_not_succeed,
    why_not_succeeded_on,
)
from joinedup.domain.people.models import Person


@transaction.atomic
def note_successor(
    organisation: Organisation,
    successor: Organisation,
    *,
    sort: str = SuccessionSort.REPLACED,
    on: date | None = None,
    by: Person | None,
    at: datetime,
) -> Succession:
    """Note what came after a body, and since when; both pages and histories tell it."""
    insist(why_not_change_organisation(organisation, by, day_of(at)))
    insist(why_not_succeed(organisation, successor), "successor")
    insist(why_not_succeeded_on(organisation, on), "on")
    link = Succession.objects.create(
        predecessor=organisation, successor=successor, sort=sort, on=on
    )
    record_succession("succeeded", "inherited", link, by=by, at=at)
    return link


@transaction.atomic
def remove_successor(link: Succession, *, because: str, by: Person | None, at: datetime) -> None:
    """Take away what was noted by mistake of who came after a body."""
    insist(why_not_change_organisation(link.predecessor, by, day_of(at)))
    record_succession("unsucceeded", "disinherited", link, because=because, by=by, at=at)
    link.delete()


def record_succession(
    first: str,
    second: str,
    link: Succession,
    *,
    because: str = "",
    by: Person | None,
    at: datetime,
) -> None:
    """Write in the histories of both bodies what is said of the one and the other."""
    for verb, thing, other in (
        (first, link.predecessor, link.successor),
        (second, link.successor, link.predecessor),
    ):
        record(
            f"organisation.{verb}",
            thing,
            by=by,
            at=at,
            because=because,
            body=other.public_id,
            sort=link.sort,
        )
