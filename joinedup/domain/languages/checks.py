"""What is wrong with the translations of a questionnaire: words for what is not there."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from joinedup.domain.languages.texts import answers_of, key_of, words_of
from joinedup.domain.languages.wordings import LABELLED, NAMES, ORIGINAL, PARTS, Translation


def problems_with_translations(read: Mapping[str, Any]) -> list[str]:
    """Return what cannot be put in place, given the parts of a questionnaire that could be read.

    What is missing is no problem: it is shown in the original language.
    """
    translations: tuple[Translation, ...] = read["translations"]
    statements = [each for section in read.get("sections", ()) for each in section.statements]
    whole = {**read, "statements": statements}
    problems = [f"There are two translations {each!r}." for each in _twice(translations)]
    for translation in translations:
        where = f"Translation {translation.language}"
        problems += _problems_with_language(translation.language)
        problems += [
            f"{where}: the questionnaire has no {name} to translate."
            for name in words_of(translation)
            if not read.get(name)
        ]
        for part in PARTS:
            problems += _problems_with_part(where, part, translation, whole.get(part, ()))
    return problems


def _twice(translations: tuple[Translation, ...]) -> list[str]:
    counted = Counter(each.language for each in translations)
    return [language for language, times in counted.items() if times > 1]


def _problems_with_language(language: str) -> list[str]:
    known = [f"{code} ({name})" for code, name in NAMES.items() if code != ORIGINAL]
    if language in NAMES and language != ORIGINAL:
        return []
    return [f"Translation {language}: the language must be one of {', '.join(known)}."]


def _problems_with_part(
    where: str, part: str, translation: Translation, originals: Any
) -> Iterator[str]:
    known = {each.id: each for each in originals}
    given = getattr(translation, part)
    for code, times in Counter(each.id for each in given).items():
        if times > 1:
            yield f"{where}: the {PARTS[part]} {code!r} is translated twice."
    for each in given:
        original = known.get(each.id)
        if original is None:
            yield f"{where}: there is no {PARTS[part]} {each.id!r}."
            continue
        for name in words_of(each):
            if not getattr(original, name):
                yield f"{where}: {PARTS[part]} {each.id!r} has no {name} to translate."
        yield from _problems_with_answers(f"{where}: {PARTS[part]} {each.id!r}", each, original)


def _problems_with_answers(where: str, given: Any, original: Any) -> Iterator[str]:
    for name in LABELLED:
        known = {key_of(each) for each in answers_of(original, name)}
        keys = [key_of(each) for each in answers_of(given, name)]
        for key, times in Counter(keys).items():
            if key not in known:
                yield f"{where} has no {name.removesuffix('s')} {key!r}."
            elif times > 1:
                yield f"{where} has its {name.removesuffix('s')} {key!r} translated twice."
