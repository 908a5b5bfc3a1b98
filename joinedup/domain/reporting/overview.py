"""The partnerships of one person, or of one host, with where each stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from joinedup.domain.basics.days import day_of
from joinedup.domain.partnerships.kinds import RUNNING
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import visible_to
from joinedup.domain.people.models import Person
from joinedup.domain.results.queries import standing_results
from joinedup.domain.reviews.models import Review

SHOWN = 20


@dataclass(frozen=True)
class Standing:
    """A partnership and its latest results that stand, the newest first."""

    partnership: Partnership
    results: list[Review]

    @property
    def latest(self) -> Review | None:
        """Its newest result that stands."""
        return self.results[0] if self.results else None


def standings(partnerships: Iterable[Partnership], at: datetime) -> list[Standing]:
    """Return each partnership with its standing results, in two queries."""
    listed = list(partnerships)
    chosen = Partnership.objects.filter(pk__in=[each.pk for each in listed])
    results: dict[int, list[Review]] = {each.pk: [] for each in listed}
    for review in standing_results(chosen, at).defer("result"):
        results[review.partnership_id].append(review)
    return [Standing(each, results[each.pk]) for each in listed]


def partnerships_of(person: Person, at: datetime) -> list[Standing]:
    """Return the first running partnerships a person may open, by name."""
    running = visible_to(person, day_of(at)).filter(state__in=RUNNING)
    return standings(running.order_by("folded_name", "id")[:SHOWN], at)
