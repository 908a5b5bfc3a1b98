from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Upper

from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.jobs.queries import open_jobs
from joinedup.domain.notices.kinds import (
    A_DAY,
    KEEP_SECRETS,
    LATELY,
    MAILS_A_DAY,
    MISSED_AFTER,
    State,
)
from joinedup.domain.notices.models import Message

FEW = 500


def messages_to(address: str) -> QuerySet[Message]:
    """Return the messages to an address, ignoring case, newest first."""
    messages = Message.objects.alias(upper=Upper("address"))
    return messages.filter(upper=address.strip().upper())


def messages_about(thing: Identified, kind: str = "") -> QuerySet[Message]:
    """Return the messages that tell of ``thing``, newest first, of one kind or of all."""
    about = Message.objects.filter(about_kind=type(thing).__name__.lower(), about=thing.public_id)
    return about.filter(kind=kind) if kind else about


def older_than(message: Message) -> Q:
    """Return the condition of the messages after ``message`` in a list of the newest first."""
    return Q(queued_at__lt=message.queued_at) | Q(queued_at=message.queued_at, id__lt=message.pk)


def messages_naming(words: str) -> QuerySet[Message]:
    """Return the messages to people whose name or address holds these words; all when none."""
    words = words.strip()
    return Message.objects.filter(Q(name__icontains=words) | Q(address__icontains=words))


def missed_by(job: str, at: datetime) -> QuerySet[Message]:
    """Return the messages that wait although no ``job`` is about to send them."""
    coming = open_jobs(job).filter(key=OuterRef("public_id"))
    waiting = Message.objects.filter(state=State.QUEUED, queued_at__lte=at - MISSED_AFTER)
    return waiting.filter(~Exists(coming)).order_by("queued_at", "id")


def to_be_forgotten(at: datetime) -> QuerySet[Message]:
    """Return the messages whose personal link or code need no longer be kept."""
    old = Q(sent_at__lte=at - KEEP_SECRETS) | Q(
        state__in=[State.FAILED, State.HELD], queued_at__lte=at - KEEP_SECRETS
    )
    return Message.objects.filter(old, carries_secret=True, forgotten_at__isnull=True)


def held_from_strangers(at: datetime) -> QuerySet[Message]:
    """Return the messages written long ago to addresses nobody here has, and never sent."""
    return Message.objects.filter(
        state=State.HELD, to=None, about="", carries_secret=True, queued_at__lte=at - KEEP_SECRETS
    )


def sent_lately(address: str, kind: str, at: datetime, *, within: timedelta = LATELY) -> int:
    """Return how many messages of a kind an address was sent ``within`` that time."""
    lately = messages_to(address).filter(kind=kind, queued_at__gt=at - within)
    return lately.exclude(state=State.HELD).count()


def waiting() -> QuerySet[Message]:
    """Return the messages that wait to be sent, the oldest first."""
    return Message.objects.filter(state=State.QUEUED).order_by("queued_at", "id")


def longest_waiting() -> Message | None:
    """Return the message that has waited longest."""
    return waiting().first()


def failed_since(moment: datetime) -> QuerySet[Message]:
    """Return the messages written since then that the mail server would not take."""
    failed = Message.objects.filter(state=State.FAILED, queued_at__gte=moment)
    return failed.order_by("-queued_at", "-id")


def last_sent() -> datetime | None:
    """Return when mail last went out, as far as the newest messages tell."""
    sent = Message.objects.filter(state=State.SENT).order_by("-queued_at", "-id")
    return sent.values_list("sent_at", flat=True).first()


def flooded_addresses(among: set[str], at: datetime) -> set[str]:
    """Return those of some addresses, in capitals, that have had all the mail of a day."""
    lately = Message.objects.filter(queued_at__gt=at - A_DAY).exclude(state=State.HELD)
    named = lately.annotate(upper=Upper("address"))
    if len(among) <= FEW:  # of more, the whole day is read at once
        named = named.filter(upper__in=among)
    counted = named.order_by().values("upper").annotate(mails=Count("pk"))
    return set(counted.filter(mails__gte=MAILS_A_DAY).values_list("upper", flat=True))
