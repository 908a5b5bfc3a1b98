from django.db import models
from django.db.models import Q

from joinedup.domain.basics.identifiers import Identified


class Backup(Identified):
    """One try at a backup: the file that was made and proven, or why there is none."""

    tried_at = models.DateTimeField()
    name = models.CharField(max_length=300, blank=True)
    size = models.BigIntegerField(default=0)
    rows = models.BigIntegerField(default=0)
    version = models.CharField(max_length=40, blank=True)
    problem = models.TextField(blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-tried_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(name="") & ~Q(problem="")) | (~Q(name="") & Q(problem="")),
                name="backup_made_or_problem",
            )
        ]
        indexes = [models.Index(fields=["-tried_at", "-id"], name="backup_newest")]

    def __str__(self) -> str:
        return self.name or self.problem
