"""A host's partnerships taken together: what changed, what is weak, what is missing.

However many there are, it is read in as many queries and as little room: all are counted, and no
more than the first few hundred of each list are loaded, the most significant first.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q, QuerySet

from joinedup.domain.basics.days import current, day_of
from joinedup.domain.figures.charts import BandsOverYears, StrengthAgainstImportance
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import organisations_where
from joinedup.domain.partnerships.kinds import RUNNING, State, Told
from joinedup.domain.partnerships.models import Hosting, Partnership
from joinedup.domain.partnerships.papers import PAPERS, facts_of, lacking, untold
from joinedup.domain.partnerships.queries import lacking_something, member_counts
from joinedup.domain.people.models import Person
from joinedup.domain.reporting.overview import Standing, standings
from joinedup.domain.reporting.pictures import MOST_DRAWN, bands_over_years, places_of
from joinedup.domain.reporting.tallies import Tallies, tallies_of
from joinedup.domain.results.queries import scores_of
from joinedup.domain.reviews.models import Review, Round
from joinedup.domain.reviews.queries.rounds import READERS
from joinedup.domain.second_looks.kinds import BELOW_STANDARD
from joinedup.domain.second_looks.queries import NOT_WEAK, Weak, due_on, weak_results

HELD_DOWN = "Held down by something essential"
YEAR, SOON = timedelta(days=365), timedelta(days=183)
SHOWN = 200
"""As many of each list as a page shows; papers and files hold more."""
RAN_OUT = "Agreement"
BY_WEIGHT = (F("tier").asc(nulls_last=True), "folded_name", "id")


@dataclass(frozen=True)
class Line:
    """One running partnership as the portfolio lists it."""

    standing: Standing
    missing: list[str]
    untold: int
    members: int
    weak: Weak = NOT_WEAK

    @property
    def partnership(self) -> Partnership:
        """The partnership itself."""
        return self.standing.partnership

    @property
    def latest(self) -> Review | None:
        """Its newest result that stands."""
        return self.standing.latest

    @property
    def before(self) -> Review | None:
        """The result before that."""
        return self.standing.results[1] if len(self.standing.results) > 1 else None

    @property
    def moved(self) -> float | None:
        """Points up or down since the time before, where the same questions were asked."""
        now, then = self.latest, self.before
        if now is None or then is None or now.overall is None or then.overall is None:
            return None
        if now.round.instrument_id != then.round.instrument_id:
            return None
        return float(now.overall - then.overall)

    @property
    def change(self) -> str:
        """The points moved as a table prints them, with a real minus sign."""
        moved = self.moved
        return "Not compared" if moved is None else f"{moved:+.1f}".replace("-", "\N{MINUS SIGN}")

    @property
    def is_held_down(self) -> bool:
        """Whether the score alone would give a better band, and an essential caps it."""
        latest = self.latest
        if latest is None or latest.band not in BELOW_STANDARD:
            return False
        return latest.band != self.weak.uncapped

    @property
    def second_look_on(self) -> date | None:
        """When a result below Sound is looked at again."""
        return due_on(self.latest) if self.latest else None


@dataclass(frozen=True)
class Counts:
    """How many there are in all; lists hold the first of them."""

    running: int = 0
    new: int = 0
    ended: int = 0
    ending: int = 0
    lacking: int = 0
    silent: int = 0
    below: int = 0
    incomplete: int = 0
    again: int = 0
    drawn_of: int = 0
    bands: tuple[tuple[str, int], ...] = ()
    tags: tuple[tuple[str, int], ...] = ()

    @property
    def reviewed(self) -> int:
        """How many have a result that stands."""
        return sum(count for _, count in self.bands)


@dataclass(frozen=True)
class Portfolio:
    """Everything a director, the leadership and a committee are owed, on one day.

    ``again`` are those with a result since one below Sound; ``rose`` and ``fell`` are who moved
    most, and by how many points.
    """

    host: Organisation
    day: date
    counts: Counts
    lines: list[Line]
    below: list[Line]
    incomplete: list[Line]
    lacking: list[Line]
    again: list[Line]
    new: list[Partnership]
    ended: list[Partnership]
    ending: list[Partnership]
    rose: tuple[float, str]
    fell: tuple[float, str]
    bands: BandsOverYears
    places: StrengthAgainstImportance
    drafts: tuple[Round, ...] = ()
    drawn: tuple[Line, ...] = ()


def hosts_reported_to(person: Person, day: date) -> QuerySet[Organisation]:
    """Return the bodies whose portfolio ``person`` may read."""
    return organisations_where(person, day, *READERS)


def led_on(host: Organisation, day: date) -> QuerySet[Partnership]:
    """Return the partnerships whose record ``host`` leads on ``day``, running or not."""
    leads = Hosting.objects.filter(current(day), organisation=host, is_lead=True)
    return Partnership.objects.filter(pk__in=leads.order_by().values("partnership"))


def portfolio_of(
    host: Organisation,
    at: datetime,
    *,
    most: int = SHOWN,
    among: Iterable[int] | None = None,
) -> Portfolio:
    """Return the portfolio of the partnerships ``host`` leads, standing results only.

    ``most`` of each list, and only of those in ``among`` where it is given.
    """
    day = day_of(at)
    led = led_on(host, day)
    if among is not None:
        led = led.filter(pk__in=list(among))
    tallies = tallies_of(led, at)
    keys = keys_of(led.filter(state__in=RUNNING), tallies, day, most)
    moves = list(tallies.moves())
    rose, fell = max(moves, default=None), min(moves, default=None)
    movers = [key for _, key in filter(None, (rose, fell))]
    lines = lines_of({*movers, *(key for each in keys.values() for key in each)}, at)
    found = {name: [lines[key] for key in each] for name, each in keys.items()}

    def named(move: tuple[float, int] | None) -> tuple[float, str]:
        return (move[0], lines[move[1]].partnership.name) if move else (0.0, "")

    ended = led.filter(state=State.CLOSED, ends_on__gte=day - YEAR)
    to_come = Round.objects.filter(host=host, stands_at__gt=at, instrument__gives_score=True)
    return Portfolio(
        host=host,
        day=day,
        counts=counts_of(led, tallies, day),
        **{name: found[name] for name in LISTS},
        new=[line.partnership for line in found["new"]],
        ended=list(ended.order_by("folded_name", "id")[:most]),
        ending=[line.partnership for line in found["ending"]],
        rose=named(rose),
        fell=named(fell),
        bands=bands_over_years(tallies),
        places=places_of(found["drawn"]),
        drafts=tuple(to_come.order_by("stands_at", "id")),
        drawn=tuple(found["drawn"]),
    )


def results_in_band(host: Organisation, year: int, band: str, at: datetime) -> QuerySet[Review]:
    """Return the results that a count of the picture over the years is of, by name."""
    counted = scores_of(led_on(host, day_of(at)), at).filter(round__year=year, band=band)
    return counted.order_by("partnership__folded_name", "pk")


def keys_of(
    running: QuerySet[Partnership], tallies: Tallies, day: date, most: int
) -> dict[str, list[int]]:
    """Return the keys of the first partnerships of each list."""
    weighty = {
        "lines": running,
        "lacking": running.filter(lacking_something(day)),
        "new": running.filter(began_since(day)),
        "ending": running.filter(ends_on__range=(day, day + SOON)),
    }
    reviewed = {
        "below": tallies.below[:most],
        "incomplete": tallies.incomplete[:most],
        "again": tallies.again[:most],
        "drawn": tallies.to_draw[:MOST_DRAWN],
    }
    first = {
        name: list(found.order_by(*BY_WEIGHT).values_list("pk", flat=True)[:most])
        for name, found in weighty.items()
    }
    return first | {name: [each.partnership for each in found] for name, found in reviewed.items()}


LISTS = ("lines", "lacking", "below", "incomplete", "again")


def began_since(day: date) -> Q:
    """Return the condition that a partnership began in the twelve months up to ``day``."""
    return Q(starts_on__range=(day - YEAR, day))


def lines_of(keys: Iterable[int], at: datetime) -> dict[int, Line]:
    """Return these partnerships with their standing results, by key."""
    day = day_of(at)
    found = standings(Partnership.objects.filter(pk__in=list(keys)), at)
    members = member_counts([each.partnership.pk for each in found], day)
    weak = [x.latest.pk for x in found if x.latest and x.latest.band in BELOW_STANDARD]
    known = weak_results(weak)
    lines = {}
    for each in found:
        facts = facts_of(each.partnership)
        lines[each.partnership.pk] = Line(
            each,
            missing=lacking(facts, day),
            untold=len(untold(facts)),
            members=members.get(each.partnership.pk, 0),
            weak=known.get(each.latest.pk, NOT_WEAK) if each.latest else NOT_WEAK,
        )
    return lines


def counts_of(led: QuerySet[Partnership], tallies: Tallies, day: date) -> Counts:
    """Count all of a portfolio, in one query beside the results that were read."""
    running = Q(state__in=RUNNING)
    silent = Q()
    for paper in PAPERS:
        silent |= Q(**{paper.field: Told.UNTOLD})
    sorts = {
        "running": running,
        "new": running & began_since(day),
        "ended": Q(state=State.CLOSED, ends_on__gte=day - YEAR),
        "ending": running & Q(ends_on__range=(day, day + SOON)),
        "lacking": running & lacking_something(day),
        "silent": running & silent,
    }
    tags = {RAN_OUT: Q(agreement_ends_on__lt=day) & ~Q(agreement=Told.NO)}
    tags |= {paper.lacking: Q(**{paper.field: Told.NO}) for paper in PAPERS}
    asked = sorts | {f"tag_{number}": running & tag for number, tag in enumerate(tags.values())}
    found = led.aggregate(**{name: Count("pk", filter=each) for name, each in asked.items()})
    told = [(tag, found.pop(f"tag_{number}")) for number, tag in enumerate(tags)]
    bands: Counter[str] = tallies.bands
    return Counts(
        **found,
        below=sum(bands[band] for band in BELOW_STANDARD),
        incomplete=len(tallies.incomplete),
        again=len(tallies.again),
        drawn_of=len(tallies.to_draw),
        bands=tuple(sorted(bands.items())),
        tags=tuple(sorted((pair for pair in told if pair[1]), key=lambda pair: -pair[1])),
    )
