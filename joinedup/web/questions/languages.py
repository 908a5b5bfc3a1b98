"""How far a questionnaire is translated, told in sentences."""

from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.languages.texts import how_much, languages_of
from joinedup.domain.languages.wordings import NAMES, ORIGINAL


def how_far_translated(instrument: Instrument) -> list[str]:
    """Return a sentence for each other language; whatever is missing is shown in English."""
    return [
        _told(name, *how_much(instrument, code))
        for code, name in languages_of(instrument)
        if code != ORIGINAL
    ]


def _told(name: str, done: int, all_of_them: int) -> str:
    if done == all_of_them:
        return f"{name}: all {done} texts are translated."
    said = f"{done} of {all_of_them} texts {'is' if done == 1 else 'are'} translated"
    return f"{name}: {said}; the others are shown in {NAMES[ORIGINAL]}."


def said_of_loading(instrument: Instrument) -> str:
    """Return what is told to somebody who has just loaded a questionnaire."""
    return " ".join(["The questionnaire can be asked now.", *how_far_translated(instrument)])
