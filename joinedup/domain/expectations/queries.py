from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from joinedup.domain.basics.days import current, end_of, months_after
from joinedup.domain.expectations.comparing import Compared, compare
from joinedup.domain.expectations.kinds import MONTHS_UNTIL_ASKED_AGAIN, NEED_TOLD_FOR
from joinedup.domain.expectations.models import KindAnswer, KindAsking
from joinedup.domain.partnerships.kinds import OVER, Kind
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import kept_by, visible_to
from joinedup.domain.people.models import Person
from joinedup.domain.representing.queries import (
    memberships_represented_by,
    memberships_to_answer_for,
)
from joinedup.domain.standpoints.seldom import seldom


def askings_visible_to(person: Person, day: date) -> QuerySet[KindAsking]:
    """Return the askings ``person`` may know of: those on partnerships they may open.

    What was answered comes from ``compared`` alone, which keeps it back until it is open to all.
    """
    among = visible_to(person, day).order_by()
    return with_answers(KindAsking.objects.filter(partnership__in=among.values("pk")))


def with_answers(askings: QuerySet[KindAsking]) -> QuerySet[KindAsking]:
    """Return askings with what ``compared`` needs, in two queries more however many there are."""
    answers = KindAnswer.objects.select_related("membership__organisation")
    named = askings.select_related("partnership", "asked_by", "settled_by")
    return named.prefetch_related(Prefetch("answers", answers))


def latest_asking(partnership: Partnership) -> KindAsking | None:
    """Return the last time the members were asked; ask ``visible_to`` of the partnership."""
    return with_answers(KindAsking.objects.filter(partnership=partnership)).first()


def asked_again(asking: KindAsking) -> bool:
    """Tell whether the members have been asked once more since."""
    later = KindAsking.objects.filter(partnership=asking.partnership_id)
    return later.filter(asked_on__gt=asking.asked_on).exists()


def compared(asking: KindAsking, day: date) -> Compared | None:
    """Return the answers side by side, or None while they are nobody's to see.

    A member that had left before they were open is left out.
    """
    if not asking.is_open_to_all(day):
        return None
    return what_members_said(asking, asking.opened_on)


def what_members_said(asking: KindAsking, on: date) -> Compared:
    """Lay side by side what those said who were members ``on`` a day; the service's own look."""
    stayed = [each for each in asking.answers.all() if each.membership.holds_on(on)]
    return compare(each.said for each in stayed)


def kind_found(asking: KindAsking, day: date) -> Kind | None:
    """Return the kind that members agreed on at once or since; None where there is none."""
    if asking.settled:
        return Kind(asking.settled_kind) if asking.settled_kind else None
    found = compared(asking, day)
    return found.agreed if found else None


def members_asked(asking: KindAsking, on: date, *, silent: bool) -> QuerySet[Membership]:
    """Return the members there are ``on`` a day that have answered, or that have not."""
    answered = KindAnswer.objects.filter(asking=asking, membership=OuterRef("pk")).order_by()
    found = ~Exists(answered) if silent else Exists(answered)
    members = Membership.objects.filter(current(on), found, partnership=asking.partnership)
    return members.select_related("organisation")


def own_memberships(asking: KindAsking, person: Person, day: date) -> QuerySet[Membership]:
    """Return the members for which ``person`` may answer."""
    return memberships_represented_by(person, asking.partnership, day).select_related(
        "organisation"
    )


def answer_for(asking: KindAsking, membership: Membership) -> KindAnswer | None:
    """Return what was answered for a member; ``answers_shown_to`` says who may read it."""
    answers = KindAnswer.objects.filter(asking=asking, membership=membership)
    return answers.select_related("answered_by").first()


def answers_by_member(
    asking: KindAsking, memberships: Iterable[Membership]
) -> dict[int, KindAnswer]:
    """Return the answers given for these members, by the key of each; as with ``answer_for``."""
    given = KindAnswer.objects.filter(asking=asking, membership__in=memberships)
    return {each.membership_id: each for each in given.select_related("answered_by")}


def answers_shown_to(answer: KindAnswer | None, person: Person) -> dict[str, str]:
    """Return what ``person`` answered, to change it; nothing of what anybody else did."""
    return answer.answers if answer and answer.answered_by == person else {}


@seldom
def askings_unanswered(person: Person, day: date) -> QuerySet[KindAsking]:
    """Return the askings that ``person`` is to answer for some member."""
    theirs = memberships_to_answer_for(person, day)
    said = KindAnswer.objects.filter(asking=OuterRef(OuterRef("pk")), membership=OuterRef("pk"))
    silent = theirs.filter(~Exists(said.order_by()), partnership=OuterRef("partnership"))
    open_now = KindAsking.objects.filter(Exists(silent.order_by()), closes_on__gte=day)
    waiting = open_now.filter(shown_at=None).exclude(partnership__state__in=OVER)
    return waiting.select_related("partnership").order_by("closes_on", "pk")


def askings_to_answer(person: Person, day: date, most: int) -> list[tuple[KindAsking, Membership]]:
    """Return what ``person`` is to answer, and for which member, the first to close first.

    Whoever sits for a member is; an officer of it only where nobody sits for it.
    """
    askings = list(askings_unanswered(person, day)[:most])
    if not askings:
        return []
    theirs = memberships_to_answer_for(person, day)
    answered = set(
        KindAnswer.objects.filter(asking__in=askings).values_list("asking", "membership")
    )
    members = list(
        theirs.filter(partnership__in=[each.partnership_id for each in askings]).select_related(
            "organisation"
        )
    )
    return [
        (asking, member)
        for asking in askings
        for member in members
        if member.partnership_id == asking.partnership_id and (asking.pk, member.pk) not in answered
    ]


@seldom
def askings_to_settle(person: Person, day: date) -> QuerySet[KindAsking]:
    """Return the differences that nobody settled, on records that ``person`` keeps."""
    recent = KindAsking.objects.filter(
        differs=True, settled="", shown_at__gte=end_of(day - NEED_TOLD_FOR)
    )
    return latest_on_records_of(person, day, recent)


@seldom
def askings_to_repeat(person: Person, day: date) -> QuerySet[KindAsking]:
    """Return the last askings, a year old within a month or older, on records ``person`` keeps."""
    long_ago = months_after(day, -MONTHS_UNTIL_ASKED_AGAIN)
    return latest_on_records_of(person, day, KindAsking.objects.filter(asked_on__lte=long_ago))


def latest_on_records_of(
    person: Person, day: date, askings: QuerySet[KindAsking]
) -> QuerySet[KindAsking]:
    """Return those of the askings that no other followed, the oldest first."""
    later = KindAsking.objects.filter(
        partnership=OuterRef("partnership"), asked_on__gt=OuterRef("asked_on")
    )
    kept = kept_by(person, day).exclude(state__in=OVER).order_by()
    return (
        askings.filter(~Exists(later.order_by()), partnership__in=kept.values("pk"))
        .select_related("partnership")
        .order_by("asked_on", "pk")
    )


def passed(day: date) -> QuerySet[KindAsking]:
    """Return the askings whose last day has passed and that are not yet noted as open to all."""
    over = KindAsking.objects.filter(shown_at__isnull=True, closes_on__lt=day)
    return with_answers(over)


def asked_again_by(asking: KindAsking) -> date:
    """Return the day a year after it was asked, by which it is to be asked again."""
    return months_after(asking.asked_on, 12)
