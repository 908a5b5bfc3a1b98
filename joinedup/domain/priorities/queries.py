from datetime import date, datetime

from django.db.models import Prefetch, Q, QuerySet

from joinedup.domain.counting.heard import is_withheld, official
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.partnerships.kinds import OVER, Capacity
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import held_seats
from joinedup.domain.partnerships.seats import sits_on
from joinedup.domain.people.models import Person
from joinedup.domain.priorities.kinds import DIVIDED, TOLD_BEFORE, WEAKEST, ActionState
from joinedup.domain.priorities.models import Priority, PriorityAction
from joinedup.domain.results.queries import results_visible_to
from joinedup.domain.results.sentences import first_differences, quoted
from joinedup.domain.reviews.models import Review
from joinedup.domain.scoring.outcome import from_stored
from joinedup.domain.scoring.results import printed
from joinedup.domain.standpoints.seldom import seldom

DIFFER = ", and partners differ on it"


def priorities_visible_to(person: Person, at: datetime) -> QuerySet[Priority]:
    """Return the priorities ``person`` may read: those of results they may read."""
    results = results_visible_to(person, at).order_by()
    actions = PriorityAction.objects.select_related("owner")
    return (
        Priority.objects.filter(review__in=results.values("pk"))
        .select_related("review__round__instrument", "review__partnership")
        .prefetch_related(Prefetch("actions", actions))
    )


def weak_points(review: Review) -> dict[str, str]:
    """Return what a priority may be chosen from, by its code.

    The weakest statements first, then those that divide the partners, then every section.
    """
    instrument, sealed = definition_of(review.round.instrument), review.result or {}
    figures = from_stored(sealed["figures"])
    if is_withheld(figures, instrument):
        return {}
    view = official(figures, sealed["view"])
    means = {code: mean for code, mean in view.means.items() if mean is not None}
    weakest = sorted(means, key=lambda code: (means[code], code))[:WEAKEST]
    divided = [each["statement"] for each in first_differences(sealed)][:DIVIDED]
    points = {
        code: f"{quoted(instrument, code)}: {printed(means[code], 1)} of "
        f"{highest_of(instrument, code)}{DIFFER if code in divided else ''}"
        for code in dict.fromkeys([*weakest, *divided])
    }
    scores = sorted((s.score, code) for code, s in view.sections.items() if s.score is not None)
    return points | {
        code: f"All of {instrument.section(code).title}: "
        f"{printed(score, figures.decimals)} out of 100"
        for score, code in scores
    }


def highest_of(instrument: Instrument, code: str) -> int:
    """Return the highest answer there is to a statement."""
    return instrument.scale_of(instrument.statement(code)).highest


def points_named(review: Review) -> dict[str, str]:
    """Return every statement and section of a review in words, by its code."""
    instrument = definition_of(review.round.instrument)
    sections = {each.id: each.title for each in instrument.sections if each.title}
    return sections | {each.id: quoted(instrument, each.id) for each in instrument.statements}


def people_with_places(partnership: Partnership, day: date) -> QuerySet[Person]:
    """Return everybody who sits on a partnership, by name: each may own an action."""
    sitting = held_seats(Partnership.objects.filter(pk=partnership.pk), day)
    return Person.objects.filter(pk__in=sitting.order_by().values("person")).order_by("name", "pk")


@seldom
def actions_waiting(person: Person, day: date) -> QuerySet[PriorityAction]:
    """Return what ``person`` has to do within a month, and what is late where they chair.

    The soonest first; of partnerships that are over nothing waits any more.
    """
    chaired = sits_on(person, day, Capacity.CHAIR)
    in_the_chair = Q(due_on__lt=day, priority__review__partnership__in=chaired)
    return (
        PriorityAction.objects.filter(Q(owner=person) | in_the_chair, due_on__lte=day + TOLD_BEFORE)
        .filter(state=ActionState.TODO)
        .exclude(priority__review__partnership__state__in=OVER)
        .select_related("owner", "priority__review__partnership")
        .order_by("due_on", "id")
    )


def holds_place(person: Person, partnership: Partnership, day: date) -> bool:
    """Tell whether somebody sits on the partnership on ``day``."""
    return partnership.pk in sits_on(person, day)
