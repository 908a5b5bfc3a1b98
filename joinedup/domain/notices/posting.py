"""A mail as it goes over the wire, made from its row and from nothing else."""

from datetime import datetime
from email.utils import format_datetime, formataddr
from urllib.parse import urlparse

from django.conf import settings
from django.core.mail import EmailMessage

from joinedup.domain.notices.models import Message


def new_message_id(public_id: str, at: datetime) -> str:
    """Return the Message-ID of a new message; it never changes after."""
    host = urlparse(settings.ADDRESS).hostname or "localhost"
    return f"<{public_id}.{at:%Y%m%d%H%M%S}@{host}>"


def recipient(message: Message) -> str:
    """Return name and address as the head of a mail has them."""
    return formataddr((message.name, message.address)) if message.name else message.address


def as_mail(message: Message, at: datetime) -> EmailMessage:
    """Return the mail of a message; sent twice, it is the same mail by its Message-ID."""
    return EmailMessage(
        subject=message.subject,
        body=message.body,
        from_email=settings.MAIL_FROM,
        to=[recipient(message)],
        headers={
            "Message-ID": message.message_id,
            "Date": format_datetime(at),
            # Keeps out-of-office answers from coming back (RFC 3834).
            "Auto-Submitted": "auto-generated",
        },
    )
