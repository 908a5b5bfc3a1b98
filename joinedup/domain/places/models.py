from django.db import models


class Area(models.Model):
    """A place with an official code (GSS), as a district, ward or county has."""

    code = models.CharField(max_length=9, unique=True)
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
