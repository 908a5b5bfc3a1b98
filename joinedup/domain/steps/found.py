"""What was found of one part of a step, in the words of its page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from joinedup.domain.partnerships.kinds import Told
from joinedup.domain.steps.evidence import Evidence
from joinedup.domain.steps.kinds import Stands


@dataclass(frozen=True)
class Found:
    """How far a part has come, why we say so, since when where that is known, and its page where
    that is not the one of every partnership."""

    stands: Stands
    because: str
    on: date | None = None
    page: str = ""


def done(because: str, on: date | None = None) -> Found:
    """Return that the record shows it."""
    return Found(Stands.DONE, because, on)


def begun(because: str) -> Found:
    """Return that somebody is at it."""
    return Found(Stands.BEGUN, because)


def not_yet(because: str) -> Found:
    """Return that the record does not show it: nobody has said that it is not there."""
    return Found(Stands.NOT_YET, because)


def lacking(because: str) -> Found:
    """Return that it is known not to be there."""
    return Found(Stands.LACKING, because)


def not_asked(because: str) -> Found:
    """Return that this partnership needs no such thing."""
    return Found(Stands.NOT_ASKED, because)


def by_word(value: Any, there: str, none: str, untold: str, on: date | None = None) -> Found:
    """Judge a fact that is told as yes or no, or not yet."""
    if value == Told.YES:
        return done(there, on)
    return lacking(none) if value == Told.NO else not_yet(untold)


def by_text(text: str, there: str, untold: str) -> Found:
    """Judge words that are there or not."""
    return done(there) if text.strip() else not_yet(untold)


def by_members(
    evidence: Evidence, those: list[bool], all_have: str, some_have: str, none_has: str
) -> Found:
    """Judge what each core member has to do; ``{count}`` and ``{all}`` stand for the figures."""
    figures = {"count": sum(those), "all": len(those)}
    if not those or not any(those):
        return not_yet(none_has)
    return (done if all(those) else begun)(
        (all_have if all(those) else some_have).format(**figures)
    )
