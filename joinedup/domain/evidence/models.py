from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.basics.pieces import Piece
from joinedup.domain.evidence.kinds import LONGEST_NAME, LONGEST_WHAT, Doubt, Sort
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person


class KeptPaper(Identified, Versioned):
    """A scan of a paper, and what somebody says it is; its bytes are its ``pieces``.

    ``digest`` is the sha256 of the whole file, in hex. Once taken away, this row alone stays.
    """

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="kept_papers"
    )
    what = models.CharField(max_length=LONGEST_WHAT)
    # The day the paper itself bears; unknown where it bears none.
    dated_on = models.DateField(null=True, blank=True)
    signed_by = models.TextField(blank=True)
    note = models.TextField(blank=True)
    name = models.CharField(max_length=LONGEST_NAME)
    sort = models.CharField(max_length=4, choices=Sort.choices)
    doubt = models.CharField(max_length=7, choices=Doubt.choices, blank=True)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_away_at = models.DateTimeField(null=True, blank=True)
    taken_away_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    because = models.TextField(blank=True)

    class Meta:
        ordering = ["-kept_at", "-id"]
        constraints = [
            one_of("sort", Sort.values),
            one_of("doubt", Doubt.values),
            both_or_neither("taken_away_at", "taken_away_by"),
            CheckConstraint(
                condition=Q(taken_away_at__isnull=True) | ~Q(because=""),
                name="kept_paper_taken_away_with_reason",
            ),
            Once(
                fields=["partnership", "digest"],
                condition=Q(taken_away_at__isnull=True),
                name="kept_paper_once",
                taken="Somebody else kept this very file a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return self.what


class KeptPaperPiece(Piece):
    """A piece of a paper's file: in the database, so that no backup lacks it (docs/adr/0029)."""

    whole = models.ForeignKey(KeptPaper, on_delete=models.CASCADE, related_name="pieces")

    class Meta(Piece.Meta):
        constraints = [UniqueConstraint(fields=["whole", "number"], name="kept_paper_piece_once")]
