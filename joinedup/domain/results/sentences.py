"""A sealed result in plain sentences, the same on pages, in papers and in mail."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.results.counting import official
from joinedup.domain.reviews.kinds import OfficialView
from joinedup.domain.scoring.comparing import views_differ
from joinedup.domain.scoring.outcome import from_stored
from joinedup.domain.scoring.results import Result, View, printed

Sealed = Mapping[str, Any]
WIDE = 1.0
"""A whole step of the scale between two groups is a disagreement worth the first sentence."""


def in_short(result: Sealed, instrument: Instrument) -> list[str]:
    """Return the three sentences a busy reader needs: disagreement, silence, conflict."""
    widest = first_differences(result)[:1]
    told = [f"Partners differ most on {difference_sentence(d, instrument)}" for d in widest]
    told.append(response_sentence(result))
    told += [conflict_sentence(c, instrument) for c in result["conflicts"][:1]]
    return told


def first_differences(result: Sealed) -> list[Mapping[str, Any]]:
    """Return the differences wide enough to be told first."""
    return [d for d in result["differences"] if d["split"] or gap_of(d) >= WIDE]


def gap_of(difference: Mapping[str, Any]) -> float:
    """Return how far the furthest sides of a statement lie apart, 0 where none is named."""
    sides = difference["sides"]
    return sides[0]["mean"] - sides[-1]["mean"] if sides else 0.0


def score_sentence(figures: Result, view: View, instrument: Instrument) -> tuple[str, str]:
    """Return the score and its band, and what holds the band down, as two sentences."""
    if view.overall is None:
        return "No overall score.", _why_withheld(view, instrument)
    said = f"{view.band}, {printed(view.overall, figures.decimals)} out of 100."
    if view.band == view.uncapped_band:
        return said, ""
    return said, f"It would be {view.uncapped_band}, but {joined(cap_reasons(view, instrument))}."


def _why_withheld(view: View, instrument: Instrument) -> str:
    missing = [
        instrument.section(code).title for code, found in view.sections.items() if not found.score
    ]
    missing = [title for title in missing if title]
    if not missing:
        return "Too few statements were answered."
    return f"Too few statements were answered under {joined(missing)}."


def cap_reasons(view: View, instrument: Instrument) -> list[str]:
    """Return in words what caps a band, from strings such as ``critical:SF8``."""
    reasons = []
    for cap in view.caps:
        sort, _, code = cap.partition(":")
        if sort == "section":
            reasons.append(f"{instrument.section(code).title} is at risk")
        elif sort == "critical-unknown":
            reasons.append(f"nobody could say whether “{quoted(instrument, code)}”")
        else:
            reasons.append(f"an essential is missing: “{quoted(instrument, code)}”")
    return reasons


def response_sentence(result: Sealed) -> str:
    """Return who answered and who did not, people and members, silent sectors by name."""
    heard = result["response"]
    if not heard["asked"]:
        return f"Nobody could be asked.{_empty_places(heard['vacant'])}"
    said = (
        f"{_of(heard['sent'], heard['asked'], 'person', 'people')} answered, "
        f"from {_of(heard['members_heard'], heard['members_asked'], 'member', 'members')}."
    )
    silent = [str(Sector(code).label).lower() for code in heard["silent"] if code != "UNTOLD"]
    if silent:
        said += f" No {joined(silent, 'or')} answered."
    return said + _empty_places(heard["vacant"])


def _empty_places(count: int) -> str:
    if not count:
        return ""
    places = "place was" if count == 1 else "places were"
    return f" {count} {places} empty and could not be asked."


def _of(part: int, whole: int, one: str, many: str) -> str:
    return f"{part} of {whole} {one if whole == 1 else many}"


def difference_sentence(difference: Mapping[str, Any], instrument: Instrument) -> str:
    """Return where partners differ, with sides named only where they were large enough."""
    statement = f"“{quoted(instrument, difference['statement'])}”"
    if not difference["sides"]:
        return f"{statement}: they are split, in groups too small to name."
    highest = instrument.scale_of(instrument.statement(difference["statement"])).highest
    sides = difference["sides"]
    high, low = sides[0], sides[-1]
    return (
        f"{statement}: {_side(high).lower()} {'say' if high['name'] else 'says'} {high['mean']} "
        f"of {highest}, {_side(low).lower()} {low['mean']}."
    )


def _side(side: Mapping[str, Any]) -> str:
    return side["name"] or "Everyone else"


def conflict_sentence(conflict: Mapping[str, Any], instrument: Instrument) -> str:
    """Return a claim the record contradicts, and what the record shows."""
    statement = instrument.statement(conflict["statement"])
    highest = instrument.scale_of(statement).highest
    return (
        f"“{quoted(instrument, statement.id)}” scored {conflict['mean']} of {highest}, "
        f"but the record disagrees. {conflict['shows']}"
    )


def cannot_tell(figures: Result, instrument: Instrument) -> list[str]:
    """Return what a fifth of partners or more could not judge (domain.md 5.4 rule 10)."""
    return [
        f"{_share(found.dont_know_share)} could not say: “{quoted(instrument, code)}”"
        for code, found in figures.statements.items()
        if found.cannot_tell and found.dont_know_share is not None
    ]


def _share(share: Fraction | None) -> str:
    return f"{int((share or Fraction(0)) * 100 + Fraction(1, 2))}%"


def change_sentence(result: Sealed) -> str:
    """Return what has moved since last time, and how many answered both times."""
    change = result["change"]
    if change is None:
        return "This is the first review counted here, so there is nothing to compare it with."
    if not change["comparable"]:
        return f"The questions changed since {change['year']}, so the scores are not compared."
    moved = change["overall"]
    if moved is None:
        return f"There is no overall score to compare with {change['year']}."
    both = _both_times(change["people_both"], change["organisations_both"])
    if moved["direction"] == "little change":
        return f"Little change since {change['year']}: {moved['before']} then. {both}"
    return f"{moved['direction'].capitalize()} from {moved['before']} in {change['year']}. {both}"


def _both_times(people: int, organisations: int) -> str:
    if not people:
        return "Nobody answered both times."
    who = "1 person" if people == 1 else f"{people} people"
    whence = "1 organisation" if organisations == 1 else f"{organisations} organisations"
    return f"{who} from {whence} answered both times."


def other_view_sentence(figures: Result, result: Sealed) -> str:
    """Return the other view where it tells another story (domain.md 5.4 rule 4), or nothing."""
    if not views_differ(figures):
        return ""
    by_organisation = result["view"] == OfficialView.ORGANISATION
    other = figures.by_person if by_organisation else figures.by_organisation
    counting = "every person the same" if by_organisation else "every organisation the same"
    if other.overall is None:
        return f"Counting {counting}, there would be no score."
    score = printed(other.overall, figures.decimals)
    return f"Counting {counting}, it would be {other.band}, {score}."


def weakest(result: Sealed, instrument: Instrument, count: int = 3) -> list[tuple[str, float]]:
    """Return the statements with the lowest averages in the official view, lowest first."""
    figures = from_stored(result["figures"])
    means = official(figures, result["view"]).means
    known = [(mean, code) for code, mean in means.items() if mean is not None]
    return [
        (quoted(instrument, code), float(printed(mean, 1))) for mean, code in sorted(known)[:count]
    ]


def quoted(instrument: Instrument, code: str) -> str:
    """Return the words of a statement, to stand in a sentence."""
    return instrument.statement(code).text.rstrip(".")


def joined(items: list[str], word: str = "and") -> str:
    """Return items as they are listed in speech: “a, b and c”."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"
