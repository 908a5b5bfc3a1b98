from datetime import datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.instruments.catalogue import texts
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.instruments.queries import kept_version
from joinedup.domain.instruments.reading import read_definition
from joinedup.domain.instruments.rules import why_not_keep_version, why_not_load
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person


@transaction.atomic
def ship_instruments(*, at: datetime) -> None:
    """Bring the questionnaires of this release into the database; a frozen version stays as is."""
    for text in texts().values():
        add_version(text, at=at)


def add_version(
    text: str, *, at: datetime, owner: Organisation | None = None, by: Person | None = None
) -> InstrumentVersion:
    """Keep this version of a questionnaire, or return the one kept, corrected if never used."""
    instrument = read_definition(text)
    kept = kept_version(owner, instrument.id, instrument.version)
    if kept is None:
        kept = InstrumentVersion.objects.create(
            owner=owner, name=instrument.id, version=instrument.version, **_told(instrument, text)
        )
        record("instrument.added", kept, by=by, at=at)
    elif kept.frozen_at is None and kept.definition != text:
        told = _told(instrument, text)
        InstrumentVersion.objects.filter(pk=kept.pk, frozen_at__isnull=True).update(**told)
        kept.refresh_from_db()
        record("instrument.corrected", kept, by=by, at=at)
    return kept


def _told(instrument: Instrument, text: str) -> dict[str, Any]:
    return {
        "title": instrument.title,
        "definition": text,
        "is_yearly": instrument.yearly,
        "gives_score": instrument.gives_score,
        "minutes": instrument.minutes or 10,
    }


@transaction.atomic
def load_instrument(
    text: str, *, owner: Organisation, by: Person, at: datetime
) -> InstrumentVersion:
    """Keep a questionnaire of an organisation's own, for its rounds; correct one never asked."""
    insist(why_not_load(owner, by, day_of(at)))
    insist(why_not_keep_version(owner, read_definition(text)))
    return add_version(text, owner=owner, by=by, at=at)


def freeze_instrument(version: InstrumentVersion, *, at: datetime) -> None:
    """Fix the version for good: a round now asks it, and years are compared by it."""
    frozen = InstrumentVersion.objects.filter(pk=version.pk, frozen_at__isnull=True).update(
        frozen_at=at
    )
    if frozen:
        version.frozen_at = at
        record("instrument.frozen", version, by=None, at=at)
