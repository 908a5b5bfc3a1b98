import smtplib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from joinedup.domain.backups.registry import after_restore
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.identifiers import Identified, new_public_id
from joinedup.domain.basics.refusals import insist
from joinedup.domain.jobs.actions import enqueue_again, enqueue_many, postpone
from joinedup.domain.jobs.models import Job
from joinedup.domain.jobs.registry import job
from joinedup.domain.notices.kinds import FORGOTTEN, GIVE_UP_AFTER, OUTAGE_WAIT, State
from joinedup.domain.notices.models import Message
from joinedup.domain.notices.posting import as_mail, new_message_id
from joinedup.domain.notices.queries import (
    flooded_addresses,
    held_from_strangers,
    messages_about,
    missed_by,
    to_be_forgotten,
)
from joinedup.domain.notices.rules import (
    why_not_move,
    why_not_queue_again,
    why_not_subject,
    why_not_write_to,
)
from joinedup.domain.people.models import Person

SEND = "notices.send"


@dataclass(frozen=True)
class Letter:
    """A message to be, for acts that write to many at once.

    ``key`` names what may be written once only: the same key again writes nothing.
    ``carries_secret`` says that the words hold a personal link or code, not to be kept for long.
    ``held`` writes it and its job like any other, and never sends it.
    """

    to: Person | str
    subject: str
    body: str
    kind: str
    about: Identified | None = None
    key: str = ""
    carries_secret: bool = False
    held: bool = False


def post_message(
    to: Person | str,
    subject: str,
    body: str,
    *,
    kind: str,
    about: Identified | None,
    at: datetime,
    key: str = "",
    carries_secret: bool = False,
    held: bool = False,
) -> None:
    """Put a message in the outbox; it leaves once the act it belongs to has been kept."""
    post_many([Letter(to, subject, body, kind, about, key, carries_secret, held)], at=at)


@transaction.atomic
def post_many(letters: Iterable[Letter], *, at: datetime) -> int:
    """Put many messages in the outbox, all or none; return how many were new.

    The jobs that send them are written in the same transaction, so that no message can be kept
    without somebody to send it.
    """
    messages = [message_of(letter, at) for letter in letters]
    full = flooded_addresses({message.address.upper() for message in messages}, at)
    for message in messages:
        if message.address.upper() in full:
            message.state = State.HELD
    written = {message.key for message in messages if message.key}
    known = set(Message.objects.filter(key__in=written).values_list("key", flat=True))
    fresh = list(first_of_each_key(messages, known))
    Message.objects.bulk_create(fresh, batch_size=500, ignore_conflicts=bool(written))
    if written:
        # Somebody else may have written under the same key at the same moment; theirs is sent.
        ours = Message.objects.filter(public_id__in=[message.public_id for message in fresh])
        kept = set(ours.values_list("public_id", flat=True))
        fresh = [message for message in fresh if message.public_id in kept]
    enqueue_many(sending_jobs(fresh, at))
    return len(fresh)


def first_of_each_key(messages: list[Message], known: set[str | None]) -> Iterable[Message]:
    """Yield the messages whose key nobody has used, the first of each key."""
    for message in messages:
        if message.key is None or message.key not in known:
            known.add(message.key)
            yield message


def message_of(letter: Letter, at: datetime) -> Message:
    """Return the row of a letter, refused where it could not be sent."""
    insist(why_not_write_to(letter.to))
    insist(why_not_subject(letter.subject), "subject")
    person, address = addressee(letter.to)
    public_id = new_public_id()
    return Message(
        public_id=public_id,
        to=person,
        name=person.name if person else "",
        address=address,
        subject=letter.subject,
        body=letter.body,
        kind=letter.kind,
        about_kind=type(letter.about).__name__.lower() if letter.about else "",
        about=letter.about.public_id if letter.about else "",
        key=letter.key or None,
        message_id=new_message_id(public_id, at),
        carries_secret=letter.carries_secret,
        state=State.HELD if letter.held else State.QUEUED,
        queued_at=at,
    )


def addressee(to: Person | str) -> tuple[Person | None, str]:
    """Return the person, where the directory knows them, and the address."""
    return (to, to.email or "") if isinstance(to, Person) else (None, to)


