from django.db import models

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Round
from joinedup.domain.running.kinds import Pace, SendingState


class Sending(Identified, Versioned):
    """How the invitations of a round go out a few at a time: so many, and how often."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="sending")
    many = models.PositiveSmallIntegerField()
    each = models.CharField(max_length=4, choices=Pace.choices, default=Pace.HOUR)
    state = models.CharField(max_length=7, choices=SendingState.choices, default=SendingState.GOING)
    next_at = models.DateTimeField()

    class Meta:
        ordering = ["next_at", "id"]
        constraints = [one_of("state", SendingState.values), one_of("each", Pace.values)]

    def __str__(self) -> str:
        return f"Invitations to {self.round}"


class Invitation(models.Model):
    """One person's turn to be invited. It tells that a mail was written, never of any answer."""

    sending = models.ForeignKey(Sending, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    written_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            Once(
                fields=["sending", "person"],
                name="invited_once",
                taken="The invitations of this round were planned a moment ago.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.sending}"


class PlannedReminder(models.Model):
    """A day, so many before the last day to answer, on which those still to answer are reminded."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="planned_reminders")
    days_before = models.PositiveSmallIntegerField()
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-days_before"]
        constraints = [
            Once(
                fields=["round", "days_before"],
                name="reminder_planned_once",
                taken="The reminders of this round were planned a moment ago.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.days_before} days before {self.round} closes"
