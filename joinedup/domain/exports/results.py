"""What reviews found, as lists: never what one person answered, nor who of them did."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from joinedup.domain.basics.days import in_words, last_day_before
from joinedup.domain.counting.heard import is_withheld, official
from joinedup.domain.exports.columns import Column, fields_of, told_by
from joinedup.domain.exports.rows import Facts, Sheet, batches
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.people.models import Person
from joinedup.domain.results.queries import results_in
from joinedup.domain.results.sentences import cap_reasons
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Review, Round
from joinedup.domain.reviews.queries.rounds import reviews_with_progress, told_together_in
from joinedup.domain.scoring.outcome import from_stored

RESULTS = (
    Column("Partnership", "partnership__name"),
    Column("Round", "round__title"),
    Column("Year", "round__year"),
    Column("Band", "band"),
    Column("Score", "overall"),
    Column("Standing", "standing", also=True),
)
ROUND = (
    Column("Partnership number", "number"),
    Column("Partnership", "partnership"),
    Column("People asked", "asked"),
    Column("People who answered", "sent"),
    Column("Answered, per cent", "share"),
    Column("Empty places", "vacant"),
    Column("Members asked", "members_asked"),
    Column("Members heard", "members_heard"),
    Column("Standing", "standing"),
    Column("Band", "band"),
    Column("Score", "overall"),
    Column("Band before caps", "uncapped"),
    Column("What holds the band down", "caps"),
    Column("Indicative because", "indicative"),
)
TOGETHER = "Too few people asked to be told apart"
STANDS, NOT_YET, FOR_OTHERS = "Stands", "Not counted yet", "Draft, for its members and hosts"


def results_sheet(found: QuerySet[Review], at: datetime) -> Sheet:
    """Return these results as a sheet, each with whether it stands."""

    def facts() -> Iterator[Facts]:
        ordered = found.order_by("partnership__folded_name", "-round__year", "pk")
        for rows in batches(ordered, ["round__stands_at", *fields_of(RESULTS)]):
            for row in rows:
                yield row | {"standing": standing_of(row["round__stands_at"], at)}

    return Sheet("Results", RESULTS, (told_by(RESULTS, each) for each in facts()))


def standing_of(stands_at: datetime | None, at: datetime) -> str:
    """Return whether results stand, or until when they are a draft."""
    if stands_at is None:
        return NOT_YET
    return STANDS if stands_at <= at else f"Draft until {in_words(last_day_before(stands_at))}"


def round_sheet(round: Round, person: Person, at: datetime) -> Sheet:
    """Return the partnerships of a round, with how many answered and what ``person`` may read.

    As its page tells it: counts of people and whole results, never an answer or a name.
    """

    def facts() -> Iterator[Facts]:
        readable = set(results_in(round, person, at).values_list("pk", flat=True))
        ordered = reviews_with_progress(round).order_by("partnership__folded_name", "pk")
        together = told_together_in(round)[0] if round.state == RoundState.OPEN else set()
        for review in ordered.iterator(chunk_size=100):
            if review.pk in together:
                yield counted(review) | {"sent": None, "share": None, "standing": TOGETHER}
                continue
            yield counted(review) | (
                found_in(review, round, at)
                if review.pk in readable and review.result
                else {"standing": FOR_OTHERS if round.sealed_at else NOT_YET}
            )

    return Sheet(titled(round, at), ROUND, (told_by(ROUND, each) for each in facts()))


def titled(round: Round, at: datetime) -> str:
    """Return what the list is called: Draft, until its results stand (DESIGN 10.16)."""
    return "Round" if standing_of(round.stands_at, at) == STANDS else "Round, draft"


def counted(review: Any) -> Facts:
    """Return which partnership it is and how many people answered."""
    return {
        "number": review.partnership.public_id,
        "partnership": review.partnership.name,
        "asked": review.asked,
        "sent": review.sent,
        "share": round_of(review.sent, review.asked),
        "vacant": review.vacant_seats,
    }


def round_of(part: int, whole: int) -> int | None:
    """Return a share in whole per cent; None of nobody."""
    return int(part * 100 / whole + 0.5) if whole else None


def found_in(review: Review, round: Round, at: datetime) -> Facts:
    """Return what was found; of so few that it would be one person's answers, only that."""
    sealed: dict[str, Any] = review.result or {}
    instrument = definition_of(round.instrument)
    figures = from_stored(sealed["figures"])
    told: Facts = {
        "members_asked": sealed["response"]["members_asked"],
        "members_heard": sealed["response"]["members_heard"],
        "standing": standing_of(round.stands_at, at),
        "band": review.band,
        "overall": review.overall,
    }
    if is_withheld(figures, instrument):
        return told
    view = official(figures, sealed["view"])
    return told | {
        "uncapped": view.uncapped_band,
        "caps": "; ".join(cap_reasons(view, instrument)),
        "indicative": "; ".join(sealed["indicative"]),
    }
