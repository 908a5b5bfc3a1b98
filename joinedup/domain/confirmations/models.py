from django.db import models

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.journal.models import Entry
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person


class Confirmation(models.Model):
    """A member's word that what the record says is right, given by whoever sits for it."""

    membership = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="confirmations"
    )
    confirmed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-confirmed_at", "-id"]

    def __str__(self) -> str:
        return f"{self.membership}, {self.confirmed_at:%Y-%m-%d}"


class Challenge(Identified, Versioned):
    """A member's question to what was reported, or to the record as a whole, and its answer."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="challenges"
    )
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="challenges")
    # The act that is questioned; none where the whole record is.
    entry = models.ForeignKey(
        Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    words = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            both_or_neither("answered_at", "answered_by"),
            Once(
                fields=["membership", "entry"],
                name="a_member_questions_once",
                taken="This question was asked for the same member a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.words[:40]}"
