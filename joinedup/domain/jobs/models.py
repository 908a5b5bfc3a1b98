from django.db import models
from django.db.models import Q, UniqueConstraint


class Job(models.Model):
    """Work to be done once, at ``run_at`` or soon after, by whichever worker claims it.

    Two jobs of one name never share a ``key``. ``attempts`` counts the claims, and proves to a
    worker that comes back late that the job is no longer its own.
    """

    name = models.CharField(max_length=60)
    key = models.CharField(max_length=120, null=True, blank=True)
    arguments = models.JSONField(default=dict)
    run_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    problem = models.TextField(blank=True)

    class Meta:
        ordering = ["run_at", "id"]
        constraints = [UniqueConstraint(fields=["name", "key"], name="job_key_once")]
        indexes = [
            models.Index(
                fields=["run_at", "id"],
                condition=Q(done_at__isnull=True, given_up_at__isnull=True),
                name="job_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.key or self.pk}"
