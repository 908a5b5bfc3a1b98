from django.db.models import TextChoices

FEWEST = 5
"""Fewer people than this are never asked, shown or told apart in an anonymous round."""


class RoundState(TextChoices):
    """A round is being prepared, open for answers, being counted, or closed and counted."""

    DRAFT = "DRAFT", "Being prepared"
    OPEN = "OPEN", "Open"
    CLOSING = "CLOSING", "Being counted"
    SEALED = "SEALED", "Closed and counted"
    WITHDRAWN = "WITHDRAWN", "Withdrawn"


ROUND_MOVES: dict[RoundState, tuple[RoundState, ...]] = {
    RoundState.DRAFT: (RoundState.OPEN, RoundState.WITHDRAWN),
    RoundState.OPEN: (RoundState.CLOSING,),
    RoundState.CLOSING: (RoundState.SEALED,),
    # A named round may be opened again until its results stand.
    RoundState.SEALED: (RoundState.OPEN,),
    RoundState.WITHDRAWN: (),
}


class TicketState(TextChoices):
    """One person's permission to answer once: asked, begun, or sent."""

    ASKED = "ASKED", "Not begun"
    BEGUN = "BEGUN", "Begun"
    SENT = "SENT", "Sent"


TICKET_MOVES: dict[TicketState, tuple[TicketState, ...]] = {
    # In an anonymous round nothing is begun: what is not sent is nowhere.
    TicketState.ASKED: (TicketState.BEGUN, TicketState.SENT),
    # What was saved and not sent is thrown away at the close; a round opened again begins anew.
    # So does somebody with no address who has lost the number that opens what they saved.
    TicketState.BEGUN: (TicketState.SENT, TicketState.ASKED),
    TicketState.SENT: (),
}


class Asking(TextChoices):
    """Whether an answer hangs on its ticket (so it can be resumed) or on nothing at all."""

    NAMED = "NAMED", "Named"
    ANONYMOUS = "ANONYMOUS", "Anonymous"


class OfficialView(TextChoices):
    """Whose voices are averaged for the score that counts (domain.md 5.4 rule 4)."""

    PERSON = "PERSON", "Every person counts the same"
    ORGANISATION = "ORGANISATION", "Every organisation counts the same"
