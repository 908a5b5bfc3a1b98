"""A list of risks as a picture and a table."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from joinedup.domain.risks.heat import HeatMap, Square
from joinedup.domain.risks.kinds import IMPACTS, LIKELIHOODS, STARTS, Mark, Size
from joinedup.domain.risks.models import ListedRisk
from joinedup.domain.risks.queries import highest, latest
from joinedup.domain.thresholds.kinds import RISKS, Risk

COLOURS = {"LOW": "green", "MODERATE": "yellow", "HIGH": "orange", "VERY_HIGH": "red"}


def heat_map(risks: Iterable[ListedRisk], size: int, title: str) -> HeatMap:
    """Draw what is left of each open risk that was scored on the matrix of today."""
    marks = [(risk, latest(risk).residual) for risk in risks if risk.closed_at is None]
    shown = Size(size)
    return HeatMap(
        title,
        tuple(
            Square(risk.cause.rstrip("."), mark.impact, mark.likelihood)
            for risk, mark in marks
            if mark.size == size
        ),
        LIKELIHOODS[shown],
        IMPACTS[shown],
        tuple((risk.label, start) for risk, start in zip(RISKS, STARTS[shown], strict=True)),
    )


def told(mark: Mark) -> dict[str, Any]:
    """Return a mark as a cell: its figure and its band."""
    return {"text": str(mark), "tags": [(Risk(mark.band).label, COLOURS[mark.band])]}


def row(risk: ListedRisk, *, is_late: bool) -> list[Any]:
    """Return a risk as a row of the list."""
    score = latest(risk)
    name = {
        "text": risk.cause,
        "href": reverse("risk", args=[risk.public_id]),
        "note": f"{risk.get_category_display()}. {risk.effect}",
        "tags": [("Late", "orange")] if is_late else [],
    }
    return [name, told(score.before), told(score.residual), told(score.target), risk.owned_by]


def overall_told(risks: Iterable[ListedRisk]) -> tuple[str, str]:
    """Return the overall risk in words, and the reason for it."""
    most = highest(risks)
    if most is None:
        return "No risk is open.", ""
    mark = latest(most).residual
    return (
        f"Overall the risk is {Risk(mark.band).label.lower()}.",
        f"The highest of what is left decides: “{most.cause.rstrip('.')}”, {mark}.",
    )
