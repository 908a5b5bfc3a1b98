"""The figures of a round worked out slowly and plainly, apart from the code they are held against.

It shares nothing with ``joinedup.domain.scoring``: everything is looked up anew for every figure.
"""

from dataclasses import replace
from fractions import Fraction


def figures(instrument, sheets, by):
    """Return the overall figure and each section's; ``by`` is "person" or "organisation"."""
    answering = counting(instrument, sheets)
    order = instrument.scoring.average
    if order == "item first":
        return together(instrument, answering, by)
    if order == "person first":
        units = [[sheet] for sheet in answering]
    else:
        units = [
            [sheet for sheet in answering if voice(sheet) == name]
            for name in sorted({voice(sheet) for sheet in answering})
        ]
    own = [(unit, together(instrument, unit, "person")) for unit in units]
    places = ["overall", *(section.id for section in instrument.sections)]
    return {
        place: average_of_units([(unit, found[place]) for unit, found in own], by)
        for place in places
    }


def counting(instrument, sheets):
    """Return the sheets that count: something said, but not what too few of one place said."""
    for each in statements(instrument):
        given = [sheet for sheet in sheets if said(sheet, each) is not None]
        if each.roles and len(given) < instrument.minimums.group:
            sheets = [replace(s, answers={**s.answers, each.id: None}) for s in sheets]
    return [s for s in sheets if any(said(s, each) is not None for each in statements(instrument))]


def was_asked(statement, sheets):
    """Tell whether anybody was asked: with tiers or roles, only an answer shows that."""
    for_all = not statement.tiers and not statement.roles
    return for_all or any(said(sheet, statement) is not None for sheet in sheets)


def is_on(statement, sheets):
    """Tell whether it applies to anybody of those asked."""
    given = [said(sheet, statement) for sheet in sheets]
    if statement.tiers or statement.roles:
        given = [each for each in given if each is not None]
    return was_asked(statement, sheets) and (not given or any(each != "na" for each in given))


def live(instrument, sheets, by):
    """Return the statements that are live, in any order."""
    bad = instrument.scoring.direction == "low is good"
    bounds, found = instrument.thresholds, set()
    for each in statements(instrument):
        values = [
            (voice(s), straight(instrument, each, said(s, each)))
            for s in counting(instrument, sheets)
            if isinstance(said(s, each), int)
        ]
        bodies = [mean([v for w, v in values if w == name]) for name in {w for w, _ in values}]
        whole = bodies if by == "organisation" else [Fraction(v) for _, v in values]
        averages = [(mean(whole), bounds.live_from)] if whole else []
        averages += [(one, bounds.live_for_one) for one in bodies]
        for average, bound in averages:
            if bound is not None and (average >= bound if bad else average <= bound):
                found.add(each.id)
    return found


def average_of_units(own, by):
    """Average what is known: every person the same, or every organisation the same."""
    known = [(unit, figure) for unit, figure in own if figure is not None]
    if not known:
        return None
    voices = {voice(unit[0]) for unit, _ in known}
    total, weights = Fraction(0), Fraction(0)
    for unit, figure in known:
        weight = Fraction(len(unit))
        if by == "organisation":
            beside = sum(len(u) for u, _ in known if voice(u[0]) == voice(unit[0]))
            weight = Fraction(len(unit), beside) / len(voices)
        total, weights = total + weight * figure, weights + weight
    return total / weights


def together(instrument, sheets, by):
    """Work out statements over all these sheets, then sections, then the overall."""
    found, scoring = {}, instrument.scoring
    weighed, asked = [], 0
    for section in instrument.sections:
        found[section.id] = None
        asked += any(was_asked(each, sheets) for each in section.statements)
        items = [each for each in section.statements if is_on(each, sheets)]
        scores = [(s, statement_score(instrument, s, sheets, by)) for s in items]
        scored = [(s, score) for s, score in scores if score is not None]
        needed = {"need all": len(items), "need a share": (scoring.missing.share or 0) * len(items)}
        enough = bool(scored) and len(scored) >= needed.get(scoring.missing.policy, 0)
        if scoring.section == "sum":
            enough = len(scored) == len(section.statements)
        if enough:
            parts = [(s.weight, score, top(instrument, s)) for s, score in scored]
            found[section.id], largest = put_together(scoring.section, parts)
            weighed.append((section.weight, found[section.id], largest))
    found["overall"] = None
    if scoring.overall != "none" and weighed and len(weighed) == asked:
        found["overall"] = put_together(scoring.overall, weighed)[0]
    return found


def put_together(method, parts):
    """Return a mean, sum or percentage of weighted parts, and the most it could have been."""
    value = sum((w * v for w, v, _ in parts), Fraction(0))
    most = sum((w * m for w, _, m in parts), Fraction(0))
    weight = sum((w for w, _, _ in parts), Fraction(0))
    return {
        "sum": lambda: (value, most),
        "mean": lambda: (value / weight, most / weight),
        "percentage": lambda: (100 * value / most, Fraction(100)),
    }[method]()


def statement_score(instrument, statement, sheets, by):
    """Return a statement's score over these sheets, or None."""
    values = [(voice(s), points(instrument, statement, said(s, statement))) for s in sheets]
    values = [(who, value) for who, value in values if value is not None]
    if not values:
        return None
    if by == "organisation":
        names = {who for who, _ in values}
        means = [mean([v for w, v in values if w == name]) for name in names]
    else:
        means = [Fraction(value) for _, value in values]
    scale = instrument.scale_of(statement)
    factor = {"mean": 1, "percentage": Fraction(100, scale.values[-1].value), "share choosing": 100}
    return mean(means) * factor[instrument.scoring.statement]


def points(instrument, statement, answer):
    """Return what one answer counts, or None where it counts nothing."""
    values = [each.value for each in instrument.scale_of(statement).values]
    high = instrument.scoring.direction == "high is good"
    if answer == "na":
        return None
    if answer is None and (statement.tiers or statement.roles):
        return None
    if answer in (None, "dk"):
        if instrument.scoring.missing.policy != "treat as lowest":
            return None
        all_points = [points(instrument, statement, value) for value in values]
        return min(all_points) if high else max(all_points)
    if instrument.scoring.statement == "share choosing":
        return 1 if answer in instrument.scoring.choosing else 0
    return straight(instrument, statement, answer)


def straight(instrument, statement, answer):
    """Return an answer, turned round where agreeing is bad."""
    values = [each.value for each in instrument.scale_of(statement).values]
    return values[0] + values[-1] - answer if statement.reverse else answer


def top(instrument, statement):
    """Return the most a statement could score."""
    highest = instrument.scale_of(statement).values[-1].value
    return {"mean": highest, "percentage": 100, "share choosing": 100}[instrument.scoring.statement]


def statements(instrument):
    return [each for section in instrument.sections for each in section.statements]


def said(sheet, statement):
    return sheet.answers.get(statement.id)


def voice(sheet):
    """Return whom a person speaks for: an organisation, or only themselves."""
    return ("body", sheet.organisation) if sheet.organisation else ("alone", sheet.respondent)


def mean(values):
    return sum(values, Fraction(0)) / len(values)
