from django.db.models import TextChoices

from joinedup.domain.spreadsheets.table import MEGABYTE


class Sort(TextChoices):
    """What sort of file a paper is kept as."""

    PDF = "PDF", "PDF"
    JPEG = "JPEG", "JPEG picture"
    PNG = "PNG", "PNG picture"
    TIFF = "TIFF", "TIFF picture"


class Doubt(TextChoices):
    """Why a file that was kept may not open for whoever downloads it."""

    NONE = "", ""
    LOCKED = "LOCKED", "It is locked: whoever opens it may be asked for a password."
    CUT_OFF = "CUT_OFF", "It may not open: it does not end as such a file does."


TYPES = {
    Sort.PDF: "application/pdf",
    Sort.JPEG: "image/jpeg",
    Sort.PNG: "image/png",
    Sort.TIFF: "image/tiff",
}
ENDINGS = {Sort.PDF: "pdf", Sort.JPEG: "jpg", Sort.PNG: "png", Sort.TIFF: "tif"}
LARGEST = 20 * MEGABYTE
# With LARGEST, what one partnership can add to every backup: a gigabyte.
MOST = 50
PIECE = 100_000
"""Bytes of a file to a row: while a backup is proven, a hundred rows are held in memory at once."""
LONGEST_NAME = 200
LONGEST_WHAT = 120
LONGEST_WORDS = 1000
