"""Which questions of two versions of a questionnaire are the same, and what can be compared."""

from collections.abc import Mapping
from dataclasses import replace

from joinedup.domain.instruments.definition import Instrument, Statement


def linked(new: Instrument, old: Instrument) -> dict[str, str]:
    """Return the statements of ``old`` that ``new`` asks again: its id to the id there.

    Only where the new version says that it follows the old one. The same id with the same words
    and the same values to choose from is the same question; ``same_as`` says so of changed words.
    """
    if new.id != old.id or old.version not in new.follows:
        return {}
    known = {statement.id: statement for statement in old.statements}
    found = {}
    for statement in new.statements:
        before = known.get(statement.same_as or statement.id)
        if before is not None and is_same(statement, before, new, old):
            found[statement.id] = before.id
    return found


def is_same(statement: Statement, before: Statement, new: Instrument, old: Instrument) -> bool:
    values = [
        [each.value for each in instrument.scale_of(one).values]
        for instrument, one in ((new, statement), (old, before))
    ]
    same_words = bool(statement.same_as) or statement.text == before.text
    return same_words and values[0] == values[1] and statement.reverse == before.reverse


def in_common(new: Instrument, links: Mapping[str, str]) -> Instrument:
    """Return the new version with nothing but the questions that were asked before."""
    sections = []
    for section in new.sections:
        statements = tuple(each for each in section.statements if each.id in links)
        if statements:
            sections.append(replace(section, statements=statements))
    return replace(new, sections=tuple(sections))
