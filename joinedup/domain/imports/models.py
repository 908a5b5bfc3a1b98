from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import UniqueConstraint

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.pieces import Piece
from joinedup.domain.imports.kinds import ImportKind, ImportState, ImportWork
from joinedup.domain.intake.steps import Outcome
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person


class Import(Identified, Versioned):
    """A file being brought in: its rows stand outside the register until it is applied.

    ``found`` is what was noticed while reading it; ``outcome`` what came of it. Only people of
    the organisation it is for see it; None for both is the command line. A long file is worked on
    by a worker: ``work`` says what it does, ``done`` of ``total`` how far it is, ``trouble`` what
    stopped it. ``planned`` is what was found for the version it names.
    """

    kind = models.CharField(max_length=16, choices=ImportKind.choices)
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
    planned = models.JSONField(default=dict)
    work = models.CharField(max_length=10, choices=ImportWork.choices, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=300, blank=True)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-begun_at", "-id"]
        indexes = [
            models.Index(fields=["digest", "kind"], name="import_by_digest"),
            models.Index(fields=["-begun_at", "-id", "organisation"], name="import_order"),
        ]
        constraints = [
            one_of("state", ImportState.values),
            one_of("kind", ImportKind.values),
            one_of("work", ImportWork.values),
        ]

    def __str__(self) -> str:
        return self.file_name


class ImportPiece(Piece):
    """A piece of a file as it was sent, kept for as long as the file waits."""

    whole = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="pieces")

    class Meta(Piece.Meta):
        constraints = [UniqueConstraint(fields=["whole", "number"], name="import_piece_once")]


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


class ImportStep(models.Model):
    """One thing of a file and what becomes of it; of a file brought in, what became of it.

    ``made`` is the key of the thing's row, 0 where it is not known; given to a new thing before it
    is there, so that others can refer to it.
    """

    whole = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="steps")
    thing = models.CharField(max_length=16)
    outcome = models.CharField(max_length=10)
    ref = models.CharField(max_length=1000)
    row = models.PositiveIntegerField()
    label = models.TextField()
    values = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    made = models.BigIntegerField(default=0)
    public_id = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["whole", "thing", "ref"], name="step_by_ref"),
            models.Index(fields=["whole", "thing", "outcome", "id"], name="step_in_order"),
        ]
        constraints = [one_of("outcome", [str(outcome) for outcome in Outcome])]

    def __str__(self) -> str:
        return self.label
