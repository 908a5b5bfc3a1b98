"""Two texts side by side, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from joinedup.domain.clauses.texts import passages_of

SAME, ADDED, REMOVED = "same", "added", "removed"
# More words than these are compared with the commonest left aside, which is quick and less fine.
FINE = 2000


@dataclass(frozen=True)
class Piece:
    """Some words that both texts have, or only one: ``sort`` is SAME, ADDED or REMOVED."""

    sort: str
    text: str


@dataclass(frozen=True)
class Altered:
    """What became of one clause between two texts."""

    title: str
    pieces: tuple[Piece, ...]

    @property
    def sort(self) -> str:
        """Whether it is SAME, ADDED, REMOVED, or else changed within."""
        sorts = {piece.sort for piece in self.pieces}
        return sorts.pop() if len(sorts) == 1 else "changed"


def compared(before: str, after: str) -> tuple[Piece, ...]:
    """Return what was kept, added and taken out, in the order in which it is read."""
    # Every line ends alike, or a last line would differ from itself with another after it.
    olds, news = ([f"{line}\n" for line in text.splitlines()] for text in (before, after))
    found: list[Piece] = []
    for sort, a, b in steps(olds, news):
        old, new = "".join(a), "".join(b)
        if sort == "replace":
            found += words_compared(old, new)
        else:
            found += pieces_of(sort, old, new)
    return together(found)


def words_compared(old: str, new: str) -> Iterator[Piece]:
    """Yield the differences within some lines."""
    for sort, a, b in steps(words_in(old), words_in(new)):
        yield from pieces_of(sort, "".join(a), "".join(b))


def words_in(text: str) -> list[str]:
    """Return the words of a text, each with the signs around it apart and the blanks after it."""
    return re.findall(r"\w+\s*|[^\w\s]\s*|\s+", text)


def steps(olds: list[str], news: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield what leads from one list to the other, step by step."""
    quick = max(len(olds), len(news)) > FINE
    matcher = SequenceMatcher(None, olds, news, autojunk=quick)
    for sort, i1, i2, j1, j2 in matcher.get_opcodes():
        yield sort, olds[i1:i2], news[j1:j2]


def pieces_of(sort: str, old: str, new: str) -> Iterator[Piece]:
    """Yield one step as pieces: what was taken out stands before what came in its place."""
    if sort == "equal":
        yield Piece(SAME, old)
        return
    if old:
        yield Piece(REMOVED, old)
    if new:
        yield Piece(ADDED, new)


def together(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Join neighbours of one sort, and changes that only a blank stands between."""
    found: list[Piece] = []
    old, new = "", ""
    for piece in pieces:
        if piece.sort == SAME and not (piece.text.isspace() and (old or new)):
            found += pieces_of("replace", old, new)
            old, new = "", ""
            if found and found[-1].sort == SAME:
                found[-1] = Piece(SAME, found[-1].text + piece.text)
            else:
                found.append(piece)
        else:
            old += piece.text if piece.sort != ADDED else ""
            new += piece.text if piece.sort != REMOVED else ""
    found += pieces_of("replace", old, new)
    return tuple(found)


def compared_by_clause(before: str, after: str) -> list[Altered]:
    """Return every clause of two texts of an agreement with what became of it."""
    olds = {passage.title: passage.text for passage in passages_of(before)}
    news = {passage.title: passage.text for passage in passages_of(after)}
    titles = [*news, *(title for title in olds if title not in news)]
    return [Altered(t, compared(olds.get(t, ""), news.get(t, ""))) for t in titles]
