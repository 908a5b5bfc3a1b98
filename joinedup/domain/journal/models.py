from django.db import models


class Entry(models.Model):
    """One act, as it was done. Never changed and never deleted.

    Holds kind and public identifier of the thing and the person, no foreign keys: the entry
    outlives what it tells of.
    """

    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    thing = models.CharField(max_length=40)
    by = models.CharField(max_length=40, blank=True)
    by_name = models.CharField(max_length=200, blank=True)
    because = models.TextField(blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["kind", "thing", "-id"], name="entry_by_thing")]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.verb} {self.thing}"
