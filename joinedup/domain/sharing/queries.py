from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Case, Q, QuerySet, When

from joinedup.domain.basics.days import current, day_of
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import kept_by, visible_to
from joinedup.domain.people.models import Person
from joinedup.domain.representing.queries import memberships_of_own
from joinedup.domain.sharing.answering import Answer, Cover, Question, answer_to
from joinedup.domain.sharing.grounds import unconditioned
from joinedup.domain.sharing.kinds import Assessment, Outcome, SharingState
from joinedup.domain.sharing.models import SharingArrangement, SharingDecision, SharingParty
from joinedup.domain.standpoints.seldom import seldom

# As many of each sort as What needs you shows.
FEW = 5


def sharing_visible_to(person: Person, day: date) -> QuerySet[SharingArrangement]:
    """Return the arrangements of the partnerships ``person`` may open, with all they say."""
    found = SharingArrangement.objects.filter(partnership__in=visible_to(person, day).order_by())
    return told_whole(found)


def told_whole(found: QuerySet[SharingArrangement]) -> QuerySet[SharingArrangement]:
    """Return arrangements with their bodies and kinds, in a constant number of queries."""
    return found.select_related("partnership", "withdrawn_by").prefetch_related(
        "kinds", "parties__membership__organisation", "parties__confirmed_by"
    )


def members_asked_for(person: Person, day: date) -> QuerySet[Membership]:
    """Return the members on whose behalf ``person`` may ask: they work there, or sit for it."""
    return of_own(person, day, works_for(person, day))


def members_answered_for(person: Person, day: date) -> QuerySet[Membership]:
    """Return the members for which ``person`` may confirm: its officers, or who sits for it."""
    return of_own(person, day, works_for(person, day, *OFFICERS))


def of_own(person: Person, day: date, bodies: Iterable[int]) -> QuerySet[Membership]:
    """Return the present members that are one of ``bodies``, or that ``person`` sits for."""
    found = memberships_of_own(person, day, bodies).exclude(partnership__state__in=OVER)
    return found.select_related("organisation", "partnership").order_by(
        "organisation__folded_name", "partnership__folded_name", "pk"
    )


def other_members(member: Membership, day: date) -> QuerySet[Membership]:
    """Return the other present members of the same partnership."""
    found = Membership.objects.filter(current(day), partnership=member.partnership_id)
    return found.exclude(pk=member.pk).select_related("organisation", "partnership")


def source_of(arrangement: SharingArrangement) -> SharingParty:
    """Return the member whose information it is."""
    return next(party for party in arrangement.parties.all() if party.is_source)


def says_the_same(
    arrangement: SharingArrangement,
    source: Membership,
    recipients: Iterable[Membership],
    kinds: Iterable[str],
    values: dict[str, Any],
) -> bool:
    """Tell whether an arrangement says all of this already, in whatever order."""
    named = {(party.membership_id, party.is_source) for party in arrangement.parties.all()}
    return (
        named == {(source.pk, True), *((each.pk, False) for each in recipients)}
        and {each.kind for each in arrangement.kinds.all()} == {*kinds}
        and all(getattr(arrangement, name) == value for name, value in values.items())
    )


def unconfirmed(arrangement: SharingArrangement) -> list[SharingParty]:
    """Return the bodies that have not confirmed the text as it is."""
    return [party for party in arrangement.parties.all() if party.confirmed_at is None]


def state_on(arrangement: SharingArrangement, day: date) -> SharingState:
    """Return how an arrangement stands on a day; cover that has ended is over at midnight."""
    if arrangement.withdrawn_at is not None:
        return SharingState.WITHDRAWN
    if arrangement.ends_on is not None and arrangement.ends_on < day:
        return SharingState.EXPIRED
    if unconfirmed(arrangement):
        return SharingState.DRAFT
    if arrangement.starts_on > day:
        return SharingState.AHEAD
    return SharingState.OVERDUE if arrangement.review_on < day else SharingState.IN_FORCE


