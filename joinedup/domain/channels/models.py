from django.db import models

from joinedup.domain.basics.constraints import one_of
from joinedup.domain.channels.kinds import Way
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import AnswerSheet, Ticket


class SheetCode(models.Model):
    """The code printed on one ticket's answer sheet; only a digest is kept."""

    ticket = models.OneToOneField(Ticket, on_delete=models.CASCADE, related_name="sheet_code")
    digest = models.CharField(max_length=64, unique=True)
    turn = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Code of {self.ticket}"


class Keying(models.Model):
    """Who entered a sheet for the person asked, when, and by what way it came.

    There is none for a sheet of an anonymous round, which is tied to nobody and to no time.
    """

    sheet = models.OneToOneField(AnswerSheet, on_delete=models.CASCADE, related_name="keying")
    way = models.CharField(max_length=12, choices=Way.choices)
    keyed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    keyed_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [one_of("way", Way.values)]

    def __str__(self) -> str:
        return f"{self.sheet}, entered by {self.keyed_by}"
