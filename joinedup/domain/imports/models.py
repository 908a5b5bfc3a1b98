from django.db import models
from django.db.models import UniqueConstraint

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.imports.kinds import ImportKind, ImportState
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person


class Import(Identified, Versioned):
    """A file being brought in: its rows stand outside the register until it is applied.

    ``found`` is what was noticed while reading it; ``outcome`` what came of it. Only people of
    the organisation it is for see it; None for both is the command line.
    """

    kind = models.CharField(max_length=12, choices=ImportKind.choices)
    state = models.CharField(max_length=10, choices=ImportState.choices, default=ImportState.STAGED)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="imports"
    )
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    columns = models.JSONField(default=list)
    found = models.JSONField(default=dict)
    mapping = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    outcome = models.JSONField(default=dict)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-begun_at", "-id"]
        indexes = [models.Index(fields=["digest", "kind"], name="import_by_digest")]
        constraints = [one_of("state", ImportState.values), one_of("kind", ImportKind.values)]

    def __str__(self) -> str:
        return self.file_name


class ImportRow(models.Model):
    """One row of a staged file, numbered as the spreadsheet numbers it."""

    whole = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    cells = models.JSONField()

    class Meta:
        ordering = ["number"]
        constraints = [UniqueConstraint(fields=["whole", "number"], name="import_row_once")]

    def __str__(self) -> str:
        return f"{self.whole}, row {self.number}"
