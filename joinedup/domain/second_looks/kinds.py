from datetime import timedelta

from django.db.models import TextChoices

BELOW_STANDARD = ("Developing", "At risk")
MONTHS = 6
"""How long after a result below standard stands it is looked at again."""
ASKED_BEFORE = timedelta(days=30)
LEAST = timedelta(days=150)
"""No second look is asked for sooner than this after a result stands: six months, less a month."""


class Better(TextChoices):
    """Whether it is better than the result said."""

    BETTER = "BETTER", "Better"
    SAME = "SAME", "Much the same"
    WORSE = "WORSE", "Worse"
    UNKNOWN = "UNKNOWN", "Too soon to tell"


class LookState(TextChoices):
    """Where a second look stands on a day."""

    PLANNED = "PLANNED", "Planned"
    DUE = "DUE", "Due"
    OVERDUE = "OVERDUE", "Overdue"
    DONE = "DONE", "Done"