def cover_of(arrangement: SharingArrangement, day: date) -> Cover:
    """Return what an arrangement allows on a day, for the rules of ``answering``."""
    state = state_on(arrangement, day)
    begins = arrangement.starts_on if arrangement.starts_on > day else None
    ended = arrangement.ends_on if state == SharingState.EXPIRED else None
    if state == SharingState.DRAFT and begins:
        state = SharingState.AHEAD
    parties = list(arrangement.parties.all())
    kinds = frozenset(each.kind for each in arrangement.kinds.all())
    return Cover(
        arrangement.pk,
        members=frozenset(party.membership_id for party in parties if not party.is_source),
        kinds=kinds,
        whom=arrangement.whom,
        purpose=arrangement.purpose,
        state=state,
        on=ended or begins or arrangement.review_on,
        unconfirmed=tuple(party.membership.member_name for party in unconfirmed(arrangement)),
        unconditioned=unconditioned(arrangement.basis, arrangement.condition, kinds),
        is_assessed=arrangement.assessment != Assessment.TO_DO,
        because=arrangement.withdrawn_because,
    )


def arrangements_from(member: Membership) -> list[SharingArrangement]:
    """Return what a member arranged to share with others."""
    own = SharingParty.objects.filter(is_source=True, membership=member).values("arrangement")
    return list(told_whole(SharingArrangement.objects.filter(pk__in=own)))


def answer_for(
    member: Membership, question: Question, day: date
) -> tuple[Answer, SharingArrangement | None]:
    """Return whether a member can share what is asked, and the arrangement that says so."""
    found = {each.pk: each for each in arrangements_from(member)}
    refused = refused_last(member, question, found.values())
    answer = answer_to(question, [cover_of(each, day) for each in found.values()], refused)
    return answer, found.get(answer.arrangement or 0)


def refused_last(
    member: Membership, question: Question, arrangements: Iterable[SharingArrangement]
) -> tuple[date, str] | None:
    """Return when and why the same was refused, where that was the last word on it.

    What was arranged anew for this member after the refusal takes its place.
    """
    last = SharingDecision.objects.filter(
        source=member,
        recipient=question.with_member,
        kind=question.kind,
        whom=question.whom,
        purpose=question.purpose,
    ).first()
    if last is None or last.outcome != Outcome.REFUSED:
        return None
    anew = any(
        each.changed_at > last.recorded_at
        and cover_of(each, day_of(each.changed_at)).is_about(question)
        for each in arrangements
    )
    return None if anew else (last.on, last.because)


def decisions_visible_to(person: Person, day: date) -> QuerySet[SharingDecision]:
    """Return what was shared and refused by the bodies ``person`` works or sits for, alone."""
    own = members_asked_for(person, day).order_by().values("pk")
    return SharingDecision.objects.filter(source__in=own).select_related(
        "source__organisation", "recipient__organisation", "recorded_by", "arrangement"
    )


def decisions_in(partnership: Partnership, person: Person, day: date) -> QuerySet[SharingDecision]:
    """Return those of them that are of one partnership, the latest first."""
    return decisions_visible_to(person, day).filter(source__partnership=partnership)


def waiting_for(person: Person, day: date) -> QuerySet[SharingParty]:
    """Return the confirmations that wait for somebody who may speak for the body."""
    own = members_answered_for(person, day).order_by().values("pk")
    return SharingParty.objects.filter(
        Q(arrangement__ends_on__isnull=True) | Q(arrangement__ends_on__gte=day),
        membership__in=own,
        confirmed_at__isnull=True,
        arrangement__withdrawn_at__isnull=True,
    ).order_by("arrangement__starts_on", "pk")


def due_for(person: Person, day: date) -> QuerySet[SharingParty]:
    """Return what those who keep the record must renew: ended, or past its review.

    Each by the body whose information it is.
    """
    kept = kept_by(person, day).exclude(state__in=OVER).order_by().values("pk")
    late = Q(arrangement__ends_on__lt=day) | Q(arrangement__review_on__lt=day)
    return SharingParty.objects.filter(
        late, is_source=True, arrangement__partnership__in=kept, arrangement__withdrawn_at=None
    ).order_by("arrangement__review_on", "pk")


@seldom
def first_that_need(person: Person, day: date) -> QuerySet[SharingParty]:
    """Return the first few of both sorts in one question; ``is_to_confirm`` tells them apart."""
    waiting, due = (each(person, day).values("pk")[:FEW] for each in (waiting_for, due_for))
    confirms = Case(When(pk__in=waiting, then=True), default=False)
    found = SharingParty.objects.filter(Q(pk__in=waiting) | Q(pk__in=due))
    return found.annotate(is_to_confirm=confirms).select_related(
        "membership__organisation", "arrangement__partnership"
    )
