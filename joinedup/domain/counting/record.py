"""What the register itself can tell of a partnership, to be held against what people say."""

from dataclasses import dataclass
from datetime import date, timedelta

from joinedup.domain.basics.days import in_words
from joinedup.domain.instruments.definition import RecordFact
from joinedup.domain.partnerships.kinds import Told
from joinedup.domain.partnerships.models import Papers

RISKS_LOOKED_AT = timedelta(days=183)
"""Risks are looked at twice a year (statement SM6)."""
YEARLY = timedelta(days=366)


@dataclass(frozen=True)
class Shown:
    """A fact the register can judge: in place or not, and the sentence that says so.

    What nobody has told us yet is not judged at all (DESIGN 10.20).
    """

    in_place: bool
    sentence: str


def what_the_record_shows(papers: Papers, day: date) -> dict[RecordFact, Shown]:
    """Return the facts that can be judged on ``day``, in the order people ask for them."""
    facts: dict[RecordFact, Shown | None] = {
        "agreement": _agreement(papers, day),
        "exit plan": _told(papers.exit_plan, "exit plan", None),
        "risks": _dated(papers.risks, "list of risks", papers.risks_reviewed_on, day),
        "measures": _dated(papers.measures, "measures", papers.measures_updated_on, day),
        "members": _members(papers.members_confirmed_on, day),
    }
    return {name: shown for name, shown in facts.items() if shown is not None}


def _agreement(papers: Papers, day: date) -> Shown | None:
    ended = papers.agreement_ends_on
    if papers.agreement == Told.YES and ended and ended < day:
        return Shown(in_place=False, sentence=f"The agreement ran out on {in_words(ended)}.")
    signed = papers.agreement_signed_on
    sentence = f"The agreement was signed on {in_words(signed)}." if signed else None
    return _told(papers.agreement, "agreement or terms of reference", sentence)


def _told(told: str, thing: str, sentence: str | None) -> Shown | None:
    if told == Told.UNTOLD:
        return None
    if told == Told.NO:
        return Shown(in_place=False, sentence=f"The record shows no {thing}.")
    return Shown(in_place=True, sentence=sentence or f"The record shows its {thing}.")


def _dated(told: str, thing: str, last: date | None, day: date) -> Shown | None:
    longest = RISKS_LOOKED_AT if thing == "list of risks" else YEARLY
    if told != Told.YES or last is None:
        return _told(told, thing, None)
    sentence = f"The {thing} were last looked at on {in_words(last)}."
    if thing == "list of risks":
        sentence = f"The list of risks was last looked at on {in_words(last)}."
    return Shown(in_place=day - last <= longest, sentence=sentence)


def _members(confirmed: date | None, day: date) -> Shown | None:
    if confirmed is None:
        return None
    sentence = f"The members were last confirmed on {in_words(confirmed)}."
    return Shown(in_place=day - confirmed <= YEARLY, sentence=sentence)
