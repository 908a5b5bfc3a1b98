from datetime import datetime

from django.db import transaction

from joinedup.domain.instruments.catalogue import texts
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.instruments.reading import read_definition
from joinedup.domain.journal.actions import record


@transaction.atomic
def ship_instruments(*, at: datetime) -> None:
    """Bring the questionnaires of this release into the database; a frozen version stays as is."""
    for text in texts().values():
        add_version(text, at=at)


def add_version(text: str, *, at: datetime) -> InstrumentVersion:
    """Keep this version of a questionnaire, or return the one kept, corrected if never used."""
    instrument = read_definition(text)
    kept, is_new = InstrumentVersion.objects.get_or_create(
        name=instrument.id,
        version=instrument.version,
        defaults={"title": instrument.title, "definition": text},
    )
    if is_new:
        record("instrument.added", kept, by=None, at=at)
    elif kept.frozen_at is None and kept.definition != text:
        kept.definition, kept.title = text, instrument.title
        kept.save(update_fields=["definition", "title"])
        record("instrument.corrected", kept, by=None, at=at)
    return kept


def freeze_instrument(version: InstrumentVersion, *, at: datetime) -> None:
    """Fix the version for good: a round now asks it, and years are compared by it."""
    frozen = InstrumentVersion.objects.filter(pk=version.pk, frozen_at__isnull=True).update(
        frozen_at=at
    )
    if frozen:
        version.frozen_at = at
        record("instrument.frozen", version, by=None, at=at)
