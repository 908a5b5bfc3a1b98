"""Which words tell what a thing is for, and which of them two things share."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from joinedup.domain.basics.folding import folded
from joinedup.domain.figures.wording import listed

SHORTEST = 4
# Aims that weigh so much are alike. A word that few have weighs 2, a theme that few have is enough
# by itself; what many have weighs half.
LIKE, WORD, THEME = 4, 2, 4
# No more words are looked for: each is a condition of its own, of which a database takes only so
# many. Themes are one condition however many there are.
MOST_LOOKED_FOR = 40
# An arrangement of one's own list, of which there are few, is like an idea by so many words.
TOGETHER = 2
# Place and people bring what is alike further up; large bodies are on everything, so no more than:
MOST_PEOPLE = 2
# Few is no more than one in twenty, and two are always few.
IN_TWENTY, FEW = 20, 2
# Words that most partnerships have in what they say of themselves, so that they tell nothing.
UNTELLING = frozenset(
    """about across after agreement aims already also among anybody anyone anything anywhere area
    areas around because before being better between board bodies both bring come committee
    communities community council councils district does done each every everybody everyone
    everywhere forum from give good group groups have help helps here improve into keep less
    local made make making many member members more most much need needs network nobody only
    other over partner partners partnership partnerships people place places programme
    project projects provide public residents same scheme service services several share
    shared should some somebody someone something such support takes team that their them
    then there these they this those through together under until want what when where which
    while whoever will with within without work working would your""".split()  # noqa: SIM905 - reads as the list of words it is
)


def telling_words(*texts: str) -> frozenset[str]:
    """Return the words that tell what a thing is for; one and several of a thing are one word."""
    words = (word for text in texts for part in text.split() for word in folded(part).split())
    return frozenset(
        single(word) for word in words if len(word) >= SHORTEST and word not in UNTELLING
    )


def most_telling(first: Iterable[str], purpose: str) -> frozenset[str]:
    """Return the words to look for: those of name and themes, ``first``, then the longest."""
    named = telling_words(*first)
    words = sorted(named | telling_words(purpose), key=lambda w: (w not in named, -len(w), w))
    return frozenset(words[:MOST_LOOKED_FOR])


def single(word: str) -> str:
    """Return “street” for “streets”; words such as “bus” and “access” stay as they are."""
    is_plural = len(word) > SHORTEST and word.endswith("s") and not word.endswith(("ss", "us"))
    return word[:-1] if is_plural else word


@dataclass
class Rarity:
    """How many of the partnerships looked at have each word and theme that the idea has."""

    total: int
    having: Counter[str] = field(default_factory=Counter)

    def note(self, words: Iterable[str], themes: Iterable[str]) -> None:
        """Count what one of them shares with the idea."""
        self.having += Counter([*words, *map(as_theme, themes)])

    def weight_of(self, words: Iterable[str], themes: Iterable[str]) -> int:
        """Return how much it weighs that these are shared."""
        few = max(FEW, self.total // IN_TWENTY)
        told = [(word, WORD) for word in words] + [(as_theme(theme), THEME) for theme in themes]
        return sum(full if self.having[name] <= few else full // 2 for name, full in told)


def as_theme(name: str) -> str:
    """Return what a theme is counted under, so that no word is taken for it."""
    return f"theme {folded(name)}"


def in_a_row(words: Iterable[str]) -> str:
    """Return words as a sentence lists them: “night”, “safer” and “street”."""
    return listed([f"“{word}”" for word in sorted(words)])
