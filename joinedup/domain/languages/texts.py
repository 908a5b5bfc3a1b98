"""A questionnaire with its words in another language, and how many of them there are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar, cast

from joinedup.domain.languages.wordings import (
    LABELLED,
    NAMES,
    ORIGINAL,
    PARTS,
    WORDS,
    Translation,
)

# What ends the ids of a section and of its statements as they are answered on a second scale.
SECOND = "-second"


class Worded(Protocol):
    """A questionnaire, as far as its words go."""

    @property
    def translations(self) -> tuple[Translation, ...]: ...


Whole = TypeVar("Whole", bound=Worded)


@dataclass(frozen=True)
class Spoken:
    """Which words of a page are in another language than the page."""

    language: str = ""
    words: frozenset[str] = frozenset()


ENGLISH = Spoken()


def languages_of(whole: Worded) -> list[tuple[str, str]]:
    """Return the languages a questionnaire can be read in, the original first; none if that is all.

    Each with what it is called by those who read it.
    """
    others = [each.language for each in whole.translations]
    return [(code, NAMES[code]) for code in [ORIGINAL, *others]] if others else []


def in_language(whole: Whole, language: str) -> Whole:
    """Return the questionnaire with its words in another language, as far as they are translated.

    Ids, values and scoring stay: what is answered is the same in each language.
    """
    translation = translation_of(whole, language)
    if translation is None:
        return whole
    said = {part: {each.id: each for each in getattr(translation, part)} for part in PARTS}
    old: Any = whole
    new = {
        part: tuple(_worded(each, said[part].get(each.id)) for each in getattr(old, part))
        for part in FLAT
    }
    titles = {each.id: each.title or each.id for each in new["scales"]}
    sections: list[Any] = []
    for section in old.sections:
        if sections and section.id == sections[-1].id + SECOND:
            sections.append(_on_second(section, sections[-1], titles))
            continue
        statements = tuple(_worded(s, said["statements"].get(s.id)) for s in section.statements)
        in_words = _worded(section, said["sections"].get(section.id))
        sections.append(replace(in_words, statements=statements))
    spoken = _worded(old, translation)
    return cast(Whole, replace(spoken, sections=tuple(sections), **new))


# The parts that hold no others with words of their own, but answers to choose from.
FLAT = ("scales", "unscored", "open_questions")


def translation_of(whole: Worded, language: str) -> Translation | None:
    """Return a questionnaire's words in a language, or None where there are none."""
    return next((each for each in whole.translations if each.language == language), None)


def said_of(whole: Worded, part: str, code: str) -> list[Any]:
    """Return what each language says of one part of a questionnaire, where it says anything."""
    return [
        each
        for translation in whole.translations
        for each in getattr(translation, part)
        if each.id == code
    ]


def how_much(whole: Worded, language: str) -> tuple[int, int]:
    """Return how many of a questionnaire's texts are translated, and how many there are."""
    pairs = list(_pairs(whole, language))
    return sum(1 for _, said in pairs if said), len(pairs)


def spoken_in(whole: Worded, language: str) -> Spoken:
    """Return the words of a page that shows this questionnaire in a language."""
    if translation_of(whole, language) is None:
        return ENGLISH
    words = {said for _, said in _pairs(whole, language) if said}
    asked: Any = in_language(whole, language)
    scales = [each.title for each in asked.scales if each.title in words]
    texts = [each.text for each in asked.statements if each.text in words]
    # On two scales a statement is asked twice, each time with the title of its scale.
    words |= {f"{text} {title}" for text in texts for title in scales}
    old: Any = whole
    kept = {each.title for each in old.sections}
    words |= {each.title for each in asked.sections if each.title not in kept}
    return Spoken(language, frozenset(words)) if words else ENGLISH


def words_of(thing: Any) -> list[str]:
    """Return which fields of a part hold words."""
    return [name for name in WORDS if getattr(thing, name, None)]


def answers_of(thing: Any, name: str) -> tuple[Any, ...]:
    """Return the answers to choose from that a part has in a field; none where it has no such."""
    return getattr(thing, name, None) or ()


def key_of(answer: Any) -> int | str:
    """Return by what an answer to choose from is known: its value, or its id."""
    return cast("int | str", answer.value if hasattr(answer, "value") else answer.id)


def _worded(thing: Any, words: Any) -> Any:
    """Return a part with what is said of it in another language put in place."""
    new: dict[str, Any] = {name: getattr(words, name) for name in words_of(words)}
    for name in LABELLED:
        labels = {key_of(each): each.label for each in answers_of(words, name)}
        if labels:
            new[name] = tuple(
                replace(each, label=labels.get(key_of(each), each.label))
                for each in answers_of(thing, name)
            )
    return replace(thing, **new)


def _on_second(section: Any, first: Any, titles: dict[str, str]) -> Any:
    """Return a section of answers on a second scale, in the words of the section it follows."""
    texts = {each.id + SECOND: each.text for each in first.statements}
    statements = tuple(replace(each, text=texts[each.id]) for each in section.statements)
    named = ", ".join(dict.fromkeys(titles[each.scale] for each in statements))
    title = f"{first.title}: {named}"
    return replace(section, title=title, intro=first.intro, why=first.why, statements=statements)


def _pairs(whole: Worded, language: str) -> Iterator[tuple[str, str | None]]:
    """Yield every text people are shown, and what it is in this language, or None."""
    old: Any = whole
    translation: Any = translation_of(whole, language)
    yield from _texts(old, translation, ("title", "intro", "asks"))
    statements = [each for section in old.pages for each in section.statements]
    parts = {part: getattr(old, part) for part in FLAT}
    for part, originals in {"sections": old.pages, "statements": statements, **parts}.items():
        said = {each.id: each for each in getattr(translation, part, ())}
        for each in originals:
            yield from _texts(each, said.get(each.id), SHOWN[part])


# What people who answer are shown of each part. Why a statement is asked, and what to do first
# about it, is told to those who read the result.
SHOWN = {
    "sections": ("title", "intro", "why"),
    "statements": ("text",),
    "scales": ("title",),
    "unscored": ("label",),
    "open_questions": ("text", "hint"),
}


def _texts(original: Any, said: Any, names: tuple[str, ...]) -> Iterator[tuple[str, str | None]]:
    for name in names:
        if getattr(original, name):
            yield getattr(original, name), getattr(said, name, None)
    for name in LABELLED:
        labels = {key_of(each): each.label for each in answers_of(said, name)}
        for each in answers_of(original, name):
            yield each.label, labels.get(key_of(each))
