from datetime import date, datetime

from django.db.models import Prefetch, QuerySet

from joinedup.domain.futures.kinds import ENDING
from joinedup.domain.futures.models import Dissent, FutureDecision
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import visible_to
from joinedup.domain.people.models import Person
from joinedup.domain.representing.queries import memberships_represented_by
from joinedup.domain.results.queries import latest_standing
from joinedup.domain.reviews.models import Review


def decisions_visible_to(person: Person, day: date) -> QuerySet[FutureDecision]:
    """Return the decisions ``person`` may read: those on partnerships they may open."""
    dissents = Dissent.objects.select_related("membership__organisation", "said_by")
    among = visible_to(person, day).order_by()
    return (
        FutureDecision.objects.filter(partnership__in=among.values("pk"))
        .select_related("partnership", "review__round", "recorded_by")
        .defer("review__result")
        .prefetch_related(Prefetch("dissents", dissents))
    )


def latest_decision(partnership: Partnership) -> FutureDecision | None:
    """Return what was last decided about the future; ask ``visible_to`` of the partnership."""
    return FutureDecision.objects.filter(partnership=partnership).first()


def ending_decided(partnership: Partnership) -> FutureDecision | None:
    """Return the decision by which the partnership comes to an end, if that is the last one.

    Whoever moves a record towards its end, or asks for an exit, begins with this.
    """
    latest = latest_decision(partnership)
    return latest if latest and latest.outcome in ENDING else None


def result_decided_on(partnership: Partnership, at: datetime) -> Review | None:
    """Return the newest result that stands, which lies before whoever decides."""
    return next(iter(latest_standing(Partnership.objects.filter(pk=partnership.pk), at)), None)


def members_to_disagree(
    decision: FutureDecision, person: Person, day: date
) -> QuerySet[Membership]:
    """Return the members for which ``person`` may say that they disagree, and has not yet."""
    theirs = memberships_represented_by(person, decision.partnership, day)
    said = Dissent.objects.filter(decision=decision).order_by()
    return theirs.exclude(pk__in=said.values("membership")).select_related("organisation")
