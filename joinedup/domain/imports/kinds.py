from django.db.models import TextChoices

from joinedup.domain.mappings.mapping import KINDS, MEMBERSHIPS, PARTNERSHIPS


class ImportState(TextChoices):
    """Where a file stands: nothing of it is in the register until it is brought in."""

    STAGED = "STAGED", "Waiting to be brought in"
    APPLIED = "APPLIED", "Brought in"
    DISCARDED = "DISCARDED", "Put aside"


IMPORT_MOVES: dict[ImportState, tuple[ImportState, ...]] = {
    ImportState.STAGED: (ImportState.APPLIED, ImportState.DISCARDED),
    ImportState.APPLIED: (),
    ImportState.DISCARDED: (),
}


class ImportKind(TextChoices):
    """How the rows of a list are meant."""

    MEMBERSHIPS = MEMBERSHIPS, KINDS[MEMBERSHIPS]
    PARTNERSHIPS = PARTNERSHIPS, KINDS[PARTNERSHIPS]


# Staged rows hold names and addresses; nobody keeps them for good by forgetting them.
DAYS_STAGED = 30
