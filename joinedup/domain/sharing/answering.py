"""Can this be shared? Plain rules over what was arranged; each answer says why in sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from joinedup.domain.basics.days import in_words
from joinedup.domain.sharing.kinds import Purpose, SharingState, Whom


class Verdict(Enum):
    """The three answers there are."""

    YES = "Yes, with limits"
    NO = "No"
    ASK = "Ask first"


@dataclass(frozen=True)
class Question:
    """May our body share this kind, about these people, with that member, for this?"""

    with_member: int
    kind: str
    whom: str
    purpose: str


@dataclass(frozen=True)
class Cover:
    """What one arrangement of our body allows on a day, and what is amiss with it."""

    arrangement: int
    members: frozenset[int]
    kinds: frozenset[str]
    whom: str
    purpose: str
    state: SharingState
    on: date | None = None
    unconfirmed: tuple[str, ...] = ()
    unconditioned: frozenset[str] = frozenset()
    is_assessed: bool = True
    because: str = ""

    def is_about(self, question: Question) -> bool:
        """Tell whether it speaks of this member, this information and these people."""
        about = self.whom in (Whom.ANYBODY, question.whom)
        return about and question.with_member in self.members and question.kind in self.kinds


@dataclass(frozen=True)
class Answer:
    """Yes, no or ask; why; and the arrangement it rests on, where there is one."""

    verdict: Verdict
    reasons: tuple[str, ...]
    arrangement: int | None = None


def answer_to(
    question: Question, covers: Iterable[Cover], refused: tuple[date, str] | None = None
) -> Answer:
    """Return the answer that these arrangements of our body give.

    ``refused`` is the day and the reason where our body refused the same last time: whoever
    comes next should know, and one refusal need not be the rule.
    """
    again = [refused_before(*refused)] if refused else []
    about = [cover for cover in covers if cover.is_about(question)]
    standing = [cover for cover in about if cover.state != SharingState.WITHDRAWN]
    if not standing:
        withdrawn = [f"What covered it was withdrawn: {cover.because}" for cover in about]
        return Answer(Verdict.NO, (*(withdrawn or ["No arrangement covers this."]), *again))
    asked = [(doubts(cover, question), cover) for cover in standing]
    why, best = min(asked, key=lambda each: (len(each[0]), each[1].arrangement))
    if why or again:
        return Answer(Verdict.ASK, (*why, *again), best.arrangement)
    return Answer(Verdict.YES, limits(best), best.arrangement)


def refused_before(on: date, because: str) -> str:
    """Return the sentence about what our body refused last time."""
    return f"Your organisation refused the same on {in_words(on)}: {because}"


def limits(cover: Cover) -> tuple[str, ...]:
    """Return what stands beside a yes."""
    said = ["An arrangement that every body named in it has confirmed covers this."]
    if cover.state == SharingState.OVERDUE and cover.on:
        said.append(f"Its review was due on {in_words(cover.on)}: ask for it soon.")
    return tuple(said)


def doubts(cover: Cover, question: Question) -> tuple[str, ...]:
    """Return each reason why somebody must be asked before anything is shared under it."""
    day = in_words(cover.on) if cover.on else ""
    found = []
    if cover.state == SharingState.EXPIRED:
        found.append(f"What covered this ended on {day}.")
    if cover.state == SharingState.AHEAD:
        found.append(f"What covers this begins on {day}.")
    if cover.unconfirmed:
        found.append(f"Not yet confirmed by {', '.join(cover.unconfirmed)}.")
    if cover.purpose != question.purpose:
        found.append(f"It was arranged for another purpose: {Purpose(cover.purpose).label}.")
    if question.kind in cover.unconditioned:
        found.append("The law asks for a condition before this is shared; none is named for it.")
    if not cover.is_assessed:
        found.append("Nobody has looked yet at what sharing it could do to people.")
    return tuple(found)
