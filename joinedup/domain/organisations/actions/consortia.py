from datetime import date, datetime

from django.db import transaction

from joinedup.domain.basics.days import day_of, period_in_words, why_not_ended
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import ConsortiumMember, Organisation, Turn
from joinedup.domain.organisations.rules import (
    why_not_change_organisation,
    why_not_join_consortium,
    why_not_turn,
)
from joinedup.domain.people.models import Person


@transaction.atomic
def add_consortium_member(
    consortium: Organisation,
    organisation: Organisation,
    *,
    from_on: date | None = None,
    by: Person | None,
    at: datetime,
) -> ConsortiumMember:
    """Enter a body as one of a consortium, which sits on partnerships for all of them."""
    insist(why_not_change_organisation(consortium, by, day_of(at)))
    insist(why_not_join_consortium(consortium, organisation, day_of(at)), "organisation")
    member = ConsortiumMember.objects.create(
        consortium=consortium, organisation=organisation, from_on=from_on
    )
    record("consortium.joined", consortium, by=by, at=at, body=organisation.public_id)
    return member


@transaction.atomic
def end_consortium_member(
    member: ConsortiumMember, *, on: date, by: Person | None, at: datetime
) -> None:
    """Note the last day of a body in a consortium."""
    insist(why_not_change_organisation(member.consortium, by, day_of(at)))
    insist(why_not_ended(member.from_on, on), "on")
    ConsortiumMember.objects.filter(pk=member.pk).update(to_on=on)
    record("consortium.left", member.consortium, by=by, at=at, body=member.organisation.public_id)


@transaction.atomic
def give_turn(
    member: ConsortiumMember,
    *,
    from_on: date | None = None,
    to_on: date | None = None,
    by: Person | None,
    at: datetime,
) -> Turn:
    """Say on which days this one of a consortium sits for all of them."""
    insist(why_not_change_organisation(member.consortium, by, day_of(at)))
    insist(why_not_turn(member, from_on, to_on, day_of(at)), "from_on")
    turn = Turn.objects.create(member=member, from_on=from_on, to_on=to_on)
    when = period_in_words(from_on, to_on)
    record(
        "consortium.turned",
        member.consortium,
        by=by,
        at=at,
        body=member.organisation.public_id,
        when=when,
    )
    return turn
