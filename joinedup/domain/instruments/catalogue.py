"""The questionnaires that come with the product."""

from functools import cache
from importlib.resources import files

from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.reading import read_definition


@cache
def texts() -> dict[str, str]:
    """Return the definition files shipped: each one's text by its file name without the ending."""
    folder = files("joinedup.domain.instruments") / "shipped"
    return {
        entry.name.removesuffix(".toml"): entry.read_text(encoding="utf-8")
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    }


@cache
def shipped() -> tuple[Instrument, ...]:
    """Return every questionnaire shipped, in the order of their names."""
    return tuple(read_definition(text) for text in texts().values())


def find(name: str) -> Instrument | None:
    """Return the shipped questionnaire of this name, however spaces and capitals were typed."""
    wanted = "-".join(name.casefold().replace("_", " ").replace("-", " ").split())
    for instrument in shipped():
        if wanted in (instrument.id, *instrument.also_known_as):
            return instrument
    return None