def sending_jobs(messages: Iterable[Message], at: datetime) -> list[Job]:
    """Return the jobs that send these messages, one each."""
    return [
        Job(name=SEND, key=message.public_id, run_at=at, arguments={"message": message.public_id})
        for message in messages
    ]


def send_message(message: Message, *, at: datetime) -> None:
    """Hand a message to the mail server; what cannot ever be delivered is marked as failed.

    No transaction is held while the server is spoken to. Killed between the server's yes and
    ours, the message goes again with the same Message-ID, which mail programs show once.
    """
    insist(why_not_move(message, State.SENT))
    Message.objects.filter(pk=message.pk).update(attempts=F("attempts") + 1)
    try:
        as_mail(message, at).send()
    except (OSError, UnicodeError) as problem:
        note_trouble(message, problem, at)
        return
    # The server has it: that is so whatever was decided here meanwhile.
    gone = Message.objects.filter(pk=message.pk).exclude(state=State.SENT)
    gone.update(state=State.SENT, sent_at=at, problem="", version=F("version") + 1)


def note_trouble(message: Message, problem: OSError | UnicodeError, at: datetime) -> None:
    """Keep why a message did not go; give it up where trying again is of no use."""
    words = f"{type(problem).__name__}: {problem}"[:500]
    if is_final(problem) or at - message.queued_at > GIVE_UP_AFTER:
        move(message, State.FAILED, problem=words)
        return
    Message.objects.filter(pk=message.pk).update(problem=words)
    if not isinstance(problem, smtplib.SMTPDataError | smtplib.SMTPRecipientsRefused):
        # The server is away: the others need not each wait for it in vain.
        postpone(SEND, until=at + OUTAGE_WAIT)
    raise problem


def is_final(problem: OSError | UnicodeError) -> bool:
    """Tell whether the server said never (5xx) of this one message or its recipient."""
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in problem.recipients.values())
    return isinstance(problem, UnicodeError) or (
        isinstance(problem, smtplib.SMTPDataError) and problem.smtp_code >= 500
    )


def move(message: Message, to: State, **values: object) -> None:
    """Bring a message to another state, unless somebody else has just done so."""
    change(message, expecting=(message.state, message.version), state=to, **values)


# Tried until GIVE_UP_AFTER has passed; a message's age decides, not the number of attempts.
@job(SEND, attempts=1000, lease=timedelta(minutes=2), in_one_transaction=False)
def send(*, message: str, at: datetime) -> None:
    """Send one message, unless it has been sent or held back meanwhile."""
    waiting = Message.objects.filter(public_id=message, state=State.QUEUED).first()
    if waiting is not None:
        send_message(waiting, at=at)


@job("notices.send_waiting", every=timedelta(minutes=1))
def send_waiting(*, at: datetime) -> None:
    """Have everything sent that waits and that nobody is about to send."""
    enqueue_again(sending_jobs(missed_by(SEND, at), at), at=at)


@transaction.atomic
def hold_messages(about: Identified, kind: str = "") -> int:
    """Keep back what is still waiting to be sent about ``about``; return how many messages."""
    waiting = messages_about(about, kind).filter(state=State.QUEUED)
    return waiting.update(state=State.HELD, version=F("version") + 1)


@transaction.atomic
def queue_again(message: Message, *, at: datetime) -> None:
    """Try once more to send a message that failed or was held back."""
    insist(why_not_queue_again(message))
    move(message, State.QUEUED, queued_at=at, problem="")
    enqueue_again(sending_jobs([message], at), at=at)


@job("notices.forget_bodies", every=timedelta(hours=1))
def forget_bodies(*, at: datetime) -> None:
    """Blank the words of old messages that held a personal link or code.

    What was held back from an address that is nobody's is forgotten with its address. The
    demonstration keeps all: its mailbox is there to be read, and its links are nobody's.
    """
    if not settings.DEMONSTRATION:
        held_from_strangers(at).delete()
        to_be_forgotten(at).update(body=FORGOTTEN, forgotten_at=at)


@after_restore
def hold_codes(*, at: datetime) -> None:
    """Hold back the codes that waited when a backup was made: they are no longer anybody's."""
    codes = Message.objects.filter(state=State.QUEUED, kind__endswith=".code")
    codes.update(state=State.HELD, version=F("version") + 1)
