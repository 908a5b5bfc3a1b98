"""Files that lie in the database in pieces: none is ever held whole to be written or read."""

from collections.abc import Iterator
from typing import Any

from django.db import models


class Piece(models.Model):
    """A piece of a file; each kind of file has a table of its own, with ``whole`` as the file."""

    whole: Any
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        abstract = True
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.whole}, piece {self.number}"


def bytes_of(pieces: Any) -> Iterator[bytes]:
    """Yield a file piece by piece, each read when it is wanted; ``pieces`` are those of one."""
    number = 0
    while piece := pieces.filter(number=number).values_list("data", flat=True).first():
        yield bytes(piece)
        number += 1
