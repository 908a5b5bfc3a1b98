"""How an act says no: one sentence for a person, never a code."""


class Refused(Exception):
    """An act may not be done; the message is shown to the person who tried.

    ``field`` names the form field the sentence belongs beside, where there is one.
    """

    def __init__(self, reason: str, field: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field


class Overtaken(Refused):
    """Somebody else changed the thing between the page being shown and the button pressed."""


def insist(reason: str | None, field: str = "") -> None:
    """Go on when there is no reason not to; otherwise refuse with it."""
    if reason is not None:
        raise Refused(reason, field)
