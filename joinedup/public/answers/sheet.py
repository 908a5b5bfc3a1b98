"""Somebody's own answers, laid out for reading over before and after sending."""

from typing import Any

from joinedup.domain.instruments.definition import Instrument, Section, Statement, as_second
from joinedup.domain.reviews.models import Answer


def sheet_of(instrument: Instrument, saved: dict[str, Answer]) -> list[dict[str, Any]]:
    """Return the sections with each question, its answer and its comment, page by page."""
    sections = [
        {
            "title": section.title,
            "number": number,
            "rows": [
                (question, *said(instrument, statement, saved.get(statement.id)))
                for question, statement in asked_in(instrument, section)
            ],
        }
        for number, section in enumerate(instrument.pages, start=1)
    ]
    if instrument.open_questions:
        rows = [
            (question.text, chosen(question.choices, saved.get(question.id)), "")
            for question in instrument.open_questions
        ]
        sections.append({"title": "In your own words", "number": len(sections) + 1, "rows": rows})
    return sections


def asked_in(instrument: Instrument, section: Section) -> list[tuple[str, Statement]]:
    """Return the questions of a page; a statement on two scales is two, each by its scale."""
    asked: list[tuple[str, Statement]] = []
    for statement in section.statements:
        parts = [statement, as_second(statement)] if statement.second_scale else [statement]
        for part in parts:
            title = instrument.scale_of(part).title if statement.second_scale else ""
            asked.append((f"{part.text} {title}".strip(), part))
    return asked


def said(instrument: Instrument, statement: Statement, answer: Answer | None) -> tuple[str, str]:
    """Return an answer in the words it was chosen by, and its comment."""
    if answer is None:
        return "Not answered", ""
    if answer.value is not None:
        values = instrument.scale_of(statement).values
        label = next(each.label for each in values if each.value == answer.value)
    else:
        labels: dict[str, str] = {each.id: each.label for each in instrument.unscored}
        label = labels.get(answer.unscored, "Not answered")
    return label, answer.words


def chosen(choices: Any, answer: Answer | None) -> str:
    """Return what was written, or the words of the choice made."""
    if answer is None or not answer.words:
        return "Not answered"
    return next((choice.label for choice in choices if choice.id == answer.words), answer.words)


def unanswered(instrument: Instrument, saved: dict[str, Answer]) -> int:
    """Count the statements left open."""
    answered = {question for question, a in saved.items() if a.value is not None or a.unscored}
    return sum(1 for statement in instrument.statements if statement.id not in answered)
