"""A host's partnerships taken together: what changed, what is weak, what is missing."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet

from joinedup.domain.basics.days import current, day_of, in_words
from joinedup.domain.figures.charts import (
    BandsOverYears,
    Place,
    StrengthAgainstImportance,
    YearOfBands,
)
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import organisations_where
from joinedup.domain.partnerships.kinds import RUNNING, State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.papers import facts_of, lacking, untold
from joinedup.domain.people.models import Person
from joinedup.domain.reporting.overview import Standing, standings
from joinedup.domain.results.queries import scores_of
from joinedup.domain.results.sentences import joined
from joinedup.domain.reviews.models import Review, Round
from joinedup.domain.reviews.queries.rounds import READERS
from joinedup.domain.second_looks.kinds import BELOW_STANDARD

BANDS = ("Strong", "Sound", "Developing", "At risk", "Incomplete")
HELD_DOWN = "Held down by something essential"
YEAR = timedelta(days=365)
MOVED = 5.0
"""Points from which a score has gone up or down (domain.md 5.4 rule 12)."""


@dataclass(frozen=True)
class Line:
    """One running partnership as the portfolio lists it."""

    standing: Standing
    missing: list[str]
    untold: int
    members: int

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
        return latest.band != self.standing.uncapped_band


@dataclass(frozen=True)
class Portfolio:
    """Everything a director, the leadership and a committee are owed, on one day."""

    host: Organisation
    day: date
    lines: list[Line]
    new: list[Partnership]
    ended: list[Partnership]
    bands: BandsOverYears
    places: StrengthAgainstImportance
    drafts: tuple[Round, ...] = ()

    @property
    def reviewed(self) -> list[Line]:
        """Those with a result that stands."""
        return [line for line in self.lines if line.latest]

    @property
    def below(self) -> list[Line]:
        """Those below Sound, the weakest first: they are looked at again after six months."""
        weak = [x for x in self.reviewed if x.latest and x.latest.band in BELOW_STANDARD]
        return sorted(weak, key=lambda line: (line.latest and line.latest.overall) or 0)

    @property
    def incomplete(self) -> list[Line]:
        """Those reviewed, but with too few answers for a score."""
        return [x for x in self.reviewed if x.latest and x.latest.overall is None]

    @property
    def lacking(self) -> list[Line]:
        """Those that lack something, the most significant first."""
        found = [line for line in self.lines if line.missing]
        return sorted(found, key=lambda x: (x.partnership.tier or 9, x.partnership.folded_name))


def hosts_reported_to(person: Person, day: date) -> QuerySet[Organisation]:
    """Return the bodies whose portfolio ``person`` may read."""
    return organisations_where(person, day, *READERS)


def portfolio_of(host: Organisation, at: datetime) -> Portfolio:
    """Return the portfolio of the partnerships ``host`` leads, standing results only."""
    day = day_of(at)
    led = Partnership.objects.filter(
        current(day, "hostings__"), hostings__organisation=host, hostings__is_lead=True
    )
    present = Count("memberships", filter=current(day, "memberships__"), distinct=True)
    running = led.filter(state__in=RUNNING).annotate(present=present)
    lines = [
        Line(each, lacking(facts, day), len(untold(facts)), each.partnership.present)  # type: ignore[attr-defined]
        for each in standings(running.order_by("folded_name", "id"), at)
        for facts in [facts_of(each.partnership)]
    ]
    year_ago = day - YEAR
    recently_ended = Q(state=State.CLOSED, ends_on__gte=year_ago)
    return Portfolio(
        host=host,
        day=day,
        lines=lines,
        new=[x.partnership for x in lines if _began(x.partnership, year_ago, day)],
        ended=list(led.filter(recently_ended).order_by("folded_name", "id")),
        bands=_bands_over_years(led, at),
        places=_places(lines),
        drafts=tuple(Round.objects.filter(host=host, stands_at__gt=at).order_by("stands_at", "id")),
    )


def _began(partnership: Partnership, since: date, day: date) -> bool:
    return partnership.starts_on is not None and since <= partnership.starts_on <= day


def _bands_over_years(led: QuerySet[Partnership], at: datetime) -> BandsOverYears:
    counted: dict[int, Counter[str]] = {}
    for year, band in scores_of(led, at).values_list("round__year", "band"):
        counted.setdefault(year, Counter())[band] += 1
    return BandsOverYears(
        title="Results over the years",
        years=tuple(
            YearOfBands(str(year), tuple(counted[year][band] for band in BANDS))  # type: ignore[arg-type]
            for year in sorted(counted)
        ),
    )


def _places(lines: list[Line]) -> StrengthAgainstImportance:
    """Importance is the tier, and within a tier how many members there are."""
    largest = max((line.members for line in lines), default=0) or 1
    return StrengthAgainstImportance(
        title="Strength against importance",
        places=tuple(
            Place(
                line.partnership.name,
                importance=(3 - tier) * 33 + 33 * line.members / largest,
                strength=float(line.latest.overall),
                tier=tier,
            )
            for line in lines
            if line.latest and line.latest.overall is not None
            for tier in [line.partnership.tier or 3]
        ),
    )


def five_lines(portfolio: Portfolio) -> list[str]:
    """Return what a director needs to know, in five sentences."""
    return [
        _how_many(portfolio),
        _how_good(portfolio),
        _named("Below Sound, to be looked at again after six months", portfolio.below),
        _how_moved(portfolio),
        _how_complete(portfolio),
    ]


def drafts_told(portfolio: Portfolio) -> list[str]:
    """Return what is not in the report yet, because members may still reply to it."""
    return [
        f"The results of {round.title} are drafts until {in_words(round.last_day_to_reply)}. "
        f"They are not counted here yet."
        for round in portfolio.drafts
        if round.last_day_to_reply
    ]


def _how_many(portfolio: Portfolio) -> str:
    running = len(portfolio.lines)
    new, ended = len(portfolio.new), len(portfolio.ended)
    are = "partnership is" if running < 2 else "partnerships are"
    return (
        f"{running or 'No'} {are} running; "
        f"{new or 'none'} began and {ended or 'none'} ended in the last twelve months."
    )


def _how_good(portfolio: Portfolio) -> str:
    if not portfolio.reviewed:
        return "No result stands yet."
    counts = Counter(line.latest.band for line in portfolio.reviewed if line.latest)
    told = [f"{counts[band]} {band}" for band in BANDS if counts[band]]
    have = "has" if len(portfolio.reviewed) == 1 else "have"
    return f"{len(portfolio.reviewed)} {have} a result that stands: {', '.join(told)}."


def _how_moved(portfolio: Portfolio) -> str:
    moved = [(line.moved, line.partnership.name) for line in portfolio.lines if line.moved]
    up = max(moved, default=(0.0, ""))
    down = min(moved, default=(0.0, ""))
    told = []
    if up[0] >= MOVED:
        told.append(f"{up[1]} rose most, by {up[0]:.1f} points")
    if down[0] <= -MOVED:
        told.append(f"{down[1]} fell most, by {-down[0]:.1f} points")
    if not told:
        return "No score moved by five points or more since the time before."
    return f"{'; '.join(told)}."


def _how_complete(portfolio: Portfolio) -> str:
    tags = Counter(tag.partition(" ended ")[0] for x in portfolio.lines for tag in x.missing)
    names = {"Agreement": "an agreement that has run out"}
    told = [
        f"{count} with {names.get(tag, tag[0].lower() + tag[1:])}"
        for tag, count in tags.most_common()
    ]
    silent = sum(1 for line in portfolio.lines if line.untold)
    gentle = f" For {silent}, we have not been told about every paper." if silent else ""
    if told:
        return f"By the record: {', '.join(told)}.{gentle}"
    if silent:
        return f"Nothing is known to be missing.{gentle}"
    return "By the record, no partnership lacks a paper it should have."


def _named(what: str, lines: list[Line]) -> str:
    if not lines:
        return f"{what}: none."
    names = [line.partnership.name for line in lines[:3]]
    if len(lines) > len(names):
        names.append(f"{len(lines) - len(names)} more")
    return f"{what}: {joined(names)}."
