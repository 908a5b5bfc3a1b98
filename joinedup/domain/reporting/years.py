"""The scores of one partnership over the years: those counted here and those only reported."""

from collections.abc import Iterable

from joinedup.domain.figures.charts import Series, YearsSideBySide
from joinedup.domain.partnerships.models import Partnership, ReportedScore
from joinedup.domain.reviews.models import Review


def over_the_years(
    partnership: Partnership, results: Iterable[Review], reported: Iterable[ReportedScore]
) -> YearsSideBySide:
    """Return the picture; a year counted here is never shown as reported."""
    told = {str(s.year): float(s.overall) for s in reported if s.overall is not None}
    yearly = [review for review in results if review.round.instrument.gives_score]
    counted = {str(r.round.year): float(r.overall) for r in yearly if r.overall is not None}
    scores = told | counted
    years = tuple(sorted(scores))
    return YearsSideBySide(
        title=f"{partnership.name} over the years",
        years=years,
        series=(Series("Overall", tuple(scores[year] for year in years)),),
        reported=frozenset(set(told) - set(counted)),
    )
