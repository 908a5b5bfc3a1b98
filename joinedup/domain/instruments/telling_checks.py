"""What must fit together in what a questionnaire has told beside its scores."""

from collections.abc import Mapping
from typing import Any

from joinedup.domain.instruments.combining import extreme_figures
from joinedup.domain.instruments.definition import Alert, Instrument, Leading, Scoring
from joinedup.domain.instruments.scoring_checks import problems_with_repeats

OVERALL = "overall"


def problems_with_alerts(read: Mapping[str, Any], scoring: Scoring) -> list[str]:
    alerts: tuple[Alert, ...] = read["alerts"]
    sections = read.get("sections", ())
    known = {section.id for section in sections}
    known |= {each.id for section in sections for each in section.statements}
    if scoring.overall != "none":
        known.add(OVERALL)
    problems = [
        f"Alert on {alert.on}: there is no section or statement of this id."
        for alert in alerts
        if alert.on not in known
    ]
    return problems + [
        f"Alert on {alert.on}: give at_least or at_most, and only one of them."
        for alert in alerts
        if (alert.at_least is None) == (alert.at_most is None)
    ]


def problems_with_following(read: Mapping[str, Any]) -> list[str]:
    follows: tuple[str, ...] = read["follows"]
    problems = []
    if read.get("version") in follows:
        problems.append("Follows: a version cannot follow itself.")
    statements = [each for section in read.get("sections", ()) for each in section.statements]
    if not follows:
        problems += [
            f"Statement {each.id}: same_as has a meaning only where follows names a version."
            for each in statements
            if each.same_as
        ]
    return problems + problems_with_repeats(
        "questions of an earlier version", (each.same_as for each in statements if each.same_as)
    )


def problems_with_leading(read: Mapping[str, Any]) -> list[str]:
    leading: Leading | None = read["leading"]
    if leading is None:
        return []
    problems = []
    if len(read.get("sections", ())) == 1:
        problems.append("Leading: with one section there is nothing to choose from.")
    if leading.within < 0:
        problems.append("Leading, within: this must be 0 or more.")
    return problems


def problems_with_yearly(instrument: Instrument) -> list[str]:
    """Say why this cannot be the result of the year that the register and reports show."""
    scoring = instrument.scoring
    if not instrument.gives_score:
        return []
    problems = []
    if extreme_figures(instrument, best=True)[-1] != 100:
        problems.append("Yearly: the result of the year needs a score of 100 at best.")
    if scoring.direction != "high is good":
        problems.append("Yearly: in the result of the year, high must be good.")
    return problems
