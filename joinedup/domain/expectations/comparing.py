"""Members' answers laid side by side: each one's view, where they differ, and how far."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from joinedup.domain.expectations.kinds import COLUMNS, FAR, QUESTIONS
from joinedup.domain.figures.wording import listed, listed_or_counted
from joinedup.domain.partnerships.kinds import Kind

TWO = 2
# More than these are counted in a sentence; the table behind it names them.
NAMED = 3


@dataclass(frozen=True)
class Said:
    """One member's six answers, by question."""

    member: str
    answers: Mapping[str, str]

    @property
    def leading(self) -> tuple[Kind, ...]:
        """The column chosen most often; several where as many answers lie in each."""
        counted = Counter(Kind(column) for column in self.answers.values())
        most = max(counted.values())
        return tuple(kind for kind in COLUMNS if counted[kind] == most)

    @property
    def view(self) -> Kind | None:
        """The kind this member sees; None where its answers are tied."""
        return self.leading[0] if len(self.leading) == 1 else None

    @property
    def view_told(self) -> str:
        """The view in words, a tie told as one."""
        if self.view:
            return self.view.label
        return f"No single view: {listed([kind.label.lower() for kind in self.leading])} alike"


@dataclass(frozen=True)
class Compared:
    """What lies side by side: who said what, and the differences in sentences, largest first."""

    said: tuple[Said, ...]
    differences: tuple[str, ...]
    views: frozenset[Kind]
    has_tie: bool
    far_apart: int

    @property
    def agreed(self) -> Kind | None:
        """The one kind all see, with no answer far apart; None where there is none."""
        if len(self.said) < TWO or self.has_tie or self.far_apart or len(self.views) != 1:
            return None
        return next(iter(self.views))

    @property
    def is_comparison(self) -> bool:
        """Whether two members or more answered."""
        return len(self.said) >= TWO

    @property
    def is_difference(self) -> bool:
        """Whether what was said side by side shows no one kind; too few answers show nothing."""
        return self.is_comparison and self.agreed is None

    @property
    def is_alert(self) -> bool:
        """Whether two views differ, or answers to some question lie far apart."""
        return len(self.views) > 1 or self.far_apart > 0

    @property
    def sentence(self) -> str:
        """What was found, in a sentence."""
        if not self.said:
            return "No member answered."
        if not self.is_comparison:
            return f"Only {self.said[0].member} answered, so there is nothing to compare."
        if len(self.views) > 1:
            return "Members see different kinds of partnership."
        if self.far_apart:
            of = "one question" if self.far_apart == 1 else f"{self.far_apart} questions"
            return f"Members lie far apart on {of}."
        if self.has_tie:
            return "Not every member has a single view."
        both = "Both" if len(self.said) == TWO else "All"
        return f"{both} members who answered see {a_partnership(next(iter(self.views)))}."


def a_partnership(kind: Kind) -> str:
    """Return a kind as it stands in a sentence: “a coordinated partnership”."""
    return f"a {kind.label.lower()} partnership"


def named(members: list[str]) -> str:
    """Return members as a sentence tells them: a few by name, more by their number."""
    return listed_or_counted(members, NAMED, "members")


def compare(said: Iterable[Said]) -> Compared:
    """Lay the answers of members side by side."""
    each = tuple(said)
    tied = [one for one in each if one.view is None]
    views = _together((one.member, one.view) for one in each if one.view)
    apart = {name: _apart(name, each) for name in QUESTIONS}
    differing = [name for name in apart if _words_differ(name, each)]
    # The sort keeps the order of the questions among those that lie as far apart.
    farthest = sorted(differing, key=lambda name: -apart[name])
    return Compared(
        said=each,
        differences=(
            *_views_told(views),
            *map(_tie_told, tied),
            *(_told(name, each) for name in farthest),
        ),
        views=frozenset(views),
        has_tie=bool(tied),
        far_apart=sum(span >= FAR for span in apart.values()),
    )


def _together(pairs: Iterable[tuple[str, Kind]]) -> dict[Kind, list[str]]:
    found: dict[Kind, list[str]] = {}
    for member, kind in pairs:
        found.setdefault(kind, []).append(member)
    return {kind: found[kind] for kind in COLUMNS if kind in found}


def _apart(name: str, said: tuple[Said, ...]) -> int:
    """Return over how many columns the answers to a question reach."""
    places = [COLUMNS.index(Kind(one.answers[name])) for one in said]
    return max(places) - min(places) + 1 if places else 0


def _words_differ(name: str, said: tuple[Said, ...]) -> bool:
    # Two columns of one question read the same: who chose either said the same.
    return len({QUESTIONS[name].in_words(one.answers[name]) for one in said}) > 1


def _views_told(views: dict[Kind, list[str]]) -> list[str]:
    if len(views) < TWO:
        return []
    told = [
        f"{named(members)} {'sees' if len(members) == 1 else 'see'} "
        f"{a_partnership(kind) if number == 0 else f'a {kind.label.lower()} one'}"
        for number, (kind, members) in enumerate(views.items())
    ]
    return [f"{'; '.join(told)}."]


def _tie_told(said: Said) -> str:
    kinds = listed([f"a {kind.label.lower()} one" for kind in said.leading])
    return f"{said.member} has no single view: as many of its answers speak for {kinds}."


def _told(name: str, said: tuple[Said, ...]) -> str:
    question, groups = QUESTIONS[name], dict[str, list[str]]()
    for one in sorted(said, key=lambda one: COLUMNS.index(Kind(one.answers[name]))):
        groups.setdefault(question.in_words(one.answers[name]), []).append(one.member)
    told = [
        f"{named(members)} {'says' if len(members) == 1 else 'say'} “{words}”"
        for words, members in groups.items()
    ]
    return f"{question.text} {'; '.join(told)}."
