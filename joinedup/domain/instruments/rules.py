from datetime import date

from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.instruments.queries import kept_version
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.people.models import Person


def why_not_load_any(person: Person, day: date) -> str | None:
    """Return why ``person`` may load no questionnaire for anybody, or None."""
    if works_for(person, day, *OFFICERS):
        return None
    return "Only a partnership officer or manager can load a questionnaire."


def why_not_load(owner: Organisation, person: Person, day: date) -> str | None:
    """Return why ``person`` may load no questionnaire for ``owner``, or None."""
    if owner.pk in works_for(person, day, *OFFICERS):
        return None
    return f"Only a partnership officer or manager of {owner} can load its questionnaires."


def why_not_keep_version(owner: Organisation, instrument: Instrument) -> str | None:
    """Return why this version cannot be kept as it is now, or None."""
    kept = kept_version(owner, instrument.id, instrument.version)
    if kept is None or kept.frozen_at is None:
        return None
    return (
        f"Version {kept.version} of “{kept.title}” has been asked in a round and stays as it is. "
        "Give the changed one another version, and name the old one under follows."
    )


def why_not_ask(host: Organisation, version: InstrumentVersion) -> str | None:
    """Return why ``host`` may not ask this questionnaire, or None."""
    if version.owner_id in (None, host.pk):
        return None
    return f"“{version.title}” belongs to another organisation than {host}."
