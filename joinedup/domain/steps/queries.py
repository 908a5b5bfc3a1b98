from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from joinedup.domain.basics.days import day_of
from joinedup.domain.confirmations.models import Confirmation
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.involvements.queries import sides_of
from joinedup.domain.lifecycle.queries import has_said_yes
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import members_of
from joinedup.domain.people.models import Person
from joinedup.domain.promises.kinds import STANDING
from joinedup.domain.promises.models import Promise
from joinedup.domain.steps.evidence import Evidence, Member, Own, Place
from joinedup.domain.steps.shown import shown_beside

TWO = 2


def members_with_words(partnership: Partnership, at: datetime) -> QuerySet[Membership]:
    """Return the members as ``members_of`` does, with what each has told, in as many queries."""
    confirmed = Confirmation.objects.filter(membership=OuterRef("pk")).order_by("-confirmed_at")
    put_in = Contribution.objects.filter(membership=OuterRef("pk")).order_by()
    promised = Promise.objects.filter(membership=OuterRef("pk"), state__in=STANDING).order_by()
    return members_of(partnership, day_of(at)).annotate(
        confirmed_at=Subquery(confirmed.values("confirmed_at")[:1]),
        gives=Exists(put_in) | Exists(promised),
    )


def evidence_of(
    partnership: Partnership,
    members: Sequence[Any],
    sides: Sequence[Organisation],
    at: datetime,
    *,
    is_led: bool,
    keeps: bool,
) -> Evidence:
    """Return what the steps of a partnership are judged by, in one query; ask ``visible_to`` first.

    ``members`` are those of ``members_with_words``. ``sides`` are the bodies whose own side the
    viewer reads: of appraisals and authorisations only theirs count. ``keeps`` says that the viewer
    keeps the record, and so reads the whole map of stakeholders.
    """
    row = shown_beside(partnership.pk, [each.pk for each in sides], at)
    own = {name: row.pop(f"own_{name}") for name in ("colleagues", "begun", "authorised")}
    return Evidence(
        record=partnership,
        day=day_of(at),
        is_led=is_led,
        keeps=keeps,
        members=[as_told(each) for each in members],
        own=Own(len(sides), **own),
        **row,
    )


def own_sides(partnership: Partnership, person: Person, day: date) -> list[Organisation]:
    """Return the bodies whose own side the viewer reads, those first that have not said yes: the
    steps that are theirs lead to the first."""
    sides = list(sides_of(partnership, person, day))
    if len(sides) < TWO:
        return sides
    return sorted(sides, key=lambda body: has_said_yes(partnership, body, day))


def as_told(membership: Any) -> Member:
    """Return a member as the steps are judged by it."""
    confirmed_at = membership.confirmed_at
    return Member(
        membership.member_name,
        membership.standing,
        brings=membership.brings.strip() != "" or membership.gives,
        gains=membership.gains.strip() != "",
        confirmed_on=day_of(confirmed_at) if confirmed_at else None,
        places=[Place(seat.capacity, holder_of(seat)) for seat in membership.seats.all()],
    )


def holder_of(seat: Any) -> str:
    """Return who holds a place whose holders are known, or nobody."""
    return next((holder.person.name for holder in seat.holders.all()), "")
