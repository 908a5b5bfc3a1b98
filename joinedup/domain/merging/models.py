from django.db import models

from joinedup.domain.basics.constraints import both_or_neither
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person


class Merge(Identified):
    """One entry joined with another of the same body: what moved, so that it can be put back.

    ``moved`` holds the keys of the rows that moved, by table and field; ``joined`` the
    memberships that became one, with the places that moved and the days as they were.
    """

    kept = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="merges")
    absorbed = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    because = models.TextField(blank=True)
    moved = models.JSONField(default=dict)
    joined = models.JSONField(default=list)
    name_noted = models.CharField(max_length=200, blank=True)
    merged_at = models.DateTimeField()
    merged_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-merged_at", "-id"]
        constraints = [both_or_neither("undone_at", "undone_by")]

    def __str__(self) -> str:
        return f"{self.absorbed} joined with {self.kept}"
