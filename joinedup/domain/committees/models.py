from django.db import models

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.committees.kinds import Outcome, Reader
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person


class Report(Identified, Versioned):
    """A report as it was given: its words, figures and pictures are never changed afterwards.

    ``content`` is the paper itself, ``rows`` every running partnership as it stood that day. What
    was done with it is added later: who noted it, when, and under which minute.
    """

    host = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="reports")
    reader = models.CharField(max_length=10, choices=Reader.choices)
    director = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(max_length=300)
    content = models.JSONField()
    rows = models.JSONField()
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_body = models.CharField(max_length=200, blank=True)
    noted_on = models.DateField(null=True, blank=True)
    minute = models.CharField(max_length=60, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    noted_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-kept_at", "-id"]
        indexes = [models.Index(fields=["host", "-kept_at", "-id"], name="reports_of_host")]
        constraints = [
            one_of("reader", Reader.values),
            both_or_neither("noted_at", "noted_by"),
        ]

    def __str__(self) -> str:
        return self.title


class Check(Identified, Versioned):
    """A partnership drawn for an auditor, who holds what was said of it against its papers."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="checks")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="checks")
    number = models.PositiveSmallIntegerField()
    because = models.CharField(max_length=200)
    claims = models.JSONField(default=list)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.WAITING.value)
    words = models.TextField(blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            one_of("outcome", Outcome.values),
            both_or_neither("checked_at", "checked_by"),
            Once(
                fields=["report", "partnership"],
                name="checked_once_a_report",
                taken="This partnership was drawn for the report a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partnership}, {self.report}"
