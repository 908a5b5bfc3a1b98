"""Whether people and organisations may stand beside each other without telling on one of them."""

from collections.abc import Mapping
from typing import Any

from joinedup.domain.counting.heard import ONE_AND_THE_OTHER, Case
from joinedup.domain.scoring.sheets import side_of, those_heard, without_too_few

FEWEST_VOICES = 4
"""Whoever answered for one of three knows what theirs said; from both views of the other two, of
different sizes, they could work out what each of those said (DESIGN 10.11)."""


def fewest_voices(case: Case) -> int:
    """Return how many sides stand behind the statement that the fewest of them answered.

    A statement that nobody could answer has no figure in either view and is left out.
    """
    if case.unnamed is not None:
        return 0
    heard = those_heard(case.instrument, without_too_few(case.instrument, case.sheets))
    voices = [(side_of(sheet, internal=case.internal), sheet.answers) for sheet in heard]
    counts = [
        len({side for side, answers in voices if isinstance(answers.get(code), int)})
        for code in (statement.id for statement in case.instrument.statements)
    ]
    return min(filter(None, counts), default=0)


def why_not_beside(sealed: Mapping[str, Any], *, each: str = "organisation") -> str | None:
    """Return why people and organisations are not shown beside each other, or None.

    ``each`` is what has one voice: a unit, where the members of a partnership are units.
    """
    if sealed.get("anonymous"):
        return f"Nobody knows which {each} an answer came from, so {each}s are not shown apart."
    if "voices" not in sealed:
        return f"This round was closed before people and {each}s were held against each other."
    heard = sealed["figures"]["organisations"]
    if heard == ONE_AND_THE_OTHER or sealed["voices"] < FEWEST_VOICES:
        return (
            f"People and {each}s are not shown beside each other, since fewer than four {each}s "
            "answered some statement: both together would tell what one of them said."
        )
    return None
