"""What each person answers: made from what is written down of their partnership's opinion.

Everybody leans a little one way, the same way each year; each statement is harder or easier than
the rest of its section; and chance, which always falls the same way, does what is left.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from joinedup.demo.chance import chance, either_way, shuffled, weighed
from joinedup.demo.content import Opinion, Planned, told
from joinedup.domain.instruments.definition import Instrument, Statement
from joinedup.domain.organisations.kinds import SIDES, Sector
from joinedup.domain.reviews.actions.answering import Given

SECTIONS = {"SF": "foundations", "SP": "partners", "SI": "involvement", "SM": "measuring"}
# How much harder to reach each of these is, anywhere, than the rest of its section.
TILTS = {
    "SF1": 0.15,
    "SF3": 0.25,
    "SF8": -0.5,
    "SP4": 0.1,
    "SP5": 0.25,
    "SP8": -0.2,
    "SI3": 0.15,
    "SI6": -0.35,
    "SM2": -0.15,
    "SM5": -0.6,
    "SM6": -0.15,
    "SM8": 0.2,
}
# How many of a hundred cannot say; elsewhere USUALLY_UNSURE.
UNSURE = {"SF8": 0.1, "SP3": 0.07, "SI7": 0.06, "SM5": 0.17, "SM6": 0.09}
USUALLY_UNSURE = 0.03
LEFT_OUT = 0.008
LEANING = 0.35
COMMENTED = 0.03


@dataclass(frozen=True)
class Voice:
    """One person answering for one partnership in one of the three years, 0 the oldest."""

    planned: Planned
    opinion: Opinion
    year: int
    person: str
    sector: str

    @property
    def words(self) -> tuple[object, ...]:
        """What this voice's chances hang on."""
        return self.planned.key, self.year, self.person


@cache
def comments() -> dict[str, dict[str, list[str]]]:
    """Return what people write beside an answer, in any partnership."""
    return told("comments")


def answers_of(
    voice: Voice, instrument: Instrument, written: Mapping[str, str]
) -> dict[str, Given]:
    """Return a person's whole sheet: every statement, and the open questions."""
    given = {each.id: answer_to(each, voice, written) for each in instrument.statements}
    for question in instrument.open_questions:
        if question.kind == "choice":
            words = weighed(voice.opinion.future, question.id, *voice.words)
        else:
            words = written.get(question.id, "")
        given[question.id] = Given(words=words)
    return {question: answer for question, answer in given.items() if answer != Given()}


def unrepeated(answers: dict[str, Given], said: set[str]) -> dict[str, Given]:
    """Return a sheet without the comments that somebody else has written, and note its own."""
    kept = {}
    for question, given in answers.items():
        again = given.value is not None and given.words in said
        kept[question] = replace(given, words="") if again else given
        said.add(given.words)
    return kept


def answer_to(statement: Statement, voice: Voice, written: Mapping[str, str]) -> Given:
    """Return the answer to one statement, and now and then a comment beside it."""
    own = voice.opinion.statements.get(statement.id, {})
    if own.get("na"):
        return Given(unscored="na")
    falls = chance("sure", statement.id, *voice.words)
    unsure = 0.0 if own.get("sure") else float(of_year(own.get("unsure"), voice.year, -1))
    if falls < (unsure if unsure >= 0 else UNSURE.get(statement.id, USUALLY_UNSURE)):
        return Given(unscored="dk", words=written.get(statement.id, ""))
    if not own.get("sure") and falls > 1 - LEFT_OUT:
        return Given(words=written.get(statement.id, ""))
    value = value_of(statement.id, voice, own)
    return Given(
        value=value, words=written.get(statement.id) or comment_on(statement.id, value, voice)
    )


def value_of(code: str, voice: Voice, own: Mapping[str, Any]) -> int:
    """Return 0 to 3: the statement's level for this side, this person's leaning, and chance."""
    side = SIDES[Sector(voice.sector)].value
    level = of_year(own.get(side, own.get("all")), voice.year, None)
    spread = own.get("spread", voice.opinion.spread)
    if level is None:
        section = getattr(voice.opinion, SECTIONS[code[:2]])
        level = section[voice.year] + voice.opinion.sides.get(side, 0) + TILTS.get(code, 0)
        level += either_way("leans", voice.person) * LEANING
    level += either_way(code, *voice.words) * spread * 1.3
    return max(0, min(3, round(level)))


def of_year(told: Any, year: int, otherwise: Any) -> Any:
    """Return what holds in a year of something told once for all years or for each."""
    if told is None:
        return otherwise
    return told[year] if isinstance(told, list) else told


def comment_on(code: str, value: int, voice: Voice) -> str:
    """Return a comment that fits the answer, or most often none."""
    pool = comments().get(code, {}).get("good" if value >= 2 else "poor", [])
    if not pool or chance("comments", code, *voice.words) >= COMMENTED:
        return ""
    return shuffled(pool, code, *voice.words)[0]


def written_by(
    planned: Planned, opinion: Opinion, year: int, people: list[str]
) -> dict[str, dict[str, str]]:
    """Return who writes which of the partnership's own sentences, each in one year only."""
    found: dict[str, dict[str, str]] = {person: {} for person in people}
    for question, sentences in opinion.words.items():
        of_this_year = [words for n, words in enumerate(sentences) if 2 - n % 3 == year]
        writers = shuffled(people, planned.key, question)
        for person, words in zip(writers, of_this_year, strict=False):
            found[person][question] = words
    return found
