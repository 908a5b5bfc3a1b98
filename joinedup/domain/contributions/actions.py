from datetime import datetime
from decimal import Decimal

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.contributions.rules import (
    why_not_another,
    why_not_contribute,
    why_not_described,
    why_not_in_year,
)
from joinedup.domain.journal.actions import record
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.people.models import Person


@transaction.atomic
def add_contribution(
    membership: Membership,
    *,
    year: int,
    sort: str,
    amount: Decimal | None,
    words: str = "",
    by: Person | None,
    at: datetime,
) -> Contribution:
    """Note what a member puts in during a year, for all members to see."""
    insist(why_not_contribute(membership, by, day_of(at)), "member")
    insist(why_not_in_year(year, day_of(at)), "year")
    insist(why_not_described(sort, words), "words")
    insist(why_not_another(membership, year, sort, words.strip()), "sort")
    contribution = Contribution.objects.create(
        membership=membership, year=year, sort=sort, amount=amount, words=words.strip()
    )
    record_contribution("contribution.added", contribution, by=by, at=at)
    return contribution


@transaction.atomic
def change_contribution(
    contribution: Contribution,
    *,
    version: int,
    amount: Decimal | None,
    words: str,
    by: Person | None,
    at: datetime,
) -> None:
    """Correct how much a member puts in, or what it is."""
    member, year, sort = contribution.membership, contribution.year, contribution.sort
    insist(why_not_contribute(member, by, day_of(at)))
    insist(why_not_described(sort, words), "words")
    insist(why_not_another(member, year, sort, words.strip(), contribution), "words")
    change(contribution, expecting=(None, version), amount=amount, words=words.strip())
    record_contribution("contribution.changed", contribution, by=by, at=at)


def record_contribution(
    verb: str, contribution: Contribution, *, by: Person | None, at: datetime
) -> None:
    """Write in the partnership's history what a member puts in."""
    member = contribution.membership
    record(
        verb,
        member.partnership,
        by=by,
        at=at,
        member=member.member_name,
        year=contribution.year,
        sort=contribution.sort,
        amount="" if contribution.amount is None else f"{contribution.amount:.2f}",
    )
