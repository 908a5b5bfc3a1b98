"""The picture of people against organisations, where both may stand beside each other."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from joinedup.domain.counting.heard import is_withheld
from joinedup.domain.counting.voices import why_not_beside
from joinedup.domain.figures.charts import PeopleAgainstOrganisations, Section
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.reviews.models import Review
from joinedup.domain.scoring.results import Result, printed


def people_against_organisations(
    review: Review, sealed: Mapping[str, Any], figures: Result, instrument: Instrument
) -> dict[str, Any]:
    """Return the picture of both views as ``both_views``, or why it is not drawn."""
    if is_withheld(figures, instrument) or not review.round.instrument.gives_score:
        return {}
    each = "unit" if review.partnership.is_internal else "organisation"
    reason = why_not_beside(sealed, each=each)
    if reason:
        return {"why_not_both": reason}
    people, organisations = figures.by_person.sections, figures.by_organisation.sections
    picture = PeopleAgainstOrganisations(
        title=f"People against {each}s",
        sections=tuple(
            Section(
                section.title,
                _shown(people[section.id].score, figures),
                _shown(organisations[section.id].score, figures),
            )
            for section in instrument.sections
        ),
        each=each,
        worth_telling=float(figures.comparison),
    )
    return {"both_views": picture}


def _shown(score: Fraction | None, figures: Result) -> float | None:
    return None if score is None else float(printed(score, figures.decimals))
