"""A small questionnaire with words in another language, made up for these tests."""

from datetime import datetime

from joinedup.domain.instruments.actions import load_instrument
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.reading import read_definition
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import choose_partnerships, prepare_round
from joinedup.domain.reviews.models import Round
from tests.domain.instruments.made import small_text
from tests.rounds import DAYS_OPEN

# Made-up words: “q” before the English ones. Nobody need know the language to read the tests.
WHOLE = """
[[translations]]
language = "cy"
title = "qSmall"
intro = "qIntro"
asks = "qAsks"
[[translations.sections]]
id = "A"
title = "qFirst"
[[translations.sections]]
id = "B"
title = "qSecond"
why = "qWhy"
[[translations.statements]]
id = "A1"
text = "qOne"
[[translations.statements]]
id = "A2"
text = "qTwo"
[[translations.statements]]
id = "B1"
text = "qThree"
[[translations.statements]]
id = "B2"
text = "qFour"
[[translations.scales]]
id = "five"
values = [
    { value = 1, label = "q1" }, { value = 2, label = "q2" }, { value = 3, label = "q3" },
    { value = 4, label = "q4" }, { value = 5, label = "q5" },
]
[[translations.unscored]]
id = "dk"
label = "qDo not know"
[[translations.open_questions]]
id = "Q1"
text = "qWhat else?"
hint = "qHint"
[[translations.open_questions]]
id = "Q2"
text = "qGo on?"
choices = [{ id = "yes", label = "qYes" }, { id = "no", label = "qNo" }]
"""

PART = """
[[translations]]
language = "cy"
[[translations.statements]]
id = "A1"
text = "qOne"
[[translations.scales]]
id = "five"
values = [{ value = 5, label = "q5" }]
"""

ORIGINAL = """
[[unscored]]
id = "dk"
label = "I do not know"
[[open_questions]]
id = "Q1"
text = "What else?"
hint = "In your words."
[[open_questions]]
id = "Q2"
text = "Shall we go on?"
kind = "choice"
choices = [{ id = "yes", label = "Yes" }, { id = "no", label = "No" }]
"""


def spoken_text(translation: str = WHOLE) -> str:
    """The text of a questionnaire with everything in it that can be translated."""
    head = 'intro = "We ask."\nasks = "How true?"\ncomments = true\n'
    return head + small_text(MORE=ORIGINAL + translation, B='why = "Why second."')


def spoken(translation: str = WHOLE) -> Instrument:
    return read_definition(spoken_text(translation))


def opened_in_words(cast, at: datetime, translation: str = WHOLE, **details) -> Round:
    """An open round of Thornford that asks this questionnaire of the Safer Places group."""
    version = load_instrument(spoken_text(translation), owner=cast.thornford, by=cast.priya, at=at)
    round = prepare_round(
        cast.thornford,
        "In many words",
        instrument=version,
        opens_on=at.date(),
        closes_on=at.date() + DAYS_OPEN,
        by=cast.priya,
        at=at,
        **details,
    )
    chosen = Partnership.objects.filter(pk=cast.safer.pk)
    choose_partnerships(round, chosen, by=cast.priya, at=at)
    open_round(round, by=cast.priya, at=at)
    return round
