"""Answers as somebody types them from a sheet: a figure, d or n, and comments by number.

The words of an answer will do as well, in any language the questionnaire has.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase

from joinedup.domain.instruments.definition import (
    DO_NOT_KNOW,
    DOES_NOT_APPLY,
    Instrument,
    OpenQuestion,
    Statement,
)
from joinedup.domain.languages.texts import said_of
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
    """Return the answer that a figure, d or n means, or the words of one; refuses anything else."""
    plain = cell.strip()
    sign = SHORT.get(plain.casefold())
    try:
        answer = read_answer(instrument, statement, sign or plain)
    except ValueError:
        meant = set()
    else:
        meant = {Given(value=answer) if isinstance(answer, int) else Given(unscored=answer or "")}
        if sign or not plain or isinstance(answer, int):
            return meant.pop()
    labels = labels_of(instrument, statement)
    meant |= {given for label, given in labels if same_words(label, plain)}
    return the_one_meant(meant, plain, "an answer", f"one of {listed(instrument, statement)}")


def labels_of(instrument: Instrument, statement: Statement) -> Iterator[tuple[str, Given]]:
    """Yield what an answer to a statement is called, in each language, and which it is."""
    scale = instrument.scale_of(statement)
    for said in (scale, *said_of(instrument, "scales", scale.id)):
        yield from ((each.label, Given(value=each.value)) for each in said.values)
    for answer in instrument.unscored:
        for said in (answer, *said_of(instrument, "unscored", answer.id)):
            yield said.label, Given(unscored=answer.id)


def same_words(one: str, other: str) -> bool:
    """Tell whether two labels are the same, however capitals, spaces and accents were typed in."""
    a, b = (" ".join(unicodedata.normalize("NFC", e).casefold().split()) for e in (one, other))
    return a == b


def the_one_meant(meant: Iterable[Given], plain: str, thing: str, may: str) -> Given:
    """Return the only thing that words can mean, or refuse them with what may be written."""
    found = list(meant)
    if len(found) == 1:
        return found[0]
    wrong = "may mean more than one thing" if found else f"is not {thing}"
    end = ", or leave it empty." if thing == "an answer" else "."
    raise Mistyped(f"“{plain[:40]}” {wrong}. Write {may}{end}")


def listed(instrument: Instrument, statement: Statement) -> str:
    """Return what may stand for an answer: 0, 1, 2, 3, d or n."""
    signs = [str(each.value) for each in instrument.scale_of(statement).values]
    signs += [SIGNS[each.id] for each in instrument.unscored]
    return f"{', '.join(signs[:-1])} or {signs[-1]}"


def read_words(instrument: Instrument, question: OpenQuestion, cell: str) -> Given:
    """Return what was written to a question without a score: words, or a choice by its number.

    The words of a choice will do as well.
    """
    plain = cell.strip()
    if len(plain) > LONGEST_WORDS:
        raise Mistyped(f"No more than {LONGEST_WORDS:,} characters fit here.")
    if question.kind == "text" or not plain:
        return Given(words=plain)
    numbers = {str(number): each for number, each in enumerate(question.choices, start=1)}
    if choice := numbers.get(plain.removesuffix(".0")):
        return Given(words=choice.id)
    choices = [(each.id, each.id) for each in question.choices]
    for said in (question, *said_of(instrument, "open_questions", question.id)):
        choices += [(each.label, each.id) for each in said.choices]
    meant = {Given(words=code) for label, code in choices if same_words(label, plain)}
    return the_one_meant(meant, plain, "a choice", f"a number from 1 to {len(numbers)}")


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
