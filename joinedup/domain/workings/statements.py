"""How the figures of one statement were worked out, from how often each answer was given."""

from fractions import Fraction

from joinedup.domain.instruments.combining import worst_answer
from joinedup.domain.instruments.definition import DO_NOT_KNOW, Statement
from joinedup.domain.scoring.sheets import UNANSWERED, Tally
from joinedup.domain.workings.case import Case, as_printed, counted, shown


def statement_lines(case: Case, statement: Statement) -> list[str]:
    lines = [f"{statement.id}: {statement.text}"]
    if case.is_few:
        fewest = case.instrument.minimums.group
        return [
            *lines,
            f"Fewer than {fewest} people answered, so what was said to one statement is not shown.",
        ]
    tally = case.tallies[statement.id]
    if not tally.asked:
        return [*lines, not_asked_line(case, statement)]
    lines.append(counts_line(case, statement))
    if not tally.applies:
        return [*lines, "Everyone said that it does not apply, so it is left out."]
    lines += filled_lines(case, statement)
    if not case.marks[statement.id].values:
        return [*lines, "Nobody gave an answer that can be scored, so there is no average."]
    lines += average_lines(case, statement, case.marks[statement.id])
    if tally.values:
        lines += agreement_lines(case, statement, tally)
    return [*lines, *unsure_lines(case, statement)]


def not_asked_line(case: Case, statement: Statement) -> str:
    if not statement.roles:
        return "It is asked of partnerships of another tier, so it is left out."
    kept_for = " and ".join(f"the {role}" for role in statement.roles)
    fewest = case.instrument.minimums.group
    return f"It is asked of {kept_for}, and fewer than {fewest} answered, so it is left out."


def filled_lines(case: Case, statement: Statement) -> list[str]:
    added = len(case.marks[statement.id].values) - len(case.tallies[statement.id].values)
    if not added:
        return []
    worst = worst_answer(case.instrument, statement)
    scale = case.instrument.scale_of(statement)
    label = next(each.label for each in scale.values if each.value == worst)
    return [
        f"Left empty or could not tell: {added}. For the score, each counts as the worst answer, "
        f"{worst} ({label})."
    ]


def counts_line(case: Case, statement: Statement) -> str:
    instrument, counts = case.instrument, case.result.statements[statement.id].counts
    scale = instrument.scale_of(statement)
    labels = [(str(v.value), f"{v.value} ({v.label})") for v in reversed(scale.values)]
    labels += [(each.id, each.label) for each in instrument.unscored]
    labels.append((UNANSWERED, "left empty"))
    given = "; ".join(f"{label}: {counts[kind]}" for kind, label in labels)
    return f"How many people gave each answer: {given}."


def average_lines(case: Case, statement: Statement, marks: Tally) -> list[str]:
    if case.instrument.scoring.statement == "share choosing":
        return share_lines(case, statement, marks)
    scale = case.instrument.scale_of(statement)
    lines = []
    if statement.reverse:
        lines.append(
            f"The statement is worded the other way round, so {scale.highest} counts as "
            f"{scale.lowest} and so on."
        )
    amounts = [(marks.values.count(v.value), v.value) for v in reversed(scale.values)]
    products = " + ".join(f"{count} × {value}" for count, value in amounts)
    total, people = sum(marks.values), len(marks.values)
    if case.side is None:
        mean = Fraction(total, people)
        lines.append(f"Points: {products} = {total}, from {counted(people, 'person')}.")
        lines.append(f"Average: {total} ÷ {people} = {shown(mean)}.")
    else:
        mean, by_side = mean_over_sides(case, marks)
        lines += by_side
    if case.instrument.scoring.statement == "percentage":
        percentage = mean / scale.highest * 100
        lines.append(
            f"Score: the average ÷ {scale.highest} × 100 = {shown(percentage)}, "
            f"{as_printed(case, percentage)}."
        )
    return lines


def mean_over_sides(case: Case, marks: Tally) -> tuple[Fraction, list[str]]:
    means = [Fraction(sum(each), len(each)) for each in marks.sides.values()]
    total = sum(means, Fraction(0))
    mean = total / len(means)
    return mean, [
        f"The people of each {case.side} are averaged first; somebody who speaks for nobody "
        "else counts alone.",
        f"The averages, {len(means)} in all, add up to {shown(total)}.",
        f"Average: this ÷ {len(means)} = {shown(mean)}.",
    ]


def share_lines(case: Case, statement: Statement, marks: Tally) -> list[str]:
    asked = [
        f"{each.value} ({each.label})"
        for each in case.instrument.scale_of(statement).values
        if each.value in case.instrument.scoring.choosing
    ]
    chose, people = sum(marks.values), len(marks.values)
    lines = [f"Who chose {' or '.join(asked)}: {chose} of {people}."]
    share = Fraction(chose, people)
    if case.side is not None:
        share, by_side = mean_over_sides(case, marks)
        lines += by_side
    return [
        *lines,
        f"Score: this share × 100 = {shown(share * 100)}, {as_printed(case, share * 100)}.",
    ]


def agreement_lines(case: Case, statement: Statement, tally: Tally) -> list[str]:
    agreed = case.result.statements[statement.id].agreement
    if agreed is None:
        return [
            f"How far people agree is worked out from {case.instrument.minimums.agreement} "
            "scored answers up."
        ]
    scale = case.instrument.scale_of(statement)
    people, mean = len(tally.values), Fraction(sum(tally.values), len(tally.values))
    distance = sum(((value - mean) ** 2 for value in tally.values), Fraction(0))
    widest = Fraction((scale.highest - scale.lowest) ** 2, 4) * people
    bound = case.instrument.thresholds.split
    verdict = "is one" if agreed < bound else "is not one"
    return [
        "How far people agree, from 0 to 1: the squared distances of the answers from their "
        f"average add up to {shown(distance)}. Had half chosen each end of the scale, it would be "
        f"{shown(widest)}. 1 less the first ÷ the second = {shown(agreed)}. "
        f"Under {shown(bound)} is a split view; this {verdict}."
    ]


def unsure_lines(case: Case, statement: Statement) -> list[str]:
    figures = case.result.statements[statement.id]
    unsure = figures.counts.get(DO_NOT_KNOW, 0)
    if figures.dont_know_share is None or not unsure:
        return []
    asked = unsure / figures.dont_know_share
    return [
        f"Who could not tell: {unsure} of {shown(asked)}, which is "
        f"{shown(figures.dont_know_share)}. From {shown(case.instrument.thresholds.cannot_tell)} "
        "up it is listed under what partners cannot tell."
    ]
