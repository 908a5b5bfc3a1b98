from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.risks.models import ListedRisk, RiskMatrix, RiskScore
from joinedup.domain.risks.queries import size_for
from joinedup.domain.risks.rules import (
    why_not_again,
    why_not_alter,
    why_not_answer_for,
    why_not_close,
    why_not_list_risk,
    why_not_look_on,
    why_not_measure,
    why_not_said,
    why_not_score,
)
from joinedup.domain.thresholds.rules import why_not_from, why_not_set

WORDS = ("category", "cause", "effect", "controls", "owner", "owner_post")


@transaction.atomic
def add_risk(
    partnership: Partnership,
    organisation: Organisation | None,
    said: Mapping[str, Any],
    marks: Mapping[str, int],
    *,
    size: int,
    by: Person,
    at: datetime,
) -> ListedRisk:
    """Put a risk on the partnership's list, or on a body's own, with its first score.

    ``size`` is the matrix the marks were chosen on.
    """
    day = day_of(at)
    insist(why_not_list_risk(partnership, organisation, by, day))
    _insist_on_words(partnership, organisation, said, day)
    insist(why_not_look_on(said["review_on"], day), "review_on")
    here = {"partnership": partnership, "organisation": organisation}
    words = {name: said[name] for name in WORDS if name in said}
    same = {name: words[name] for name in ("cause", "effect")}
    if pressed := ListedRisk.objects.filter(**here, **same, closed_at=None).first():
        insist(why_not_again(pressed, words, said["review_on"], marks), "cause")
        return pressed
    risk = ListedRisk.objects.create(**here, **words, review_on=said["review_on"])
    _score(risk, marks, size=size, by=by, at=at)
    _tell(risk, "risk.added", by=by, at=at)
    return risk


@transaction.atomic
def change_risk(
    risk: ListedRisk,
    *,
    version: int,
    by: Person | None,
    at: datetime,
    **said: Any,
) -> None:
    """Correct what a risk is, what is done about it and who answers for it; scores stay."""
    day = day_of(at)
    insist(why_not_alter(risk, by, day))
    _insist_on_words(risk.partnership, risk.organisation, said, day)
    change(risk, expecting=(None, version), **{name: said[name] for name in WORDS if name in said})
    _tell(risk, "risk.changed", by=by, at=at)


@transaction.atomic
def score_risk(
    risk: ListedRisk,
    marks: Mapping[str, int],
    *,
    size: int,
    review_on: date,
    remark: str = "",
    version: int,
    by: Person,
    at: datetime,
) -> RiskScore:
    """Look at a risk again: a new score beside the old ones, and the day of the next look."""
    insist(why_not_alter(risk, by, day_of(at)))
    insist(why_not_look_on(review_on, day_of(at)), "review_on")
    change(risk, expecting=(None, version), review_on=review_on)
    score = _score(risk, marks, size=size, remark=remark, by=by, at=at)
    _tell(risk, "risk.scored", by=by, at=at)
    return score


@transaction.atomic
def close_risk(risk: ListedRisk, *, because: str, version: int, by: Person, at: datetime) -> None:
    """Take a risk off what is open, with the reason; it and its scores stay to be read."""
    insist(why_not_alter(risk, by, day_of(at)))
    insist(why_not_close(because), "because")
    change(
        risk,
        expecting=(None, version),
        closed_at=at,
        closed_by=by,
        closed_because=because.strip(),
    )
    _tell(risk, "risk.closed", by=by, at=at)


@transaction.atomic
def set_risk_matrix(
    organisation: Organisation,
    *,
    size: int,
    from_on: date,
    because: str,
    by: Person | None,
    at: datetime,
) -> RiskMatrix:
    """Let the body score on a matrix of this size from a day on; old scores keep theirs."""
    insist(why_not_set(organisation, by, day_of(at)))
    insist(why_not_from(from_on, day_of(at)), "from_on")
    matrix, _ = RiskMatrix.objects.update_or_create(
        organisation=organisation,
        from_on=from_on,
        defaults={"size": size, "because": because.strip()},
    )
    record("risk-matrix.set", matrix, by=by, at=at, because=because, from_on=from_on.isoformat())
    return matrix


def _insist_on_words(
    partnership: Partnership, organisation: Organisation | None, said: Mapping[str, Any], day: date
) -> None:
    for field, reason in why_not_said(said).items():
        insist(reason, field)
    insist(why_not_answer_for(partnership, organisation, said.get("owner"), day), "owner")


def _score(
    risk: ListedRisk,
    marks: Mapping[str, int],
    *,
    size: int,
    remark: str = "",
    by: Person,
    at: datetime,
) -> RiskScore:
    current = size_for(risk.partnership, risk.organisation, day_of(at))
    insist(why_not_measure(size, current))
    if refused := why_not_score(marks, size):
        insist(refused[1], refused[0])
    return RiskScore.objects.create(
        risk=risk, size=size, remark=remark.strip(), scored_at=at, scored_by=by, **marks
    )


def _tell(risk: ListedRisk, verb: str, *, by: Person | None, at: datetime) -> None:
    # A body's own risk is journaled on itself alone, and never in words: nobody else reads it.
    if risk.organisation_id:
        record(verb, risk, by=by, at=at)
    else:
        record(verb, risk.partnership, by=by, at=at, because=risk.closed_because, what=str(risk))
