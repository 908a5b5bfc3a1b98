from datetime import timedelta

from django.db.models import TextChoices


class What(TextChoices):
    """What is in a file."""

    REGISTER = "register", "The partnerships"
    MEMBERSHIPS = "memberships", "Members and places"
    DIRECTORY = "directory", "The directory"
    EVERYTHING = "everything", "Everything"
    REPORT = "report", "A report"
    RESULTS = "results", "All results of a round"


class ParcelState(TextChoices):
    """Where a file stands: it is made once a worker is free."""

    WAITING = "WAITING", "Being made"
    READY = "READY", "Ready"
    STOPPED = "STOPPED", "Not made"


PARCEL_MOVES: dict[ParcelState, tuple[ParcelState, ...]] = {
    ParcelState.WAITING: (ParcelState.READY, ParcelState.STOPPED),
    ParcelState.READY: (ParcelState.WAITING,),
    ParcelState.STOPPED: (ParcelState.WAITING,),
}

PDF, WORD, ZIP = "pdf", "docx", "zip"
TYPES = {
    PDF: "application/pdf",
    WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ZIP: "application/zip",
}
SORTS: dict[str, tuple[str, ...]] = {
    What.REGISTER: ("xlsx", "ods", PDF),
    What.MEMBERSHIPS: ("xlsx", "ods"),
    What.DIRECTORY: ("xlsx", "ods"),
    What.EVERYTHING: (ZIP,),
    What.REPORT: (PDF, WORD),
    What.RESULTS: (ZIP,),
}
# Lists of more rows, or printed registers of more entries, would keep somebody waiting for more
# than a second or two (docs/guide/export.md). CSV is sent while it is read, however long it is.
LONG, LONG_PRINTED = 2_000, 200
KEPT = timedelta(days=7)
# Nobody fills the disk by asking for one list in twenty ways.
MOST = 20
PIECE = 1_000_000
