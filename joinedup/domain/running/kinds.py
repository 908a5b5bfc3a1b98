from datetime import timedelta

from django.db.models import TextChoices


class Pace(TextChoices):
    """How long passes between one lot of invitations and the next."""

    HOUR = "HOUR", "an hour"
    DAY = "DAY", "a day"


PERIODS = {Pace.HOUR: timedelta(hours=1), Pace.DAY: timedelta(days=1)}
MOST_AT_ONCE = 500
"""One lot is written in one go, and other writers wait for no longer than that takes."""


class SendingState(TextChoices):
    """Invitations that go out a few at a time are on their way, or held by somebody."""

    GOING = "GOING", "On their way"
    STOPPED = "STOPPED", "Stopped"


SENDING_MOVES: dict[SendingState, tuple[SendingState, ...]] = {
    SendingState.GOING: (SendingState.STOPPED,),
    SendingState.STOPPED: (SendingState.GOING,),
}

# Nobody is reminded at night: planned reminders leave from this hour on, in London.
FIRST_HOUR = 8
MOST_REMINDERS = 5
LONGEST_BEFORE = 60
USUAL_REMINDERS = (14, 7, 2)
# Below this share of answers a partnership is rung up.
TOO_FEW = 0.5
