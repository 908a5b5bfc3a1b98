"""A result written down: for a spreadsheet's owner to read, and for the record to keep exactly."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from joinedup.domain.scoring.results import (
    Result,
    SectionScore,
    StatementFigures,
    View,
    printed,
)

SHARE_DECIMALS = 4


def as_json(result: Result) -> dict[str, Any]:
    """Return the figures as they are printed: scores to one place, means and shares to four."""
    return {
        "by_person": view_as_json(result.by_person, result.decimals),
        "by_organisation": view_as_json(result.by_organisation, result.decimals),
        "statements": {
            code: {
                "mean": number(figures.mean, SHARE_DECIMALS),
                "agreement": number(figures.agreement, SHARE_DECIMALS),
                "split": figures.split,
                "dont_know_share": number(figures.dont_know_share, SHARE_DECIMALS),
            }
            for code, figures in result.statements.items()
        },
        "respondents": result.respondents,
        "organisations": result.organisations,
        "indicative": result.indicative,
    }


def view_as_json(view: View, decimals: int) -> dict[str, Any]:
    return {
        "overall": number(view.overall, decimals),
        "band": view.band,
        "uncapped_band": view.uncapped_band,
        "caps": list(view.caps),
        "sections": {
            code: {"score": number(found.score, decimals), "band": found.band}
            for code, found in view.sections.items()
        },
    }


def number(figure: Fraction | None, decimals: int) -> float | None:
    return None if figure is None else float(printed(figure, decimals))


def stored(result: Result) -> dict[str, Any]:
    """Return everything the result holds, exactly, in values a JSON field can keep."""
    return {
        "instrument": result.instrument,
        "version": result.version,
        "by_person": stored_view(result.by_person),
        "by_organisation": stored_view(result.by_organisation),
        "statements": {
            code: {
                "mean": exact(figures.mean),
                "agreement": exact(figures.agreement),
                "split": figures.split,
                "dont_know_share": exact(figures.dont_know_share),
                "cannot_tell": figures.cannot_tell,
                "counts": dict(figures.counts),
            }
            for code, figures in result.statements.items()
        },
        "respondents": result.respondents,
        "organisations": result.organisations,
        "indicative": result.indicative,
        "decimals": result.decimals,
        "comparison": exact(result.comparison),
    }


def stored_view(view: View) -> dict[str, Any]:
    return {
        "overall": exact(view.overall),
        "band": view.band,
        "uncapped_band": view.uncapped_band,
        "caps": list(view.caps),
        "sections": {
            code: {
                "score": exact(found.score),
                "band": found.band,
                "applying": found.applying,
                "scored": found.scored,
            }
            for code, found in view.sections.items()
        },
        "means": {code: exact(mean) for code, mean in view.means.items()},
        "live": list(view.live),
        "alerts": list(view.alerts),
    }


def from_stored(kept: Mapping[str, Any]) -> Result:
    """Return the result that was kept by ``stored``, the same to the last fraction."""
    statements = {}
    for code, figures in kept["statements"].items():
        fractions = ("mean", "agreement", "dont_know_share")
        read = {name: fraction(figures[name]) for name in fractions}
        statements[code] = StatementFigures(**{**figures, **read})
    views = {name: view_from(kept[name]) for name in ("by_person", "by_organisation")}
    comparison = Fraction(kept["comparison"])
    return Result(**{**kept, **views, "statements": statements, "comparison": comparison})


def view_from(kept: Mapping[str, Any]) -> View:
    sections = {
        code: SectionScore(**{**found, "score": fraction(found["score"])})
        for code, found in kept["sections"].items()
    }
    return View(
        overall=fraction(kept["overall"]),
        band=kept["band"],
        uncapped_band=kept["uncapped_band"],
        caps=tuple(kept["caps"]),
        sections=sections,
        means={code: fraction(mean) for code, mean in kept["means"].items()},
        # Results closed before there were such things have none.
        live=tuple(kept.get("live", ())),
        alerts=tuple(kept.get("alerts", ())),
    )


def exact(figure: Fraction | None) -> str | None:
    return None if figure is None else str(figure)


def fraction(text: str | None) -> Fraction | None:
    if text is None:
        return None
    above, _, below = text.partition("/")
    return Fraction(int(above), int(below or 1))
