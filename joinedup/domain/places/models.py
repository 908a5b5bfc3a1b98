from django.db import models
from django.db.models import CheckConstraint, F, Q

from joinedup.domain.basics.once import Once


class Area(models.Model):
    """A place with an official code (GSS), as a ward or county has, or a postcode area."""

    code = models.CharField(max_length=9, unique=True)
    name = models.CharField(max_length=200)
    folded_name = models.CharField(max_length=200, default="", editable=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class AreaPart(models.Model):
    """That one area lies in another, wholly or in part: a ward in a district, a ward in TH4."""

    inner = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="outers")
    outer = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="inners")

    class Meta:
        constraints = [
            Once(
                fields=["inner", "outer"],
                name="area_part_once",
                taken="Somebody else noted these places a moment ago.",
            ),
            CheckConstraint(condition=~Q(inner=F("outer")), name="area_never_in_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.inner} in {self.outer}"
