"""What people answer: a partnership is good or poor, each person leans, chance does the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from joinedup.demo.generated.plan import Plan
from joinedup.demo.generated.sizes import ANSWERS_EACH
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.reviews.models import Answer

FUTURE, UNSURE = "future", 25
SAID = {
    "proudest": (
        "We now answer families within a week.",
        "The small groups were heard this year.",
        "Two buildings are shared that stood half empty.",
        "Nobody fell between two services that I know of.",
        "We stopped a scheme that did not work, and said so.",
    ),
    "one-change": (
        "Send the papers a week before, not on the day.",
        "Say who does what before the meeting ends.",
        "Meet where people live, in turn.",
        "Pay the fares of volunteers.",
        "Fewer measures, and look at them.",
    ),
}


@dataclass(frozen=True)
class Written:
    """One person's sheet: the answers that are scored, and words by question."""

    scored: Mapping[str, int | str | None]
    words: Mapping[str, str]


def answers_on(
    plan: Plan, instrument: Instrument, partnership: int, year: int, which: int
) -> Written:
    """Return what one person puts down: thirty questions answered, the others left out."""
    codes = [statement.id for statement in instrument.statements]
    question = list(SAID)[which % len(SAID)]
    left_out = len(codes) + 2 - ANSWERS_EACH
    first = plan.chance(30, partnership, year, which)
    without = {(first + 7 * n) % len(codes) for n in range(left_out)}
    level = 0.9 + plan.chance(31, partnership) % 180 / 100 + year * 0.08
    level += (plan.chance(32, partnership, which) % 100 - 50) / 150
    falls = plan.chance(33, partnership, year, which)
    scored: dict[str, int | str | None] = {}
    for place, code in enumerate(codes):
        if place in without:
            continue
        falls = falls * 6364136223846793005 + 1442695040888963407 & 0xFFFFFFFFFFFFFFFF
        high = falls >> 40
        if high % UNSURE == 0:
            scored[code] = "dk"
        else:
            noise = (high % 1000 - 500) / 500
            scored[code] = max(0, min(3, round(level + (place % 5 - 2) / 6 + noise)))
    words = {FUTURE: "continue" if level > 1.2 else "change"}
    words[question] = SAID[question][falls % len(SAID[question])]
    return Written(scored, words)


def rows_of(sheet: int, written: Written) -> Iterator[Answer]:
    """Yield a sheet's answers as rows."""
    for code, answer in written.scored.items():
        is_value = isinstance(answer, int)
        yield Answer(
            sheet_id=sheet,
            question=code,
            value=answer if is_value else None,
            unscored="" if is_value else str(answer),
        )
    for code, words in written.words.items():
        yield Answer(sheet_id=sheet, question=code, words=words)
