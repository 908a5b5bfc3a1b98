"""One result as everything that tells it needs it: the page, the papers and the mail."""

from dataclasses import dataclass
from typing import Any

from joinedup.domain.counting.heard import is_withheld, official
from joinedup.domain.figures.charts import (
    Band,
    PeopleAgainstOrganisations,
    Section,
    SectionProfile,
    StatementAnswers,
    StatementSpread,
)
from joinedup.domain.instruments.combining import most_possible
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.reporting.beside import people_against_organisations
from joinedup.domain.results import sentences
from joinedup.domain.reviews.models import Review
from joinedup.domain.scoring.outcome import from_stored
from joinedup.domain.scoring.results import Result, View, printed
from joinedup.domain.scoring.telling import ranked

DRAWN_STEPS = 4


@dataclass(frozen=True)
class SectionFinding:
    """A section's printed score and band, last time's score, and its statements."""

    id: str
    title: str
    score: str
    band: str
    before: str
    statements: tuple["StatementFinding", ...]


@dataclass(frozen=True)
class StatementFinding:
    """A statement's average in the official view, how far people agree, and who could not say.

    ``mean`` is of ``most``, the top of its scale; ``answers`` says how many gave which.
    """

    id: str
    text: str
    key: bool
    mean: str
    agreement: str
    split: bool
    could_not_say: str
    most: int
    answers: str
    is_live: bool
    first_response: str


@dataclass(frozen=True)
class Findings:
    """A sealed result in words, figures and pictures."""

    year: int
    in_short: list[str]
    score: tuple[str, str]
    response: str
    indicative: list[str]
    differences: list[str]
    conflicts: list[tuple[str, str]]
    cannot_tell: list[str]
    change: str
    other_view: str
    weakest: list[tuple[str, float]]
    sections: list[SectionFinding]
    words: list[tuple[str, list[str]]]
    choices: list[tuple[str, list[tuple[str, int]]]]
    profile: SectionProfile | None
    spread: StatementSpread | None
    both_views: PeopleAgainstOrganisations | None = None
    why_not_both: str = ""
    is_withheld: bool = False
    has_score: bool = True
    """Whether there is an overall score; without one, what was asked is ranked."""
    ranked: tuple[StatementFinding, ...] = ()
    """The statements of a questionnaire without an overall score, the worst first."""
    responses: tuple[tuple[str, str], ...] = ()
    """What needs something done now, and what to do first."""
    alerts: tuple[str, ...] = ()
    carried: str = ""
    out_of: str = "100"

    @property
    def has_sections(self) -> bool:
        """Whether the sections tell more than the list of statements does."""
        return self.has_score or len(self.sections) > 1

    @property
    def has_bands(self) -> bool:
        """Whether any section has a word for its score."""
        return any(section.band for section in self.sections)

    @property
    def most(self) -> str:
        """What an average is of, where every statement has the same scale."""
        tops = {each.most for section in self.sections for each in section.statements}
        return f" of {tops.pop()}" if len(tops) == 1 else ""


def findings_of(review: Review) -> Findings:
    """Return what was found in a sealed review, ready to be shown."""
    sealed = review.result or {}
    instrument = definition_of(review.round.instrument)
    figures = from_stored(sealed["figures"])
    if is_withheld(figures, instrument):
        return _withheld(review, sealed, instrument)
    view = official(figures, sealed["view"])
    words, choices = _in_their_words(sealed["words"], instrument)
    sections = _sections(sealed, figures, view, instrument)
    has_score = instrument.scoring.overall != "none"
    found = {each.id: each for section in sections for each in section.statements}
    order = list(found) if has_score else ranked(instrument, view.means)
    return Findings(
        year=review.round.year,
        in_short=sentences.in_short(sealed, instrument),
        score=sentences.score_sentence(figures, view, instrument)
        if has_score
        else sentences.ranked_sentence(sealed, view, instrument),
        response=sentences.response_sentence(sealed),
        indicative=sealed["indicative"],
        differences=[sentences.difference_sentence(d, instrument) for d in sealed["differences"]],
        conflicts=[
            (c["fact"], sentences.conflict_sentence(c, instrument)) for c in sealed["conflicts"]
        ],
        cannot_tell=sentences.cannot_tell(figures, instrument),
        change=sentences.change_sentence(sealed, instrument),
        other_view=sentences.other_view_sentence(figures, sealed) if has_score else "",
        weakest=sentences.weakest(sealed, instrument),
        sections=sections,
        words=words,
        choices=choices,
        profile=_profile(review, sealed, view, instrument)
        if review.round.instrument.gives_score
        else None,
        spread=_spread(figures, instrument, order),
        **people_against_organisations(review, sealed, figures, instrument),
        **_beside_the_score(sealed, view, instrument, found, order),
    )


def _beside_the_score(
    sealed: Any,
    view: View,
    instrument: Instrument,
    found: dict[str, StatementFinding],
    order: list[str],
) -> dict[str, Any]:
    """Return what is told beside the score, and instead of one."""
    has_score = instrument.scoring.overall != "none"
    return {
        "has_score": has_score,
        "ranked": () if has_score else tuple(found[code] for code in order),
        "responses": _responses(sealed, view, instrument),
        "alerts": view.alerts,
        "carried": sentences.carried_sentence(sealed),
        "out_of": f"{float(most_possible(instrument)):g}",
    }


