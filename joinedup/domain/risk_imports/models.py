from django.db import models

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.risks.kinds import Category


class RiskFile(Identified, Versioned):
    """A list of risks as it was chosen, and how it is read; its rows go once it is brought in."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="risk_files"
    )
    # Whose own list it is for; empty where it is for the partnership's.
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="risk_files"
    )
    name = models.CharField(max_length=200)
    columns = models.JSONField(default=list, blank=True)
    # Each row as its number and its cells.
    rows = models.JSONField(default=list, blank=True)
    # How many steps its scores go by; 0 to find out.
    size = models.PositiveSmallIntegerField(default=0)
    # What stands where a row tells no kind, and no day to come.
    category = models.CharField(max_length=4, choices=Category.choices, blank=True)
    review_on = models.DateField(null=True, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    added = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-begun_at", "-id"]
        constraints = [both_or_neither("taken_at", "taken_by")]

    def __str__(self) -> str:
        return self.name
