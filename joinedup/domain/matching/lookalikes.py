"""Names that look alike: a slip of the keys, a part of the other, its first letters, its spaces."""

from collections import defaultdict
from dataclasses import dataclass

from joinedup.domain.basics.folding import folded

FILLERS = frozenset(["the", "of", "and", "for", "in", "on", "at"])
ABBREVIATIONS = {
    "dc": "district council",
    "cc": "county council",
    "bc": "borough council",
    "mbc": "metropolitan borough council",
    "tc": "town council",
    "pc": "parish council",
    "ha": "housing association",
    "cvs": "council voluntary service",
    "cab": "citizens advice bureau",
    "constabulary": "police",
    "govt": "government",
    "dept": "department",
    "assoc": "association",
}
# Words that tell two bodies apart although they differ by little.
COMPASS = "north south east west northern southern eastern western upper lower inner outer mid"
APART = frozenset([*COMPASS.split(), "central", "men", "women", "mens", "womens"])
MOST = 6
SHORTEST_SLIP, SHORTEST_INITIALS = 5, 3
MOST_OF_ONE_WORD = 400


@dataclass(frozen=True)
class Entry:
    ref: str
    name: str
    words: tuple[str, ...]


def words_of(name: str) -> tuple[str, ...]:
    """Return the telling words of a name, abbreviations written out."""
    spelled = (ABBREVIATIONS.get(word, word).split() for word in folded(name).split())
    return tuple(word for words in spelled for word in words if word not in FILLERS)


def initials_of(name: str) -> str:
    """Return the first letters of a name's telling words."""
    return "".join(word[0] for word in folded(name).split() if word not in FILLERS)


class LookAlikes:
    """The names seen so far, to be asked which of them a new one resembles."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Entry]] = defaultdict(list)
        self._by_longest: dict[str, list[Entry]] = defaultdict(list)
        self._by_rest: dict[tuple[str, tuple[str, ...]], list[Entry]] = defaultdict(list)
        self._by_letters: dict[str, list[Entry]] = defaultdict(list)
        self._by_initials: dict[str, list[Entry]] = defaultdict(list)

    def add(self, ref: str, name: str) -> None:
        """Let later names be compared with this one."""
        entry = Entry(ref, name, words_of(name))
        if not entry.words:
            return
        for word in set(entry.words):
            self._by_word[word].append(entry)
        self._by_longest[max(entry.words, key=len)].append(entry)
        for place, word in enumerate(entry.words):
            if may_slip(word):
                rest = without(entry.words, place)
                for end in ends_of(word, indexed=True):
                    self._by_rest[end, rest].append(entry)
        self._by_letters["".join(entry.words)].append(entry)
        self._by_initials[initials_of(name)].append(entry)

    def like(self, name: str) -> list[tuple[str, str]]:
        """Return (ref, name) of what resembles a name, the closest first."""
        words = words_of(name)
        parts = sorted(self._parts(words), key=lambda entry: (len(entry.words), entry.name))
        found = dict(self.mistyped(name))
        for entry in (*self._initials(name), *parts):
            found.setdefault(entry.ref, entry.name)
        return list(found.items())[:MOST]

    def mistyped(self, name: str) -> list[tuple[str, str]]:
        """Return (ref, name) of what a name may be a slip of the keys or spaces from."""
        words = words_of(name)
        entries = (*self._by_letters.get("".join(words), ()), *self._slips(words))
        return list({entry.ref: entry.name for entry in entries}.items())[:MOST]

    def _slips(self, words: tuple[str, ...]) -> list[Entry]:
        return [
            entry
            for place, word in enumerate(words)
            if may_slip(word)
            for end in ends_of(word, indexed=False)
            for entry in self._by_rest.get((end, without(words, place)), ())
            if entry.words != words and is_slip(word, entry.words[place])
        ]

    def _initials(self, name: str) -> list[Entry]:
        letters = folded(name).replace(" ", "")
        if len(letters) < SHORTEST_INITIALS:
            return []
        short = self._by_letters.get(initials_of(name), []) if " " in folded(name) else []
        return [*self._by_initials.get(letters, ()), *short]

    def _parts(self, words: tuple[str, ...]) -> list[Entry]:
        mine = set(words)
        rarest = min((self._by_word.get(word, []) for word in mine), key=len, default=[])
        wider = [entry for entry in rarest[:MOST_OF_ONE_WORD] if mine <= set(entry.words)]
        narrower = [
            entry
            for word in mine
            for entry in self._by_longest.get(word, ())[:MOST_OF_ONE_WORD]
            if set(entry.words) <= mine
        ]
        return wider + narrower


def why_alike(name: str, other: str) -> str:
    """Return in what two names are alike, for the person who is asked; empty when they are not."""
    one, two = words_of(name), words_of(other)
    if folded(name) == folded(other):
        return "the same name"
    if one == two:
        return "the same words, one written out"
    if sorted(one) == sorted(two):
        return "the same words in another order"
    if "".join(one) == "".join(two):
        return "the same letters, spaced otherwise"
    letters = (folded(name).replace(" ", ""), folded(other).replace(" ", ""))
    if initials_of(other) == letters[0] or initials_of(name) == letters[1]:
        return "its first letters"
    if set(one) < set(two):
        return "the same words and more"
    if set(two) < set(one):
        return "some of the same words"
    return "a letter or two differ" if len(one) == len(two) else ""


def without(words: tuple[str, ...], place: int) -> tuple[str, ...]:
    """Return words without the one at a place, which is kept open by a dot."""
    return (*words[:place], ".", *words[place + 1 :])


def ends_of(word: str, *, indexed: bool) -> list[str]:
    """Return the beginning and end of a word; one slip of the keys leaves one of them as it was."""
    lengths = [3] if len(word) > SHORTEST_SLIP + 1 else [2]
    if indexed and len(word) in (SHORTEST_SLIP + 1, SHORTEST_SLIP + 2):
        lengths = [2, 3]
    return [end for k in lengths for end in (f"{word[:k]}.", f".{word[-k:]}")]


def may_slip(word: str) -> bool:
    """Say whether a slip of the keys can be told in a word: figures always tell things apart.

    Thousands of numbered bodies would else each be compared with all the others.
    """
    return len(word) >= SHORTEST_SLIP and word not in APART and not any(map(str.isdigit, word))


def is_slip(one: str, other: str) -> bool:
    """Say whether two words may be one, with a letter wrong, missing, added or swapped."""
    if not (may_slip(one) and may_slip(other)):
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    rest, their_rest = one[at:], other[at:]
    swapped = rest[1::-1] + rest[2:] == their_rest
    return swapped or their_rest[1:] in (rest, rest[1:]) or rest[1:] == their_rest
