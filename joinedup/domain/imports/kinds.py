from django.db.models import TextChoices

from joinedup.domain.mappings.mapping import (
    KINDS,
    MEMBERSHIPS,
    ORGANISATIONS,
    PARTNERSHIPS,
    PEOPLE,
)


class ImportState(TextChoices):
    """Where a file stands: nothing of it is in the register until it is brought in."""

    STAGED = "STAGED", "Waiting to be brought in"
    APPLIED = "APPLIED", "Brought in"
    DISCARDED = "DISCARDED", "Put aside"
    UNDONE = "UNDONE", "Taken back"


IMPORT_MOVES: dict[ImportState, tuple[ImportState, ...]] = {
    ImportState.STAGED: (ImportState.APPLIED, ImportState.DISCARDED),
    ImportState.APPLIED: (ImportState.UNDONE,),
    ImportState.DISCARDED: (),
    ImportState.UNDONE: (),
}


class ImportWork(TextChoices):
    """What a worker is doing with a file, while people wait for it."""

    NONE = "", "Nothing"
    READING = "READING", "Reading the file"
    PLANNING = "PLANNING", "Working out what will happen"
    ENTERING = "ENTERING", "Bringing it in"
    NOTING = "NOTING", "Writing the history"


class ImportKind(TextChoices):
    """How the rows of a list are meant."""

    MEMBERSHIPS = MEMBERSHIPS, KINDS[MEMBERSHIPS]
    PARTNERSHIPS = PARTNERSHIPS, KINDS[PARTNERSHIPS]
    ORGANISATIONS = ORGANISATIONS, KINDS[ORGANISATIONS]
    PEOPLE = PEOPLE, KINDS[PEOPLE]


# A list of more rows than this is worked on by a worker, while people look on or go away.
LONG = 2_000
# A file longer than this in bytes is not even read while somebody waits.
LONG_FILE = 400_000
PIECE = 1_000_000

# Staged rows hold names and addresses; nobody keeps them for good by forgetting them.
DAYS_STAGED = 30
