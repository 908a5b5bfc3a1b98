from django.db import models
from django.db.models import UniqueConstraint

from joinedup.domain.basics.identifiers import Identified


class InstrumentVersion(Identified):
    """One version of a questionnaire, as text; frozen for good once a round has used it."""

    name = models.CharField(max_length=80)
    version = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    definition = models.TextField()
    frozen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["title", "-version"]
        constraints = [UniqueConstraint(fields=["name", "version"], name="instrument_version_once")]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"
