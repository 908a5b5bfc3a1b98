"""What a definition file says of a questionnaire in another language, part by part, by id.

The parts are named as those of the questionnaire itself. What is not given stays as it is.
"""

from dataclasses import dataclass

ORIGINAL = "en"
NAMES = {
    ORIGINAL: "English",
    "cy": "Cymraeg",
    "ga": "Gaeilge",
    "gd": "Gàidhlig",
    "es": "Español",
    "fr": "Français",
    "it": "Italiano",
    "lt": "Lietuvių",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
}
"""What each language is called by those who read it. All are written in the letters that printed
sheets have, from left to right."""
IN_ENGLISH = {
    ORIGINAL: "English",
    "cy": "Welsh",
    "ga": "Irish",
    "gd": "Scottish Gaelic",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "lt": "Lithuanian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
}


@dataclass(frozen=True)
class SectionWords:
    id: str
    title: str | None = None
    intro: str | None = None
    why: str | None = None


@dataclass(frozen=True)
class StatementWords:
    id: str
    text: str


@dataclass(frozen=True)
class ValueWords:
    value: int
    label: str


@dataclass(frozen=True)
class ScaleWords:
    id: str
    title: str | None = None
    values: tuple[ValueWords, ...] = ()


@dataclass(frozen=True)
class LabelWords:
    """An answer without a score, or a choice of an open question."""

    id: str
    label: str


@dataclass(frozen=True)
class QuestionWords:
    id: str
    text: str | None = None
    hint: str | None = None
    choices: tuple[LabelWords, ...] = ()


@dataclass(frozen=True)
class Translation:
    """A questionnaire's words in one other language."""

    language: str
    title: str | None = None
    intro: str | None = None
    asks: str | None = None
    sections: tuple[SectionWords, ...] = ()
    statements: tuple[StatementWords, ...] = ()
    scales: tuple[ScaleWords, ...] = ()
    unscored: tuple[LabelWords, ...] = ()
    open_questions: tuple[QuestionWords, ...] = ()


# What parts of a questionnaire are called where one of them is spoken of.
PARTS = {
    "sections": "section",
    "statements": "statement",
    "scales": "scale",
    "unscored": "answer without a score",
    "open_questions": "open question",
}
WORDS = ("title", "intro", "asks", "why", "text", "label", "hint")
"""The fields that hold words, of a questionnaire or of one of its parts."""
LABELLED = ("values", "choices")
"""The fields that hold answers to choose from, each with its label."""
