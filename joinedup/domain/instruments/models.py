from django.db import models
from django.db.models import Q, UniqueConstraint

from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.organisations.models import Organisation


class InstrumentVersion(Identified):
    """One version of a questionnaire, as text; frozen for good once a round has used it.

    What belongs to no organisation came with the product. The rest is told of the text, so that
    lists need not read it: ``is_yearly``, whether asking it is the review of the year, and
    ``gives_score``, whether its overall score is the score of the year.
    """

    name = models.CharField(max_length=80)
    version = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    definition = models.TextField()
    owner = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="own_instruments",
    )
    is_yearly = models.BooleanField(default=False)
    gives_score = models.BooleanField(default=False)
    minutes = models.PositiveSmallIntegerField(default=10)
    frozen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["title", "-id"]
        constraints = [
            UniqueConstraint(
                fields=["name", "version"],
                condition=Q(owner__isnull=True),
                name="instrument_version_once",
            ),
            Once(
                fields=["owner", "name", "version"],
                name="own_instrument_version_once",
                taken="Somebody else loaded this version a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"
