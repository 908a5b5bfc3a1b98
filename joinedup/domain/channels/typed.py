"""Answers as somebody types them from a sheet: a figure, d or n, and comments by number."""

import re
from collections.abc import Mapping
from string import ascii_uppercase

from joinedup.domain.instruments.definition import (
    DO_NOT_KNOW,
    DOES_NOT_APPLY,
    Instrument,
    OpenQuestion,
    Statement,
)
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.scoring.answer_file import read_answer

SHORT = {"d": DO_NOT_KNOW, "n": DOES_NOT_APPLY}
SIGNS = {DO_NOT_KNOW: "d", DOES_NOT_APPLY: "n"}
COMMENT = re.compile(r"\s*([0-9]{1,3})\s*[.:)–-]?\s+(\S.*)", re.S)
LONGEST_WORDS = 2000

Typed = Mapping[str, str]


class Mistyped(ValueError):
    """What was typed is no answer; the message says what may stand there."""


def numbered(instrument: Instrument) -> dict[str, Statement]:
    """Return the statements by the number they bear on a sheet: 1, 2, 3 through all sections."""
    return {str(place): each for place, each in enumerate(instrument.statements, start=1)}


def lettered(instrument: Instrument) -> dict[str, OpenQuestion]:
    """Return the questions without a score by the letter they bear on a sheet."""
    return dict(zip(ascii_uppercase, instrument.open_questions, strict=False))


def read_mark(instrument: Instrument, statement: Statement, cell: str) -> Given:
    """Return the answer that a figure, d or n means; refuses anything else."""
    plain = cell.strip()
    try:
        answer = read_answer(instrument, statement, SHORT.get(plain.casefold(), plain))
    except ValueError:
        raise Mistyped(
            f"“{plain[:40]}” is not an answer. Write one of {listed(instrument, statement)}, "
            "or leave it empty."
        ) from None
    if isinstance(answer, int):
        return Given(value=answer)
    return Given(unscored=answer or "")


def listed(instrument: Instrument, statement: Statement) -> str:
    """Return what may stand for an answer: 0, 1, 2, 3, d or n."""
    signs = [str(each.value) for each in instrument.scale_of(statement).values]
    signs += [SIGNS[each.id] for each in instrument.unscored]
    return f"{', '.join(signs[:-1])} or {signs[-1]}"


def read_words(question: OpenQuestion, cell: str) -> Given:
    """Return what was written to a question without a score: words, or the choice of a number."""
    plain = cell.strip()
    if len(plain) > LONGEST_WORDS:
        raise Mistyped(f"No more than {LONGEST_WORDS:,} characters fit here.")
    if question.kind == "text" or not plain:
        return Given(words=plain)
    for number, choice in enumerate(question.choices, start=1):
        if plain.casefold() in (str(number), f"{number}.0", choice.id, choice.label.casefold()):
            return Given(words=choice.id)
    raise Mistyped(f"“{plain[:40]}” is not a choice. Write a number from 1 to {number}.")


def read_comments(instrument: Instrument, text: str) -> dict[str, str]:
    """Return comments by statement: each begins a line with the statement's number.

    A line without a number goes on with the comment before it.
    """
    statements, comments, latest = numbered(instrument), dict[str, str](), ""
    for line in filter(str.strip, text.splitlines()):
        found = COMMENT.fullmatch(line)
        if found and found[1] in statements:
            latest = statements[found[1]].id
            comments[latest] = "\n".join(filter(None, [comments.get(latest), found[2].strip()]))
        elif found:
            raise Mistyped(f"There is no statement {found[1]}.")
        elif not latest:
            raise Mistyped(f"Begin with a statement’s number: “{line.strip()[:40]}”.")
        else:
            comments[latest] += f"\n{line.strip()}"
    if any(len(comment) > LONGEST_WORDS for comment in comments.values()):
        raise Mistyped(f"A comment has {LONGEST_WORDS:,} characters at most.")
    return comments


def with_comments(answers: dict[str, Given], comments: Mapping[str, str]) -> dict[str, Given]:
    """Return the answers with the comment on each beside it."""
    return answers | {
        code: Given(answers[code].value, answers[code].unscored, words)
        for code, words in comments.items()
    }
