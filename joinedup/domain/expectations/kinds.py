from datetime import timedelta
from typing import NamedTuple

from django.db.models import TextChoices

from joinedup.domain.partnerships.kinds import Kind

COLUMNS = (Kind.COMMISSIONED, Kind.COOPERATIVE, Kind.COORDINATED, Kind.COLLABORATIVE)
"""The four kinds, from what is kept apart to what is shared. None is better."""


class Question(NamedTuple):
    """One question, and what the answer says under each of COLUMNS."""

    code: str
    text: str
    says: tuple[str, str, str, str]

    def in_words(self, column: str) -> str:
        """Return the answer under a column as people chose it."""
        return self.says[COLUMNS.index(Kind(column))]


QUESTIONS = {
    "objectives": Question(
        "TC1",
        "Who sets the objectives?",
        (
            "One body, for another to carry out",
            "Each body, for itself",
            "Partly together, for a project",
            "Together, for the long term",
        ),
    ),
    "planning": Question(
        "TC2",
        "How much is planned together?",
        ("The commissioner plans", "Nothing", "Some, around a project", "Most of it"),
    ),
    "roles": Question(
        "TC3",
        "How are roles shared?",
        ("Buyer and deliverer", "Not shared", "Some shared", "Shared, with leadership"),
    ),
    "means": Question(
        "TC4",
        "How are money and people held?",
        ("Paid across for a set task", "Kept apart", "Some pooled", "Largely pooled"),
    ),
    "risk": Question(
        "TC5",
        "Who carries the risk?",
        ("As the contract says", "Each its own", "Some shared", "Shared"),
    ),
    "inside": Question(
        "TC6",
        "What changes inside each organisation?",
        (
            "Nothing",
            "Nothing",
            "A little",
            "Structures or practice change; merging is possible",
        ),
    ),
}
FAR = 3
"""An answer to one question that reaches over so many columns is an alert."""


class Settled(TextChoices):
    """How members deal with a difference."""

    AGREED = "AGREED", "We agree now what kind it is"
    DIFFER = "DIFFER", "We differ, and go on knowing it"


LONGEST_WAIT = timedelta(days=183)
MONTHS_UNTIL_ASKED_AGAIN = 11
NEED_TOLD_FOR = timedelta(days=90)
"""How long after the answers are open what needs them speaks of a difference nobody settled."""
