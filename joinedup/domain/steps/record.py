"""The one next step of a record: where it stands now, never where a fresh one would begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from joinedup.domain.partnerships.papers import Facts, lacking, untold

FEWEST_MEMBERS = 2
CONFIRMED_FOR = timedelta(days=365)


@dataclass(frozen=True)
class Step:
    """What to do next: the kind of step, and the sentence that asks for it."""

    kind: str
    sentence: str


@dataclass(frozen=True)
class Standing:
    """What the next step is judged by."""

    purpose: str
    members: int
    unseated: Sequence[str]
    vacant: Sequence[str]
    facts: Facts
    is_led: bool = True


def next_step(standing: Standing, day: date) -> Step | None:
    """Return the first thing the record wants, or None when it wants nothing."""
    return step_of_begin(standing) or step_of_places(standing, day) or step_of_papers(standing, day)


def step_of_begin(standing: Standing) -> Step | None:
    """Return what is missing of the beginning: who leads, what it is for, and who is in it."""
    if not standing.is_led:
        return Step("lead", "Find an organisation to lead its record: nobody does now.")
    if not standing.purpose.strip():
        return Step("purpose", "Say in a sentence or two what it is for.")
    if standing.members == 0:
        return Step("member", "Add its members.")
    if standing.members < FEWEST_MEMBERS:
        return Step("member", "Add the other members. A partnership has at least two.")
    return None


def step_of_places(standing: Standing, day: date) -> Step | None:
    """Return what is missing of who sits where."""
    if standing.unseated:
        return Step("place", f"Say who sits for {standing.unseated[0]}.")
    if standing.vacant:
        return Step("place", f"Find somebody for the empty place of {standing.vacant[0]}.")
    confirmed = standing.facts["members_confirmed_on"]
    if confirmed is None or confirmed + CONFIRMED_FOR < day:
        return Step("confirm", "Check the members and confirm that the list is right.")
    return None


def step_of_papers(standing: Standing, day: date) -> Step | None:
    """Return what is not known, and then what is missing, of its papers."""
    if unknown := untold(standing.facts):
        names = ", ".join(paper.name.lower() for paper in unknown)
        return Step("papers", f"Tell us which of these it has: {names}.")
    if tags := lacking(standing.facts, day):
        names = ", ".join(tag[:1].lower() + tag[1:] for tag in tags)
        return Step("papers", f"Mend what is missing: {names}.")
    return None
