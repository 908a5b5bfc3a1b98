"""Answer sheets as plain values, and what was answered on each statement, counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm

from joinedup.domain.instruments.combining import mark, turned, worst_answer
from joinedup.domain.instruments.definition import (
    DO_NOT_KNOW,
    DOES_NOT_APPLY,
    Instrument,
    Statement,
)

UNANSWERED = "unanswered"

Counting = Callable[[Instrument, Statement, int], int]


@dataclass(frozen=True)
class Sheet:
    """One person's answers: statement id to a value of its scale, "dk", "na" or None.

    Answers to open questions may stand among them; they are not scored. A person who speaks for
    nobody else has no organisation and counts as a side of their own.
    """

    respondent: str
    organisation: str
    answers: Mapping[str, int | str | None]
    unit: str = ""


@dataclass(frozen=True)
class Tally:
    """What was answered on one statement: every answer counted, and the scored ones by side.

    What is kept for some, and that none of them answered, was not ``asked``.
    """

    counts: Counter[str]
    values: Sequence[int]
    sides: Mapping[str, Sequence[int]]
    asked: bool = True

    @property
    def applies(self) -> bool:
        """Whether anybody left room for it: only if everyone says so does a statement not apply."""
        return self.asked and (
            self.counts[DOES_NOT_APPLY] == 0
            or self.counts[DOES_NOT_APPLY] < sum(self.counts.values())
        )

    @property
    def nobody_can_say(self) -> bool:
        return not self.values and self.counts[DO_NOT_KNOW] > 0


def those_heard(instrument: Instrument, sheets: Iterable[Sheet]) -> list[Sheet]:
    """Return the sheets on which at least one statement was answered, be it with "dk" or "na"."""
    codes = [statement.id for statement in instrument.statements]
    return [sheet for sheet in sheets if any(sheet.answers.get(code) is not None for code in codes)]


def side_of(sheet: Sheet, *, internal: bool) -> str:
    """Return whom the person speaks for: a unit or organisation, else only themselves."""
    name = (sheet.unit or sheet.organisation) if internal else sheet.organisation
    # The leading character keeps a person alone apart from an organisation of the same name.
    return f"={name}" if name else f"-{sheet.respondent}"


def organisations_heard(
    instrument: Instrument, sheets: Iterable[Sheet], *, internal: bool = False
) -> set[str]:
    sides = {side_of(sheet, internal=internal) for sheet in those_heard(instrument, sheets)}
    return {side for side in sides if side.startswith("=")}


def too_few_asked(instrument: Instrument, sheets: Sequence[Sheet]) -> set[str]:
    """Return the statements kept for some places that too few answered to count anywhere.

    Everybody knows who the chair is: a figure from one or two would be what they said.
    """
    by_role = [statement.id for statement in instrument.statements if statement.roles]
    answered = {
        code: sum(sheet.answers.get(code) is not None for sheet in sheets) for code in by_role
    }
    return {code for code, count in answered.items() if count < instrument.minimums.group}


def without_too_few(instrument: Instrument, sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets without answers that would tell on the few who were asked for them."""
    hidden = too_few_asked(instrument, sheets)
    if not hidden:
        return list(sheets)
    return [
        replace(sheet, answers={c: a for c, a in sheet.answers.items() if c not in hidden})
        for sheet in sheets
    ]


def carried_forward(
    instrument: Instrument, sheets: Sequence[Sheet], before: Iterable[Sheet]
) -> tuple[list[Sheet], int]:
    """Return the sheets with what somebody left empty as they answered it last time, and how many.

    Only where the questionnaire asks for it, and only for people who answered both times.
    """
    if instrument.scoring.missing.policy != "carry forward":
        return list(sheets), 0
    codes = [statement.id for statement in instrument.statements]
    told = {sheet.respondent: sheet.answers for sheet in before}
    heard = {sheet.respondent for sheet in those_heard(instrument, sheets)}
    taken: list[Sheet] = []
    count = 0
    for sheet in sheets:
        old = told.get(sheet.respondent, {}) if sheet.respondent in heard else {}
        empty = [code for code in codes if sheet.answers.get(code) is None]
        more = {code: old[code] for code in empty if isinstance(old.get(code), int)}
        taken.append(replace(sheet, answers={**sheet.answers, **more}))
        count += len(more)
    return taken, count


