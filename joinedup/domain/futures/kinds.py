from django.db.models import TextChoices


class Outcome(TextChoices):
    """What was decided about the future of a partnership (domain.md 5.12)."""

    CONTINUE = "CONTINUE", "Continue as it is"
    CHANGE = "CHANGE", "Continue with changes"
    MERGE = "MERGE", "Merge with another"
    HAND_OVER = "HAND_OVER", "Hand it over"
    WIND_DOWN = "WIND_DOWN", "Wind it down"
    LEAVE = "LEAVE", "A member leaves"


SENTENCES = {
    Outcome.CONTINUE: "It continues as it is",
    Outcome.CHANGE: "It continues with changes",
    Outcome.MERGE: "It merges with {other}",
    Outcome.HAND_OVER: "It is handed over to {other}",
    Outcome.WIND_DOWN: "It is wound down",
    Outcome.LEAVE: "{other} leaves it",
}
WITH_ANOTHER = (Outcome.MERGE, Outcome.HAND_OVER, Outcome.LEAVE)
"""Outcomes that name with whom, to whom, or who leaves."""
ENDING = (Outcome.MERGE, Outcome.HAND_OVER, Outcome.WIND_DOWN)
"""Outcomes after which this partnership is no more. Ending well counts as success."""


class Found(TextChoices):
    """An answer to one of the six questions."""

    YES = "YES", "Yes"
    NO = "NO", "No"
    UNSURE = "UNSURE", "We are not sure"


QUESTIONS = {
    "still_needed": "Is its purpose still needed?",
    "best_way": "Is this still the best way to serve it?",
    "worth_it": "Does it add more than it costs?",
    "right_members": "Are the right members in it?",
    "right_structure": "Are its structure and terms still right?",
    "exit_workable": "Could it still be ended, or left, as planned?",
}
