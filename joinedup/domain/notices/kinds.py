from datetime import timedelta

from django.db.models import TextChoices


class State(TextChoices):
    """What became of a message."""

    QUEUED = "QUEUED", "Waiting to be sent"
    SENT = "SENT", "Sent"
    FAILED = "FAILED", "Could not be sent"
    HELD = "HELD", "Held back"


MOVES: dict[State, tuple[State, ...]] = {
    State.QUEUED: (State.SENT, State.FAILED, State.HELD),
    State.SENT: (),
    State.FAILED: (State.QUEUED,),
    State.HELD: (State.QUEUED,),
}

# A mail server may be away over a long weekend; after that somebody should know.
GIVE_UP_AFTER = timedelta(days=4)
# While the mail server does not answer, one message asks again and the others wait.
OUTAGE_WAIT = timedelta(minutes=2)
# After this the sweeper takes a message to be missed by whoever should have sent it.
MISSED_AFTER = timedelta(minutes=1)
# Words with a personal link or code in them are not kept longer than they may be asked for.
KEEP_SECRETS = timedelta(days=7)
# How far back one looks to keep an address from being flooded with mail.
LATELY, A_DAY = timedelta(minutes=15), timedelta(days=1)
# No address gets more mail than this within a day, whoever writes; the rest is held back.
MAILS_A_DAY = 200
FORGOTTEN = "The words of this message held a personal link or code and are no longer kept."
