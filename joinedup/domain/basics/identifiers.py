"""Public identifiers: short, unguessable and stable, so that no page shows a row number."""

import secrets

from django.db import models

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 10


def new_public_id() -> str:
    """Return ten characters that nobody mistakes for one another when read out."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


class Identified(models.Model):
    """A thing with a page of its own, known outside by ``public_id``."""

    public_id = models.CharField(
        max_length=LENGTH, unique=True, default=new_public_id, editable=False
    )

    class Meta:
        abstract = True
