"""What was typed, laid out for reading over once before it is sent."""

from typing import Any

from joinedup.domain.channels.typed import lettered, numbered
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.reviews.actions.answering import Given


def read_over(instrument: Instrument, answers: dict[str, Given]) -> list[dict[str, Any]]:
    """Return each section with its statements and the words of what was typed."""
    numbers = {each.id: number for number, each in numbered(instrument).items()}
    parts = [
        {
            "title": section.title,
            "rows": [
                (f"{numbers[each.id]}. {each.text}", said(instrument, each, answers[each.id]))
                for each in section.statements
            ],
        }
        for section in instrument.sections
    ]
    rows = [
        (f"{letter}. {question.text}", words_of(question, answers[question.id]))
        for letter, question in lettered(instrument).items()
    ]
    return [*parts, {"title": "In their own words", "rows": rows}] if rows else parts


def said(instrument: Instrument, statement: Any, given: Given) -> str:
    """Return an answer in the words of its scale, with its comment."""
    labels: dict[Any, str] = {v.value: v.label for v in instrument.scale_of(statement).values}
    labels |= {each.id: each.label for each in instrument.unscored}
    label = labels.get(given.unscored if given.value is None else given.value, "Not answered")
    shown = label if given.value is None else f"{given.value}. {label}"
    return f"{shown}. Comment: {given.words}" if given.words else shown


def words_of(question: Any, given: Given) -> str:
    """Return what was written, or the words of the choice made."""
    chosen = {choice.id: choice.label for choice in question.choices}
    return chosen.get(given.words, given.words) or "Not answered"


def unanswered(instrument: Instrument, answers: dict[str, Given]) -> int:
    """Count the statements left empty."""
    given = [answers[statement.id] for statement in instrument.statements]
    return sum(1 for each in given if each.value is None and not each.unscored)
