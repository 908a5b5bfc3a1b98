"""What residents are told of a matter: who answers, or why nobody does; never a reason given."""

from dataclasses import dataclass
from datetime import date

from joinedup.domain.matters.kinds import Answering
from joinedup.domain.matters.models import Matter
from joinedup.domain.matters.queries import (
    bodies_unnamed,
    first_named,
    has_ended,
    is_answered,
    names_around,
)
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.stakeholders.coverage import coverage_of


@dataclass(frozen=True)
class Answer:
    """Who answers, with how to reach them, or a sentence that nobody does."""

    who: str
    body: str = ""
    email: str = ""
    phone: str = ""
    if_not_helped: str = ""


def answer_of(matter: Matter, day: date) -> Answer:
    """Return what anybody may read; a body that did not accept is not named."""
    if is_answered(matter, day):
        body = str(matter.organisation)
        who = f"{matter.post_title}, {body}"
        return Answer(who, body, matter.email, matter.phone, matter.if_not_helped)
    if has_ended(matter, day):
        return Answer("The post that answered for this has ended. Nobody answers for it now.")
    if matter.answering == Answering.DECLINED:
        return Answer("Whoever was asked does not answer for this. Nobody has accepted it yet.")
    return Answer("Nobody has accepted this yet.")


def unnamed_in(partnership: Partnership, day: date) -> list[str]:
    """Return the names of people and members that no public words say."""
    return [*names_around(partnership, None), *bodies_unnamed(partnership, None, day)]


def sayable(text: str, unnamed: list[str]) -> str:
    """Return words typed for anybody, or nothing once they name who is not named any more."""
    return "" if first_named(text, unnamed) else text


def gaps_told(partnership: Partnership, unnamed: list[str], day: date) -> list[str]:
    """Return who is missing, in sentences that name nobody: what it has chosen to want alone.

    Places and services are typed for members to read, so what names one of them is left out.
    """
    coverage = coverage_of(partnership, [], day)
    if not coverage.is_chosen:
        return []
    return [gap.sentence for gap in coverage.gaps if sayable(gap.sentence, unnamed)]
