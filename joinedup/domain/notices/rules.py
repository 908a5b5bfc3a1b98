import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from joinedup.domain.notices.kinds import MOVES, State
from joinedup.domain.notices.models import Message
from joinedup.domain.people.models import Person


def why_not_write_to(to: Person | str) -> str | None:
    """Return why no mail can go to this person or address, or None."""
    if isinstance(to, Person):
        if not to.email:
            return f"{to.name} has no email address."
        return why_not_header(to.name, "The name") or why_not_write_to(to.email)
    try:
        validate_email(to)
    except ValidationError:
        return f"“{to}” is not an email address, such as name@example.org."
    return None


def why_not_header(words: str, what: str) -> str | None:
    """Return why these words cannot stand in the head of a mail, or None.

    A line break there would let whoever typed it add recipients or a body of their own.
    """
    if any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") for sign in words):
        return f"{what} must be one line, without line breaks or control characters."
    return None


def why_not_subject(subject: str) -> str | None:
    """Return why a message cannot have this subject, or None."""
    if not subject.strip():
        return "Write a subject for the message."
    if len(subject) > 200:
        return "The subject must be 200 characters or fewer."
    return why_not_header(subject, "The subject")


def why_not_move(message: Message, to: State) -> str | None:
    """Return why the message may not become ``to`` now, or None."""
    here = State(message.state)
    if to in MOVES[here]:
        return None
    return f"This message cannot become “{to.label.lower()}”: it is “{here.label.lower()}”."


def why_not_queue_again(message: Message) -> str | None:
    """Return why the message cannot be sent after all, or None."""
    if message.forgotten_at is not None:
        return "The words of this message are no longer kept. Write a new one."
    return why_not_move(message, State.QUEUED)
