from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Q, QuerySet, When
from django.db.models.fields.json import KT

from joinedup.domain.basics.days import current, day_of
from joinedup.domain.counting.heard import is_withheld
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.organisations.kinds import OFFICERS, PostKind
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.models import Hosting, Partnership
from joinedup.domain.partnerships.queries import visible_to
from joinedup.domain.partnerships.seats import sits_on
from joinedup.domain.people.models import Person
from joinedup.domain.results.models import Reply
from joinedup.domain.reviews.kinds import OfficialView, RoundState
from joinedup.domain.reviews.models import Review, Round
from joinedup.domain.scoring.outcome import from_stored

DRAFT_READERS = (*OFFICERS, PostKind.DIRECTOR)
# Read out of what was sealed, without the whole of it.
UNCAPPED = Case(
    When(
        result__view=OfficialView.ORGANISATION,
        then=KT("result__figures__by_organisation__uncapped_band"),
    ),
    default=KT("result__figures__by_person__uncapped_band"),
)

# A round that was opened again keeps what was counted first beside, until it is counted anew.
UNCOUNTED = Q(result__isnull=True) | Q(result__has_key="first")


def partnerships_with_drafts_for(person: Person, day: date) -> QuerySet[Partnership]:
    """Return the partnerships whose draft results ``person`` may read (DESIGN 10.3).

    Current seats, and officers and directors of a host.
    """
    hosts = works_for(person, day, *DRAFT_READERS)
    hosted = Hosting.objects.filter(current(day), organisation__in=hosts)
    return Partnership.objects.filter(
        Q(pk__in=hosted.order_by().values("partnership")) | Q(pk__in=sits_on(person, day))
    )


def results_visible_to(person: Person, at: datetime) -> QuerySet[Review]:
    """Return the counted reviews ``person`` may read: drafts by few, standing ones by all who
    may open the partnership."""
    if not person.is_authenticated:
        return Review.objects.none()
    day = day_of(at)
    stands = Q(round__stands_at__lte=at, partnership__in=visible_to(person, day))
    draft = Q(partnership__in=partnerships_with_drafts_for(person, day))
    return Review.objects.filter(stands | draft, round__sealed_at__isnull=False).select_related(
        "round__host", "round__instrument", "partnership"
    )


def standing_results(partnerships: QuerySet[Partnership], at: datetime) -> QuerySet[Review]:
    """Return the results that stand, latest year first, for portfolios and reports."""
    return (
        Review.objects.filter(partnership__in=partnerships, round__stands_at__lte=at)
        .select_related("round", "partnership")
        .order_by("partnership", "-round__year", "-round_id")
    )


def scores_of(partnerships: QuerySet[Partnership], at: datetime) -> QuerySet[Review]:
    """Return the results that stand and are the score of a year, latest first.

    A short check between two reviews never takes the place of the yearly score.
    """
    return standing_results(partnerships, at).filter(round__instrument__gives_score=True)


def told_in_register(partnerships: Iterable[int], at: datetime) -> list[dict[str, Any]]:
    """Return a light row of each score that stands and each open review, latest year first.

    A row of an open review has no band, and ``round__closes_on`` lies ahead of its answers.
    """
    scores = Q(round__stands_at__lte=at, round__instrument__gives_score=True)
    told = scores | Q(round__state=RoundState.OPEN)
    rows = Review.objects.filter(told, partnership__in=partnerships).values(
        "public_id",
        "partnership",
        "band",
        "overall",
        "round__year",
        "round__instrument",
        "round__state",
        "round__closes_on",
    )
    return [dict(row) for row in rows.order_by("partnership", "-round__year", "-round_id")]


def earlier_results(reviews: list[Review]) -> dict[int, Review]:
    """Return for each partnership its counted review of the last round before these.

    Of the same questionnaire, in any version: another one says nothing of what has moved. A
    yearly one is compared with an earlier year, a short check with the one before.
    """
    round = reviews[0].round
    before = Q(round__year__lt=round.year)
    if not round.instrument.is_yearly and round.sealed_at:
        before |= Q(round__year=round.year, round__sealed_at__lt=round.sealed_at)
    found = (
        Review.objects.filter(
            before,
            partnership__in=[review.partnership_id for review in reviews],
            round__sealed_at__isnull=False,
            round__instrument__name=round.instrument.name,
        )
        .select_related("round__instrument")
        .order_by("round__year", "round__sealed_at", "round_id")
    )
    return {review.partnership_id: review for review in found}


def results_in(round: Round, person: Person, at: datetime) -> QuerySet[Review]:
    """Return the results of a round that ``person`` may read."""
    return results_visible_to(person, at).filter(round=round)


def results_of(partnership: Partnership, person: Person, at: datetime) -> QuerySet[Review]:
    """Return the results of a partnership that ``person`` may read, latest first."""
    return results_visible_to(person, at).filter(partnership=partnership).order_by("-round__year")


def reviews_shown_of(
    partnership: Partnership, person: Person, at: datetime
) -> tuple[list[Review], date | None]:
    """Return the results that ``person`` may read, latest first, and when an open review closes.

    One query, without what the results found.
    """
    reviews = Review.objects.filter(partnership=partnership).select_related("round__instrument")
    results = results_visible_to(person, at).filter(partnership=partnership)
    shown = reviews.filter(Q(pk__in=results.values("pk")) | Q(round__state=RoundState.OPEN))
    unread = ("result", "round__instrument__definition")
    told = list(shown.defer(*unread).order_by("-round__year", "-round_id"))
    closing = [review.round.closes_on for review in told if review.round.sealed_at is None]
    return [review for review in told if review.round.sealed_at], min(closing, default=None)


def replies_to(review: Review) -> QuerySet[Reply]:
    """Return what members said of a result, in the order in which they first did."""
    return Reply.objects.filter(review=review).select_related("organisation")


def latest_standing(partnerships: QuerySet[Partnership], at: datetime) -> list[Review]:
    """Return the newest result that stands of each partnership, without what it found."""
    latest: dict[int, Review] = {}
    for review in standing_results(partnerships, at).defer("result"):
        latest.setdefault(review.partnership_id, review)
    return list(latest.values())


def standing_before(review: Review, at: datetime) -> Review | None:
    """Return the last result of the same partnership that stands and is of a year before."""
    before = Review.objects.filter(
        partnership=review.partnership_id,
        round__stands_at__lte=at,
        round__year__lt=review.round.year,
    )
    return before.select_related("round").defer("result").order_by("-round__year", "-pk").first()


def written_in(review: Review, instrument: Instrument) -> dict[str, list[str]]:
    """Return what people wrote that may be shown, by question, in the order it was fixed in.

    Nothing where so few answered that no figure is shown either.
    """
    sealed = review.result or {}
    if not sealed or is_withheld(from_stored(sealed["figures"]), instrument):
        return {}
    return {code: told for code, told in sealed["words"].items() if isinstance(told, list)}
