from datetime import timedelta

from django.db.models import TextChoices

from joinedup.domain.organisations.kinds import PostKind


class State(TextChoices):
    """Where a question put to an authoriser stands."""

    ASKED = "ASKED", "Waiting for a decision"
    AUTHORISED = "AUTHORISED", "Authorised"
    REFUSED = "REFUSED", "Refused"
    WITHDRAWN = "WITHDRAWN", "Taken back"


MOVES: dict[State, tuple[State, ...]] = {
    State.ASKED: (State.AUTHORISED, State.REFUSED, State.WITHDRAWN),
    State.AUTHORISED: (),
    State.REFUSED: (),
    State.WITHDRAWN: (),
}
# Who can be named as an authoriser: those who read their body's own side and may act for it.
CAN_AUTHORISE = (PostKind.OFFICER, PostKind.MANAGER, PostKind.DIRECTOR, PostKind.LEADERSHIP)
# How long before its last day an authorisation comes up, and a refusal afterwards.
ASKED_BEFORE = timedelta(days=30)
# What a limit says of tiers: it holds from one tier down.
TIERS_TOLD = {1: "every tier", 2: "tiers 2 and 3", 3: "tier 3 only"}
