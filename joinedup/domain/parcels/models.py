from django.db import models
from django.db.models import UniqueConstraint

from joinedup.domain.backups.registry import leave_out
from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.pieces import Piece
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.parcels.kinds import ParcelState, What
from joinedup.domain.people.models import Person


class Parcel(Identified, Versioned):
    """A file made by a worker for one person, who alone gets it until ``ends_at``.

    ``organisation`` is whose everything it is; none for lists. ``asked`` is what a list was
    narrowed by and ``told`` the same in words. ``key`` is the same for the same thing asked twice.
    ``grounds`` stands for what let the person see it; ``done`` of ``total`` rows is how far it is.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="parcels")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="parcels"
    )
    what = models.CharField(max_length=12, choices=What.choices)
    sort = models.CharField(max_length=4)
    asked = models.JSONField(default=dict)
    told = models.JSONField(default=list)
    key = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=ParcelState.choices)
    grounds = models.CharField(max_length=64)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    size = models.BigIntegerField(default=0)
    trouble = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            one_of("state", ParcelState.values),
            one_of("what", What.values),
            both_or_neither("made_at", "ends_at"),
            UniqueConstraint(fields=["person", "key"], name="parcel_once"),
        ]

    def __str__(self) -> str:
        if self.organisation is not None:
            return f"Everything of {self.organisation}"
        return str(self.get_what_display())


class ParcelPiece(Piece):
    """A piece of a file that was made."""

    whole = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="pieces")

    class Meta(Piece.Meta):
        constraints = [UniqueConstraint(fields=["whole", "number"], name="parcel_piece_once")]


# Made of what is in the backup anyway, and soon gone: a backup need not carry it.
leave_out(ParcelPiece._meta.db_table)