def _withheld(review: Review, sealed: Any, instrument: Instrument) -> Findings:
    """Return who answered and nothing else: any figure would be somebody's answers."""
    response = sentences.response_sentence(sealed)
    fewest = sealed.get("fewest", instrument.minimums.group)
    return Findings(
        year=review.round.year,
        in_short=[response],
        score=("Too few people answered to show a result.", ""),
        response=response,
        indicative=[f"Results show no group of people smaller than {fewest}."],
        differences=[],
        conflicts=[],
        cannot_tell=[],
        change="There is no score to compare with other years.",
        other_view="",
        weakest=[],
        sections=[],
        words=[],
        choices=[],
        profile=None,
        spread=None,
        is_withheld=True,
        has_score=instrument.scoring.overall != "none",
    )


def _sections(
    sealed: Any, figures: Result, view: View, instrument: Instrument
) -> list[SectionFinding]:
    moved = (sealed["change"] or {}).get("sections") or {}
    return [
        SectionFinding(
            id=section.id,
            title=section.title,
            score=_printed(view.sections[section.id].score, figures.decimals),
            band=view.sections[section.id].band or "",
            before=str((moved.get(section.id) or {}).get("before", "")),
            statements=tuple(
                _statement(figures, view, instrument, each.id) for each in section.statements
            ),
        )
        for section in instrument.sections
    ]


def _statement(figures: Result, view: View, instrument: Instrument, code: str) -> StatementFinding:
    found, statement = figures.statements[code], instrument.statement(code)
    unsure, scale = found.counts.get("dk", 0), instrument.scale_of(statement)
    given = [(each.label, found.counts.get(str(each.value), 0)) for each in reversed(scale.values)]
    return StatementFinding(
        id=code,
        text=statement.text,
        key=statement.key,
        mean=_printed(view.means[code], 1),
        agreement=_printed(found.agreement, 2),
        split=found.split,
        could_not_say=str(unsure) if unsure else "",
        most=scale.highest,
        answers="; ".join(f"{label}: {count}" for label, count in given if count),
        is_live=code in view.live,
        first_response=statement.first_response or "",
    )


def _responses(sealed: Any, view: View, instrument: Instrument) -> tuple[tuple[str, str], ...]:
    """Return what is live, or the section that leads, each with what to do first."""
    leading = (sealed.get("leading") or {}).get("sections", ())
    sections = [instrument.section(code) for code in leading]
    told = [(section.title, section.first_response or "") for section in sections]
    statements = [instrument.statement(code) for code in view.live]
    told += [(each.text, each.first_response or "") for each in statements]
    return tuple(told)


def _printed(figure: Any, decimals: int) -> str:
    return "not shown" if figure is None else str(printed(figure, decimals))


def _in_their_words(
    words: Any, instrument: Instrument
) -> tuple[list[tuple[str, list[str]]], list[tuple[str, list[tuple[str, int]]]]]:
    written, chosen = [], []
    for question in instrument.open_questions:
        found = words.get(question.id)
        if not found:
            continue
        if question.kind == "choice":
            counts = [(c.label, found[c.id]) for c in question.choices if c.id in found]
            chosen.append((question.text, sorted(counts, key=lambda each: -each[1])))
        else:
            written.append((question.text, list(found)))
    comments = [
        (f"On “{statement.text.rstrip('.')}”", list(words[statement.id]))
        for statement in instrument.statements
        if words.get(statement.id)
    ]
    return written + comments, chosen


def _profile(review: Review, sealed: Any, view: View, instrument: Instrument) -> SectionProfile:
    change = sealed["change"] or {}
    moved = change.get("sections") or {}
    before = {code: move["before"] for code, move in moved.items() if move}
    return SectionProfile(
        title=f"Sections of {review.partnership.name}",
        year=str(review.round.year),
        year_before=str(change["year"]) if before else "",
        bands=tuple(
            Band(band.name, float(band.at_least or 0))
            for band in reversed(instrument.bands_of_sections)
        )
        or (Band("", 0.0),),
        sections=tuple(
            Section(
                section.title,
                _as_float(view.sections[section.id].score),
                before.get(section.id),
                *_ends(view, instrument, section.id),
            )
            for section in instrument.sections
        ),
        range_means="lowest to highest statement",
    )


def _ends(view: View, instrument: Instrument, code: str) -> tuple[float, float] | tuple[()]:
    """Return the lowest and highest statement of a section out of 100, where it has several.

    Only of questionnaires in which a statement's score is its average, as printed beside it.
    """
    if instrument.scoring.statement != "percentage" or view.sections[code].score is None:
        return ()
    statements = instrument.section(code).statements
    if any(statement.reverse for statement in statements):
        return ()
    means = [(view.means[x.id], instrument.scale_of(x).highest) for x in statements]
    known = [float(printed(mean / most * 100, 1)) for mean, most in means if mean is not None]
    return (min(known), max(known)) if len(known) > 1 else ()


def _as_float(figure: Any) -> float | None:
    return None if figure is None else float(printed(figure, 1))


def _spread(figures: Result, instrument: Instrument, order: list[str]) -> StatementSpread | None:
    """Return the picture of who answered what: drawn where every scale has the same four steps."""
    scales = [instrument.scale_of(each).values for each in instrument.statements]
    if len(scales[0]) != DRAWN_STEPS or any(scale != scales[0] for scale in scales):
        return None
    labels = [f"{each.value} {each.label.partition(',')[0]}" for each in scales[0]]
    unsure = next((each.label for each in instrument.unscored if each.id == "dk"), "Cannot say")
    return StatementSpread(
        title="What people answered",
        statements=tuple(
            StatementAnswers(
                statement=statement.text,
                counts=tuple(  # type: ignore[arg-type]
                    figures.statements[statement.id].counts.get(str(each.value), 0)
                    for each in scales[0]
                ),
                cannot_tell=figures.statements[statement.id].counts.get("dk", 0),
            )
            for statement in (instrument.statement(code) for code in order)
        ),
        answers=(*labels, unsure),
    )
