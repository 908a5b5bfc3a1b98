from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.notices.kinds import State
from joinedup.domain.people.models import Person


class Message(Identified, Versioned):
    """One mail to one address, from being written to being handed to the mail server.

    ``about`` holds kind and public identifier, no foreign key: what mail tells of lies in higher
    packages. ``message_id`` is fixed before the first try, so that a mail sent again after a
    crash is known to mail programs as the same mail.
    """

    to = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="messages"
    )
    name = models.CharField(max_length=200, blank=True)
    address = models.EmailField(max_length=254)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    kind = models.CharField(max_length=60)
    about_kind = models.CharField(max_length=40, blank=True)
    about = models.CharField(max_length=40, blank=True)
    key = models.CharField(max_length=120, null=True, blank=True, unique=True)
    message_id = models.CharField(max_length=255, unique=True)
    carries_secret = models.BooleanField(default=False)
    state = models.CharField(max_length=6, choices=State.choices, default=State.QUEUED)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-queued_at", "-id"]
        constraints = [
            one_of("state", State.values),
            models.CheckConstraint(
                condition=Q(state=State.SENT, sent_at__isnull=False)
                | (~Q(state=State.SENT) & Q(sent_at__isnull=True)),
                name="message_sent_with_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["-queued_at", "-id"], name="message_newest"),
            models.Index(Upper("address"), name="message_by_address"),
            models.Index(fields=["about_kind", "about"], name="message_by_thing"),
            models.Index(
                fields=["queued_at"], condition=Q(state=State.QUEUED), name="message_waiting"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.address})"
