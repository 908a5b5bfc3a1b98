from collections.abc import Mapping
from datetime import date
from typing import Any

from joinedup.domain.basics.folding import folded
from joinedup.domain.involvements.rules import why_not_tell
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.rules import ENDED, why_not_keep
from joinedup.domain.people.models import Person
from joinedup.domain.risks.kinds import Size
from joinedup.domain.risks.models import ListedRisk
from joinedup.domain.risks.queries import could_own, latest

THERE = (
    "A risk with this cause and this effect is on the list already, and the rest of it is other "
    "than you say here. Change that one, or say how this one differs."
)
FALLS = (
    ("residual_likelihood", "likelihood", "With what we do about it, it cannot be likelier."),
    ("residual_impact", "impact", "With what we do about it, the impact cannot be greater."),
    ("target_likelihood", "residual_likelihood", "The target cannot be likelier than it is now."),
    ("target_impact", "residual_impact", "The target cannot be a greater impact than it is now."),
)


def why_not_list_risk(
    partnership: Partnership, organisation: Organisation | None, person: Person | None, day: date
) -> str | None:
    """Return why ``person`` may not keep this list of risks, or None."""
    if partnership.state in OVER:
        return ENDED
    if organisation:
        return why_not_tell(partnership, organisation, person, day)
    return why_not_keep(partnership, person, day)


def why_not_alter(risk: ListedRisk, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not change, score or close this risk now, or None."""
    if reason := why_not_list_risk(risk.partnership, risk.organisation, person, day):
        return reason
    if risk.closed_at is not None:
        return "This risk is closed. Add it again if it has come back."
    return None


def why_not_said(values: Mapping[str, Any]) -> dict[str, str]:
    """Return what is missing of a risk in words, by the field it is missing from."""
    missing = {
        name: reason
        for name, reason in (
            ("cause", "Say what could happen, and why."),
            ("effect", "Say what would come of it."),
        )
        if not folded(values.get(name, ""))
    }
    if values.get("owner") is None and not folded(values.get("owner_post", "")):
        missing["owner"] = "Choose a person, or name a post, that answers for it."
    return missing


def why_not_answer_for(
    partnership: Partnership, organisation: Organisation | None, owner: Person | None, day: date
) -> str | None:
    """Return why this person cannot answer for a risk of the list, or None."""
    if owner is None or could_own(partnership, organisation, day).filter(pk=owner.pk).exists():
        return None
    if organisation:
        return (
            f"{owner} has no post at {organisation} in which they read this list. Choose another."
        )
    return f"{owner} has no place on this partnership. Choose somebody who has."


def why_not_again(
    same: ListedRisk, words: Mapping[str, Any], review_on: date, marks: Mapping[str, int]
) -> str | None:
    """Return why a risk with this cause and effect is not listed once more, or None.

    A second press says in everything what the first said, and loses nothing.
    """
    score = latest(same)
    is_same = same.review_on == review_on and all(
        getattr(thing, name) == told
        for thing, said in ((same, words), (score, marks))
        for name, told in said.items()
    )
    return None if is_same else THERE


def why_not_look_on(review_on: date, day: date) -> str | None:
    """Return why a risk cannot be looked at again on this day, or None."""
    return "Choose a day that is still to come." if review_on <= day else None


def why_not_score(marks: Mapping[str, int], size: int) -> tuple[str, str] | None:
    """Return the field and the reason why marks do not stand on a matrix, or None."""
    for field, mark in marks.items():
        if not 1 <= mark <= size:
            return field, f"Choose a step from 1 to {size}. The matrix has no other."
    for lower, upper, reason in FALLS:
        if marks[lower] > marks[upper]:
            return lower, reason
    return None


def why_not_measure(size: int, current: int) -> str | None:
    """Return why marks made on a matrix of one size do not count, or None."""
    if size == current:
        return None
    return (
        f"The matrix has become {Size(current).label} while you had this open. "
        "Score it again on that."
    )


def why_not_close(because: str) -> str | None:
    """Return why a risk cannot be closed so, or None."""
    return None if folded(because) else "Say why it is closed."