def filled(instrument: Instrument, sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets as they count: with "treat as lowest", what is missing is the worst.

    What somebody says does not apply is not missing, nor what is kept for others than them.
    Sheets with nothing on them stay empty.
    """
    if instrument.scoring.missing.policy != "treat as lowest":
        return list(sheets)
    worst = {each.id: worst_answer(instrument, each) for each in instrument.statements}
    missing: dict[str, tuple[str | None, ...]] = {
        each.id: (DO_NOT_KNOW,) if each.is_for_some else (None, DO_NOT_KNOW)
        for each in instrument.statements
    }
    heard = those_heard(instrument, sheets)
    return [
        replace(
            sheet,
            answers={
                **sheet.answers,
                **{
                    code: answer
                    for code, answer in worst.items()
                    if sheet.answers.get(code) in missing[code]
                },
            },
        )
        for sheet in heard
    ]


def tallies_of(
    instrument: Instrument,
    sheets: Sequence[Sheet],
    *,
    internal: bool,
    counting: Counting = turned,
) -> dict[str, Tally]:
    """Return what was answered on each statement; an answer the questionnaire lacks is refused.

    ``counting`` says what an answer counts: its value, or its mark towards a score.
    """
    refuse_unknown_answers(instrument, sheets)
    heard = [(side_of(s, internal=internal), s.answers) for s in those_heard(instrument, sheets)]
    tallies = {}
    for statement in instrument.statements:
        counts: Counter[str] = Counter()
        values: list[int] = []
        sides: dict[str, list[int]] = {}
        counted = {
            each.value: counting(instrument, statement, each.value)
            for each in instrument.scale_of(statement).values
        }
        for side, answers in heard:
            answer = answers.get(statement.id)
            if answer is None and statement.is_for_some:
                continue
            counts[UNANSWERED if answer is None else str(answer)] += 1
            if isinstance(answer, int):
                value = counted[answer]
                values.append(value)
                sides.setdefault(side, []).append(value)
        asked = bool(counts) or not statement.is_for_some
        tallies[statement.id] = Tally(counts, values, sides, asked)
    return tallies


def marks_of(
    instrument: Instrument, sheets: Sequence[Sheet], tallies: Mapping[str, Tally], *, internal: bool
) -> Mapping[str, Tally]:
    """Return what the answers add to the scores: mostly what was answered, as it stands."""
    scoring = instrument.scoring
    if scoring.statement != "share choosing" and scoring.missing.policy != "treat as lowest":
        return tallies
    return tallies_of(instrument, filled(instrument, sheets), internal=internal, counting=mark)


def refuse_unknown_answers(instrument: Instrument, sheets: Iterable[Sheet]) -> None:
    unscored: list[int | str | None] = [None, *(each.id for each in instrument.unscored)]
    allowed = {
        statement.id: {*unscored, *(v.value for v in instrument.scale_of(statement).values)}
        for statement in instrument.statements
    }
    unmarked = {question.id for question in instrument.open_questions}
    for sheet in sheets:
        for code, answer in sheet.answers.items():
            if code in unmarked:
                continue
            if code not in allowed:
                raise ValueError(f"There is no statement {code!r} in {instrument.id}.")
            if answer not in allowed[code] or isinstance(answer, bool):
                raise ValueError(f"{answer!r} is not an answer to {code}.")


def mean_by_person(tally: Tally) -> Fraction | None:
    return Fraction(sum(tally.values), len(tally.values)) if tally.values else None


def mean_by_side(tally: Tally) -> Fraction | None:
    """Return the average of each side's average, brought to its lowest terms once."""
    if not tally.sides:
        return None
    common = lcm(*(len(values) for values in tally.sides.values()))
    means = sum(sum(values) * (common // len(values)) for values in tally.sides.values())
    return Fraction(means, common * len(tally.sides))
