"""The results that stand of a host's partnerships, however many: one light row read for each."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from django.db.models import QuerySet

from joinedup.domain.partnerships.kinds import RUNNING
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.results.queries import scores_of
from joinedup.domain.second_looks.kinds import BELOW_STANDARD

BANDS = ("Strong", "Sound", "Developing", "At risk", "Incomplete")
NO_TIER = 9


class Light(NamedTuple):
    """A result with what is counted of it; of two of one partnership the later is the greater."""

    year: int
    round: int
    partnership: int
    review: int
    instrument: int
    band: str
    overall: Decimal | None
    state: str
    tier: int | None


FIELDS = (
    "round__year",
    "round",
    "partnership",
    "pk",
    "round__instrument",
    "band",
    "overall",
    "partnership__state",
    "partnership__tier",
)


@dataclass
class Tallies:
    """The two newest results of each running partnership, and every year's bands."""

    newest: dict[int, Light] = field(default_factory=dict)
    before: dict[int, Light] = field(default_factory=dict)
    years: dict[int, Counter[str]] = field(default_factory=dict)

    def take(self, each: Light) -> None:
        """Count one more result, in whatever order they come."""
        self.years.setdefault(each.year, Counter())[each.band] += 1
        if each.state not in RUNNING:
            return
        last = self.newest.get(each.partnership)
        if last is None or each > last:
            self.newest[each.partnership] = each
        earlier = each if last is None else min(each, last)
        known = self.before.get(each.partnership)
        if last is not None and (known is None or earlier > known):
            self.before[each.partnership] = earlier

    @property
    def bands(self) -> Counter[str]:
        """How many running partnerships have each band now."""
        return Counter(each.band for each in self.newest.values())

    @property
    def below(self) -> list[Light]:
        """The newest results below Sound, the weakest first."""
        weak = [each for each in self.newest.values() if each.band in BELOW_STANDARD]
        return sorted(weak, key=lambda each: (each.overall or 0, each.partnership))

    @property
    def incomplete(self) -> list[Light]:
        """The newest results that have too few answers for a score."""
        found = [each for each in self.newest.values() if each.overall is None]
        return sorted(found, key=lambda each: each.partnership)

    @property
    def again(self) -> list[Light]:
        """The newest results of those that were below Sound the time before."""
        known = (
            self.newest[key] for key, then in self.before.items() if then.band in BELOW_STANDARD
        )
        return sorted(known, key=lambda x: (x.tier or NO_TIER, x.partnership))

    @property
    def to_draw(self) -> list[Light]:
        """Those with a score, the most significant tier first and the weakest first within it."""
        found = [each for each in self.newest.values() if each.overall is not None]
        return sorted(found, key=lambda x: (x.tier or NO_TIER, x.overall, x.partnership))

    def moves(self) -> Iterator[tuple[float, int]]:
        """Yield the points each partnership moved, where the same questions were asked."""
        for key, then in self.before.items():
            now = self.newest[key]
            if now.overall is None or then.overall is None or now.instrument != then.instrument:
                continue
            yield float(now.overall - then.overall), key


def tallies_of(led: QuerySet[Partnership], at: datetime) -> Tallies:
    """Return what stands for these partnerships, running or ended."""
    tallies = Tallies()
    rows = scores_of(led, at).select_related(None).order_by()
    for row in rows.values_list(*FIELDS).iterator():
        tallies.take(Light._make(row))
    return tallies
