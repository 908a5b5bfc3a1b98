from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from joinedup.domain.basics.days import current
from joinedup.domain.involvements.queries import READERS
from joinedup.domain.leads.queries import lead_of
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation, Post
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Hosting, Membership, Partnership
from joinedup.domain.partnerships.queries import held_seats, kept_by, visible_to
from joinedup.domain.people.models import Person
from joinedup.domain.risks.kinds import Size
from joinedup.domain.risks.models import ListedRisk, RiskMatrix, RiskScore
from joinedup.domain.standpoints.seldom import seldom


def risks_visible_to(person: Person, day: date) -> QuerySet[ListedRisk]:
    """Return the risks ``person`` may read on ``day``, with their scores, the latest first.

    The partnership's wherever they may open it; a body's own only where they are its officer,
    manager, director, leadership or auditor, and while it belongs to the partnership.
    """
    return (
        ListedRisk.objects.filter(on_a_readable_list(person, day))
        .select_related("partnership", "organisation", "owner", "closed_by")
        .prefetch_related(Prefetch("scores", RiskScore.objects.select_related("scored_by")))
    )


def on_a_readable_list(person: Person, day: date) -> Q:
    """Return the condition that a row is of a list ``person`` may read, shared or a body's own."""
    here = {"partnership": OuterRef("partnership"), "organisation": OuterRef("organisation")}
    belongs = Exists(Membership.objects.filter(current(day), **here).order_by()) | Exists(
        Hosting.objects.filter(current(day), **here).order_by()
    )
    own = Q(organisation__in=works_for(person, day, *READERS)) & belongs
    return Q(Q(organisation__isnull=True) | own, partnership__in=visible_to(person, day))


def risks_of(
    partnership: Partnership, organisation: Organisation | None, person: Person, day: date
) -> list[ListedRisk]:
    """Return a list that ``person`` may read: what is open, the most left first, then closed."""
    found = risks_visible_to(person, day).filter(partnership=partnership, organisation=organisation)
    return sorted(found, key=lambda risk: (risk.closed_at is not None, *_most_left(risk)))


def _most_left(risk: ListedRisk) -> tuple[int, int, int]:
    band, figure = latest(risk).residual.rank
    return -band, -figure, risk.pk


def latest(risk: ListedRisk) -> RiskScore:
    """Return how it was scored last; every risk was scored as it was added."""
    return risk.scores.all()[0]


def highest(risks: Iterable[ListedRisk]) -> ListedRisk | None:
    """Return the open risk that most is left of; overall risk is that one's (domain.md 5.3)."""
    still = [risk for risk in risks if risk.closed_at is None]
    return min(still, key=_most_left, default=None)


def is_assessed(partnership: Partnership, organisation: Organisation, day: date) -> bool:
    """Return whether the body has listed risks on its own matrix, before it enters or since.

    Its own list counts, open or closed, and so does the shared one where the body leads it.
    """
    its = Q(organisation=organisation)
    if lead_of(partnership, day) == organisation:
        its |= Q(organisation=None)
    return ListedRisk.objects.filter(its, partnership=partnership).exists()


def matrices_of(organisation: Organisation) -> QuerySet[RiskMatrix]:
    """Return every matrix the body ever went by or will, the latest first."""
    return RiskMatrix.objects.filter(organisation=organisation)


def size_on(organisation: Organisation | None, day: date) -> int:
    """Return the size of the body's one matrix on ``day``; 4 by 4 where it has set none."""
    held = organisation and matrices_of(organisation).filter(from_on__lte=day).first()
    return held.size if held else Size.FOUR.value


def size_for(partnership: Partnership, organisation: Organisation | None, day: date) -> int:
    """Return the size a list is scored on: the body's own, or the lead host's where shared."""
    return size_on(organisation or lead_of(partnership, day), day)


def could_own(
    partnership: Partnership, organisation: Organisation | None, day: date
) -> QuerySet[Person]:
    """Return who may answer for a risk, all of whom read the list.

    Of a body's own list those of its people who read it, else whoever sits on the partnership.
    """
    among = Person.objects.order_by("name", "pk")
    if organisation:
        posts = Post.objects.filter(current(day), organisation=organisation, kind__in=READERS)
        return among.filter(pk__in=posts.order_by().values("person"))
    sitting = held_seats(Partnership.objects.filter(pk=partnership.pk), day)
    return among.filter(pk__in=sitting.order_by().values("person"))


@seldom
def risks_to_look_at(person: Person, day: date) -> QuerySet[ListedRisk]:
    """Return open risks whose review day has passed, for their owner and whoever keeps the list.

    Of partnerships that are over nothing waits any more.
    """
    kept = Q(organisation=None, partnership__in=kept_by(person, day)) | Q(
        organisation__in=works_for(person, day, *OFFICERS)
    )
    return (
        risks_visible_to(person, day)
        .prefetch_related(None)
        .filter(Q(owner=person) | kept, closed_at=None, review_on__lt=day)
        .exclude(partnership__state__in=OVER)
        .order_by(F("review_on"), "id")
    )
