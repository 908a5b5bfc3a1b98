from datetime import timedelta

from django.db.models import TextChoices


class ActionState(TextChoices):
    """Where an action stands."""

    TODO = "TODO", "To do"
    DONE = "DONE", "Done"
    DROPPED = "DROPPED", "Dropped"


ACTION_MOVES: dict[ActionState, tuple[ActionState, ...]] = {
    ActionState.TODO: (ActionState.DONE, ActionState.DROPPED),
    ActionState.DONE: (ActionState.TODO,),
    ActionState.DROPPED: (ActionState.TODO,),
}
# As long before its day an action is shown to whoever does it.
TOLD_BEFORE = timedelta(days=30)
WEAKEST, DIVIDED = 8, 5
"""How many of the weakest and of the most divided statements a priority is chosen from."""
