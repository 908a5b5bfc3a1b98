from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from joinedup.domain.basics.days import current
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.contributions.queries import contributions_to
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import kept_by
from joinedup.domain.partnerships.queries import visible_to as partnerships_visible_to
from joinedup.domain.people.models import Person
from joinedup.domain.promises.balance import Weighed
from joinedup.domain.promises.kinds import STANDING, TOLD_BEFORE, PromiseState, Sort
from joinedup.domain.promises.models import NothingPromised, Promise
from joinedup.domain.representing.queries import (
    memberships_represented_by,
    memberships_to_answer_for,
)
from joinedup.domain.standpoints.seldom import seldom

_S = PromiseState


def visible_to(person: Person, day: date) -> QuerySet[Promise]:
    """Return the promises ``person`` may read: those of each partnership they may open."""
    among = partnerships_visible_to(person, day).order_by().values("pk")
    return with_sides(Promise.objects.filter(membership__partnership__in=among))


def with_sides(promises: QuerySet[Promise]) -> QuerySet[Promise]:
    """Return promises with who made them and to whom."""
    return promises.select_related(
        "membership__organisation", "membership__partnership", "to__organisation"
    )


def promises_of(partnership: Partnership) -> QuerySet[Promise]:
    """Return everything promised within a partnership; ask ``visible_to`` of it first."""
    return with_sides(Promise.objects.filter(membership__partnership=partnership))


def spoken_for(person: Person, partnership: Partnership, day: date) -> set[int]:
    """Return the keys of the members for which ``person`` speaks in this partnership."""
    own = memberships_represented_by(person, partnership, day)
    return set(own.order_by().values_list("pk", flat=True))


def speaks_for(membership: Membership, person: Person, day: date) -> bool:
    """Tell whether ``person`` speaks for this member."""
    return membership.pk in spoken_for(person, membership.partnership, day)


def is_receiver(promise: Promise, person: Person, day: date) -> bool:
    """Tell whether ``person`` may say, for those it was made to, what came of a promise.

    Never whoever speaks for its maker, even where they keep the record.
    """
    own = spoken_for(person, promise.partnership, day)
    if promise.membership_id in own:
        return False
    if promise.to_id in own or (promise.to_id is None and own):
        return True
    return kept_by(person, day).filter(pk=promise.partnership.pk).exists()


def late_first(promises: Iterable[Promise], day: date) -> list[Promise]:
    """Return promises as they are read: the late ones, then by their day, then what is over."""

    def rank(promise: Promise) -> tuple[bool, bool, date, int]:
        is_over = promise.state in (_S.DELIVERED, _S.RELEASED, _S.WITHDRAWN)
        due = promise.due_on or date.max
        return is_over, not promise.is_late(day), due, promise.pk

    return sorted(promises, key=rank)


@dataclass
class Account:
    """One member's side of the ledger: what it promised, and what was really put in by year."""

    membership: Membership
    is_ours: bool = False
    says_nothing: bool = False
    has_left: bool = False
    promised: list[Promise] = field(default_factory=list)
    received: list[Promise] = field(default_factory=list)
    put_in: list[Contribution] = field(default_factory=list)

    @property
    def standing(self) -> list[Promise]:
        """What counts as promised: accepted, and neither released nor withdrawn."""
        return [each for each in self.promised if each.state in STANDING]

    def late(self, day: date) -> list[Promise]:
        """Return what is late on ``day``."""
        return [each for each in self.promised if each.is_late(day)]

    def weighed(self, day: date) -> Weighed:
        """Return this member as it is weighed against the others."""
        return Weighed(
            self.membership.member_name,
            cash=promised_of(self.standing, Sort.CASH),
            hours=promised_of(self.standing, Sort.HOURS),
            promises=len(self.standing),
            late=len(self.late(day)),
            says_brings=self.membership.brings.strip() != "",
            says_gains=self.membership.gains.strip() != "",
            puts_in=bool(self.put_in),
            says_nothing=self.says_nothing,
            was_released=any(each.state == _S.RELEASED for each in self.promised),
            is_ours=self.is_ours,
        )


def promised_of(promises: Iterable[Promise], sort: Sort) -> Decimal:
    """Return the sum promised of one sort, as far as told; of a yearly promise one year's."""
    return sum((each.amount or Decimal() for each in promises if each.sort == sort), Decimal())


def accounts_of(partnership: Partnership, own: set[int], day: date) -> list[Account]:
    """Return each member with its promises, ours first and then by name, in four queries.

    A member that has left is among them while anything it promised, or was promised, is known.
    """
    promises = list(promises_of(partnership))
    tied = {each.membership_id for each in promises} | {each.to_id for each in promises}
    members = Membership.objects.filter(
        Q(pk__in=tied - {None}) | current(day), partnership=partnership
    ).select_related("organisation", "partnership")
    accounts = {
        each.pk: Account(each, is_ours=each.pk in own, has_left=not each.holds_on(day))
        for each in members
    }
    said = NothingPromised.objects.filter(membership__in=accounts).order_by()
    for key in said.values_list("membership", flat=True):
        accounts[key].says_nothing = True
    for promise in late_first(promises, day):
        accounts[promise.membership_id].promised.append(promise)
        if promise.to_id:
            accounts[promise.to_id].received.append(promise)
    for line in contributions_to(partnership):
        if line.membership_id in accounts:
            accounts[line.membership_id].put_in.append(line)
    return sorted(accounts.values(), key=lambda each: (not each.is_ours, each.has_left))


@seldom
def promises_waiting(person: Person, day: date) -> QuerySet[Promise]:
    """Return which promises wait for ``person``, the first due first.

    What was promised to the partnership is for those who keep its record to confirm: everybody
    else on it may, and need not be asked.
    """
    mine = memberships_to_answer_for(person, day).order_by().values("pk")
    soon = Q(state=_S.OPEN, due_on__lte=day + TOLD_BEFORE)
    theirs = Q(membership__in=mine) & (soon | Q(state__in=(_S.PROPOSED, _S.OFFERED)))
    kept = Q(to=None, membership__partnership__in=kept_by(person, day).order_by().values("pk"))
    told = Q(state__in=(_S.SAID, _S.ASKED)) & (Q(to__in=mine) | kept) & ~Q(membership__in=mine)
    waiting = Promise.objects.filter(theirs | told)
    waiting = waiting.exclude(membership__partnership__state__in=OVER)
    return with_sides(waiting).order_by("due_on", "pk")
