"""A sealed result in plain sentences, the same on pages, in papers and in mail."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from joinedup.domain.counting.heard import ONE_AND_THE_OTHER, official
from joinedup.domain.counting.moving import WORTH_TELLING
from joinedup.domain.counting.voices import FEWEST_VOICES
from joinedup.domain.instruments.combining import most_possible
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.reviews.kinds import OfficialView
from joinedup.domain.scoring.comparing import views_differ
from joinedup.domain.scoring.outcome import from_stored
from joinedup.domain.scoring.results import Result, View, printed
from joinedup.domain.scoring.telling import ranked

Sealed = Mapping[str, Any]
NO_SCORE = "This questionnaire ranks what was asked, and gives no score."
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
    shown = (
        f"{printed(view.overall, figures.decimals)} out of {float(most_possible(instrument)):g}."
    )
    said = f"{view.band}, {shown}" if view.band else shown
    if view.band == view.uncapped_band:
        return said, ""
    return said, f"It would be {view.uncapped_band}, but {joined(cap_reasons(view, instrument))}."


def _why_withheld(view: View, instrument: Instrument) -> str:
    missing = [
        instrument.section(code).title
        for code, found in view.sections.items()
        if found.score is None
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
            band = (instrument.caps and instrument.caps.section_band) or "weak"
            reasons.append(f"{instrument.section(code).title} is {band.lower()}")
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
    said = f"{_of(heard['sent'], heard['asked'], 'person', 'people')} answered"
    if heard["members_heard"] is None:
        unasked = _without_address(heard.get("without_address", 0))
        return f"{said}. Nobody knows which.{unasked}{_empty_places(heard['vacant'])}"
    said += f", from {_of(heard['members_heard'], heard['members_asked'], 'member', 'members')}."
    silent = [str(Sector(code).label).lower() for code in heard["silent"] if code != "UNTOLD"]
    if silent:
        said += f" No {joined(silent, 'or')} answered."
    return said + _empty_places(heard["vacant"]) + _late(result.get("late", 0))


def _without_address(count: int) -> str:
    """Return how many could not be asked since only a mailed link opens an anonymous page."""
    if not count:
        return ""
    who = "1 person has" if count == 1 else f"{count} people have"
    return f" {who} no email address and could not be asked."


def _late(count: int) -> str:
    """Return how many are not counted since too few answered after the round was opened again."""
    if not count:
        return ""
    came = "1 more answer came" if count == 1 else f"{count} more answers came"
    return (
        f" {came} after the first count; so few are not added, "
        "since the difference would tell what they said."
    )


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
    # Sides that say much the same, of a statement that still divides people, do not explain it.
    within = "they are split within their sides too: " if _is_split_within(difference) else ""
    say = "say" if high["name"] else "says"
    return (
        f"{statement}: {within}{_side(high).lower()} {say} {high['mean']} "
        f"of {highest}, {_side(low).lower()} {low['mean']}."
    )


def _is_split_within(difference: Mapping[str, Any]) -> bool:
    return bool(difference["split"]) and gap_of(difference) < float(WORTH_TELLING)


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


def change_sentence(result: Sealed, instrument: Instrument) -> str:
    """Return what has moved since last time, and how many answered both times."""
    change = result["change"]
    if change is None:
        return "This is the first review counted here, so there is nothing to compare it with."
    then = change.get("when", change["year"])
    if not change["comparable"]:
        return f"The questions changed since {then}, so the scores are not compared."
    if "people_both" not in change:
        return f"There is no overall score to compare with {then}."
    both = _both_times(change["people_both"], change["organisations_both"])
    told = f"{_asked_again(change)}{_moved(change, then, instrument)} {both}"
    return told[0].upper() + told[1:]


def _moved(change: Mapping[str, Any], then: str, instrument: Instrument) -> str:
    if "statements" in change:
        moved = change["statements"][:3]
        told = [
            f"“{quoted(instrument, m['statement'])}” went from {m['before']} to {m['after']}"
            for m in moved
        ]
        return f"since {then}, {joined(told)}." if told else f"nothing moved much since {then}."
    moved = change["overall"]
    if moved is None:
        return f"there is no overall score to compare with {then}."
    if moved["direction"] == "little change":
        return f"little change since {then}: {moved['before']} then."
    return f"{moved['direction']} from {moved['before']} in {then}."


def _asked_again(change: Mapping[str, Any]) -> str:
    if "asked_again" not in change:
        return ""
    return f"On the {change['asked_again']} of {change['asked']} questions asked both times: "


def _both_times(people: int | None, organisations: int | None) -> str:
    if people is None:
        return "How many answered both times nobody knows."
    if not people:
        return "Nobody answered both times."
    who = "1 person" if people == 1 else f"{people} people"
    whence = "1 organisation" if organisations == 1 else f"{organisations} organisations"
    return f"{who} from {whence} answered both times."


TWO_ONLY = (
    "Only two organisations answered, so every person counts the same: counting both ways would "
    "show what each of them said."
)


def other_view_sentence(figures: Result, result: Sealed) -> str:
    """Return the other view where it tells another story (domain.md 5.4 rule 4), or nothing.

    Of two organisations both views together would tell what each of them said; of three they would
    tell it to whoever knows what one of them said.
    """
    if figures.organisations == ONE_AND_THE_OTHER:
        return TWO_ONLY if result["view"] != result.get("view_asked", result["view"]) else ""
    if figures.organisations < FEWEST_VOICES or not views_differ(figures):
        return ""
    by_organisation = result["view"] == OfficialView.ORGANISATION
    other = figures.by_person if by_organisation else figures.by_organisation
    counting = "every person the same" if by_organisation else "every organisation the same"
    if other.overall is None:
        return f"Counting {counting}, there would be no score."
    score = printed(other.overall, figures.decimals)
    banded = f"{other.band}, {score}" if other.band else score
    return f"Counting {counting}, it would be {banded}."


def ranked_sentence(result: Sealed, view: View, instrument: Instrument) -> tuple[str, str]:
    """Return the finding of a questionnaire without an overall score, and what it rests on."""
    if result.get("leading") is not None:
        return _leading_sentence(result["leading"], instrument)
    first = ranked(instrument, view.means)[:1]
    if not first:
        return "Nobody gave an answer that can be ranked.", ""
    worst = f"“{quoted(instrument, first[0])}”"
    if instrument.thresholds.live_from is None and instrument.thresholds.live_for_one is None:
        return f"The weakest point is {worst}.", NO_SCORE
    live = len(view.live)
    if not live:
        return "Nothing here needs something done now.", NO_SCORE
    return (
        f"{live} of {len(instrument.statements)} {'needs' if live == 1 else 'need'} something "
        f"done now, {worst} first of all.",
        NO_SCORE,
    )


def _leading_sentence(leading: Mapping[str, Any], instrument: Instrument) -> tuple[str, str]:
    people = [
        f"{instrument.section(code).title} for {count}"
        for code, count in sorted(leading["people"].items(), key=lambda each: -each[1])
    ]
    told = f"Taken one by one, most of what people see is {joined(people)}." if people else ""
    titles = [instrument.section(code).title for code in leading["sections"]]
    if not titles:
        return "The signs are unclear: none of it is seen often enough.", told
    if len(titles) == 1:
        return f"What is seen most: {titles[0]}.", told
    return f"Between these: {joined(titles)}.", told


def carried_sentence(result: Sealed) -> str:
    """Return how many answers are those of last time, or nothing."""
    carried = result.get("carried")
    if not carried:
        return ""
    answers = "answer was" if carried["answers"] == 1 else "answers were"
    return (
        f"{carried['answers']} {answers} left empty and carried forward from {carried['year']}: "
        "what the same people said then."
    )


def weakest(result: Sealed, instrument: Instrument, count: int = 3) -> list[tuple[str, float]]:
    """Return the statements with the worst averages in the official view, worst first."""
    means = official(from_stored(result["figures"]), result["view"]).means
    return [
        (quoted(instrument, code), float(printed(mean, 1)))
        for code in ranked(instrument, means)[:count]
        if (mean := means[code]) is not None
    ]


def quoted(instrument: Instrument, code: str) -> str:
    """Return the words of a statement, to stand in a sentence."""
    return instrument.statement(code).text.rstrip(".")


def joined(items: list[str], word: str = "and") -> str:
    """Return items as they are listed in speech: “a, b and c”."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"
