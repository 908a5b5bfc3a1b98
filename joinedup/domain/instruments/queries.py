from functools import lru_cache

from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.instruments.reading import read_definition


def definition_of(version: InstrumentVersion) -> Instrument:
    """Return what this version of a questionnaire asks."""
    return _read(version.definition)


@lru_cache(maxsize=32)
def _read(text: str) -> Instrument:
    return read_definition(text)


def latest(name: str) -> InstrumentVersion | None:
    """Return the newest version of a questionnaire by its short name."""
    return InstrumentVersion.objects.filter(name=name).order_by("-id").first()
