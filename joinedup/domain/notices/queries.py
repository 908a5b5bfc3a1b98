from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Upper

from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.jobs.queries import open_jobs
from joinedup.domain.notices.kinds import KEEP_SECRETS, MISSED_AFTER, State
from joinedup.domain.notices.models import Message


def messages_to(address: str) -> QuerySet[Message]:
    """Return the messages to an address, ignoring case, newest first."""
    messages = Message.objects.alias(upper=Upper("address"))
    return messages.filter(upper=address.strip().upper())


def messages_about(thing: Identified, kind: str = "") -> QuerySet[Message]:
    """Return the messages that tell of ``thing``, newest first, of one kind or of all."""
    about = Message.objects.filter(about_kind=type(thing).__name__.lower(), about=thing.public_id)
    return about.filter(kind=kind) if kind else about


def messages_before(message: Message | None) -> QuerySet[Message]:
    """Return the messages older than ``message``, newest first; all when it is None."""
    if message is None:
        return Message.objects.all()
    return Message.objects.filter(
        Q(queued_at__lt=message.queued_at) | Q(queued_at=message.queued_at, id__lt=message.pk)
    )


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
