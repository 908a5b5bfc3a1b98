from datetime import timedelta

from django.db.models import TextChoices


class State(TextChoices):
    """Where an appraisal stands. One that is finished never changes: a new one follows it."""

    OPEN = "OPEN", "Being answered"
    COMPLETE = "COMPLETE", "Finished"


# As long before its day an action is shown to those who see to it.
TOLD_BEFORE = timedelta(days=14)
# What is typed to a question, and which of it is an action to be done.
ACTION = ("action", "action_owner", "action_due_on")
TYPED = ("answer", "evidence", *ACTION)
MOVES: dict[State, tuple[State, ...]] = {State.OPEN: (State.COMPLETE,), State.COMPLETE: ()}
