"""What the record shows of a partnership's papers: what it lacks, what nobody has told us yet.

Plain arithmetic over the fields of ``Papers``, given as a mapping: a light row of the register or
``facts_of`` a partnership. *Not yet told us* is never counted as *does not have*.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from joinedup.domain.partnerships.kinds import OVER, Told


@dataclass(frozen=True)
class Paper:
    """A paper a partnership should have: its field, its name, and the tag when it has none."""

    field: str
    name: str
    lacking: str


PAPERS = (
    Paper("agreement", "Written agreement", "No agreement"),
    Paper("exit_plan", "Exit plan", "No exit plan"),
    Paper("risks", "List of risks", "No list of risks"),
    Paper("measures", "Measures of success", "No measures"),
)
DATES = (
    ("agreement_ends_on", "agreement ends"),
    ("agreement_review_on", "agreement is due for a fresh look"),
    ("next_review_on", "next review"),
    ("ends_on", "partnership ends"),
)
FIELDS = (
    "state",
    "agreement",
    "agreement_signed_on",
    "agreement_ends_on",
    "agreement_review_on",
    "exit_plan",
    "risks",
    "risks_reviewed_on",
    "measures",
    "measures_updated_on",
    "members_confirmed_on",
    "ends_on",
    "next_review_on",
)

Facts = Mapping[str, Any]


def facts_of(partnership: object) -> Facts:
    """Return the facts of a partnership in the form of a light row."""
    return {field: getattr(partnership, field) for field in FIELDS}


def lacking(facts: Facts, day: date) -> list[str]:
    """Return, as a few words each, what the partnership does not have or has let run out.

    One that is over lacks nothing any more.
    """
    if facts["state"] in OVER:
        return []
    tags = [paper.lacking for paper in PAPERS if facts[paper.field] == Told.NO]
    ended = facts["agreement_ends_on"]
    if facts["agreement"] != Told.NO and ended is not None and ended < day:
        tags.insert(0, f"Agreement ended {ended:%B %Y}")
    return tags


def untold(facts: Facts) -> list[Paper]:
    """Return the papers nobody has told us about, to be asked after gently while it goes on."""
    if facts["state"] in OVER:
        return []
    return [paper for paper in PAPERS if facts[paper.field] == Told.UNTOLD]


def next_date(facts: Facts, day: date) -> tuple[date, str] | None:
    """Return the next day that lies ahead, and what it is the day of; none for what is over."""
    if facts["state"] in OVER:
        return None
    ahead = [(facts[field], what) for field, what in DATES if (facts[field] or date.min) >= day]
    return min(ahead, default=None)
