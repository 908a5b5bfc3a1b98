from django.db.models import TextChoices


class State(TextChoices):
    """Where an appraisal stands. One that is finished never changes: a new one follows it."""

    OPEN = "OPEN", "Being answered"
    COMPLETE = "COMPLETE", "Finished"


MOVES: dict[State, tuple[State, ...]] = {State.OPEN: (State.COMPLETE,), State.COMPLETE: ()}
