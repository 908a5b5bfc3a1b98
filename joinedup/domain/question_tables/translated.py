"""Where words in other languages stand: beside each column of words, a column for each language.

All of it follows from the classes of translations, so that a new field has its place at once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from joinedup.domain.basics.folding import words_of
from joinedup.domain.languages.wordings import IN_ENGLISH, NAMES, ORIGINAL, Translation
from joinedup.domain.question_tables.cells import Misread, shown
from joinedup.domain.question_tables.layout import (
    COLUMNS,
    KNOWN,
    SETTING,
    SORTS,
    WORDS,
    Sort,
    fields_of,
    folded,
    is_list_of_rows,
    types_in,
)

# The list of languages in a definition, and what is not words in one of them.
TRANSLATIONS, LANGUAGE = "translations", "language"
# “Words (cy)”.
IN_LANGUAGE = re.compile(r"([^()]+)\(([^()]+)\)")
BY_NAME = {sort.name: sort for sort in SORTS}
CODES = {sort.key: sort.code or "" for sort in SORTS}


def lists_in(kind: type[Any], within: str | None = None) -> Iterator[tuple[str, Any, str | None]]:
    """Yield each list of translated parts: its name, their class, the list that it stands in."""
    for name, hint in types_in(kind).items():
        if is_list_of_rows(hint):
            part = get_args(hint)[0]
            yield name, part, within
            yield from lists_in(part, name)


def words_in(kind: type[Any], code: str | None) -> set[str]:
    """Return the fields of a class that hold words, given the one that says whose they are."""
    return {
        name for name, hint in types_in(kind).items() if name != code and not is_list_of_rows(hint)
    }


KINDS = {name: kind for name, kind, _ in lists_in(Translation)}
WITHIN = {name: within for name, _, within in lists_in(Translation)}
# The settings that have words in other languages.
SETTINGS_SAID = words_in(Translation, LANGUAGE)
# Which words of a sort of row are translated, by the heading they stand under.
SAID = {
    sort.name: {
        heading: name
        for heading, name in fields_of(sort).items()
        if sort.key in KINDS and name in words_in(KINDS[sort.key], sort.code)
    }
    for sort in SORTS
} | {SETTING: {WORDS: WORDS}}
TRANSLATED = [heading for heading in COLUMNS if any(heading in said for said in SAID.values())]
# Each language by its code, and by what it is called there and here.
LANGUAGES = {
    " ".join(words_of(spelling)): code
    for code in NAMES
    for spelling in (code, NAMES[code], IN_ENGLISH[code])
}

# Where words of a language stand: the language, then by list and code the parts they are in.
Path = tuple[Any, ...]


@dataclass(frozen=True)
class Column:
    """What a column holds, in which language where it is not the original; its heading as typed."""

    heading: str
    language: str = ""
    typed: str = field(default="", compare=False)

    @property
    def name(self) -> str:
        """What stands above it in a file of ours."""
        return headed(self.heading, self.language) if self.language else self.heading


def headed(heading: str, language: str) -> str:
    """Return what stands above the column of a language."""
    return f"{heading} ({language})"


def columns_with(languages: Iterable[str]) -> tuple[str, ...]:
    """Return the headings of a table that has words in these languages as well."""
    others = list(languages)
    return tuple(
        each
        for heading in COLUMNS
        for each in (
            heading,
            *(headed(heading, other) for other in others if heading in TRANSLATED),
        )
    )


def column_of(typed: str) -> Column:
    """Return what a column of this heading holds, or raise what to write above it."""
    if heading := KNOWN.get(folded(typed)):
        return Column(heading, typed=typed)
    found = IN_LANGUAGE.fullmatch(typed.strip())
    heading = KNOWN.get(folded(found[1])) if found else None
    if found is None or heading is None:
        raise Misread(
            "this is no column of a questionnaire. Put notes of your own under “Notes”, "
            "or take the column out."
        )
    if heading not in TRANSLATED:
        raise Misread(
            f"what stands under “{heading}” is not translated. "
            f"Other languages have columns for {', '.join(TRANSLATED)}."
        )
    language = LANGUAGES.get(" ".join(words_of(found[2])))
    if language == ORIGINAL:
        raise Misread(f"the words in {NAMES[ORIGINAL]} stand under “{heading}”.")
    if language is None:
        known = "; ".join(f"{each} ({IN_ENGLISH[each]})" for each in NAMES if each != ORIGINAL)
        raise Misread(f"{shown(found[2])} is no language known here. Known are: {known}.")
    return Column(heading, language, typed)


def path_to(sort: Sort, part: Mapping[str, Any], above: Mapping[str, Any] | None) -> Path | None:
    """Return where the words of a part stand in each language, given the part it belongs to."""
    code, within = part.get(sort.code or ""), WITHIN.get(sort.key)
    path: Path = ((sort.key, code),)
    if within and sort.under:
        held_by = (above or {}).get(BY_NAME[sort.under].code or "")
        path = ((within, held_by), *path)
    return None if any(each is None for _, each in path) else path


@dataclass
class Said:
    """The words of a questionnaire in other languages, each by its path."""

    tables: dict[Path, dict[str, Any]] = field(default_factory=dict)

    def at(self, path: Path) -> dict[str, Any]:
        """Return the table of a path, made where there is none yet."""
        if path not in self.tables:
            *above, last = path
            if above:
                key, code = last
                table = {CODES[key]: code}
                self.at(tuple(above)).setdefault(key, []).append(table)
            else:
                table = {LANGUAGE: last}
            self.tables[path] = table
        return self.tables[path]

    def in_order(self, languages: Iterable[str]) -> list[dict[str, Any]]:
        """Return the languages that say anything, in this order."""
        return [self.tables[(each,)] for each in languages if (each,) in self.tables]


def said_in(parts: Mapping[str, Any]) -> Said:
    """Return the words in other languages of a questionnaire as a definition holds it."""
    return Said(
        {
            path: table
            for each in parts.get(TRANSLATIONS, [])
            for path, table in tables_in(each, (each[LANGUAGE],))
        }
    )


def tables_in(table: dict[str, Any], path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield a table of words and those within it, each with its path."""
    yield path, table
    for key in KINDS:
        for part in table.get(key, []):
            yield from tables_in(part, (*path, (key, part[CODES[key]])))


def languages_in(parts: Mapping[str, Any]) -> list[str]:
    """Return the other languages of a questionnaire as a definition holds it."""
    return [each[LANGUAGE] for each in parts.get(TRANSLATIONS, [])]
