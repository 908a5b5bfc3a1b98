"""Who brings what, told in sentences and never as a score. Plain Python."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from joinedup.domain.figures.wording import in_pounds, listed, some_of

NOTHING, HALF, TWO, MOST_NAMED = Decimal(), 2, 2, 5


@dataclass(frozen=True)
class Weighed:
    """One member as it is weighed: what it promises, and what it has told.

    ``cash`` is pounds, of a yearly promise those of one year; ``promises`` counts all that stand.
    """

    name: str
    cash: Decimal = NOTHING
    hours: Decimal = NOTHING
    promises: int = 0
    late: int = 0
    says_brings: bool = False
    says_gains: bool = False
    puts_in: bool = False
    says_nothing: bool = False
    was_released: bool = False
    is_ours: bool = False

    @property
    def has_told(self) -> bool:
        """Whether anything is known of what it brings."""
        told = (self.says_brings, self.puts_in, self.says_nothing, self.was_released)
        return self.promises > 0 or any(told)


def in_hours(amount: Decimal) -> str:
    """Return a number of hours with its noun."""
    return "1 hour" if amount == 1 else f"{amount.normalize():,f} hours"


def balance_told(members: Sequence[Weighed]) -> list[str]:
    """Return who brings much, who little and who is late, in sentences; ours first where we are.

    A member of which nobody has told us anything is told apart from one that promises nothing.
    """
    if not any(each.has_told for each in members):
        return []
    return [
        *late_told(members),
        *brought_told(members, lambda each: each.cash, "the money", in_pounds),
        *brought_told(members, lambda each: each.hours, "the work", in_hours),
        *silence_told(members),
        *gains_told(members),
    ]


def late_told(members: Sequence[Weighed]) -> list[str]:
    """Return whose promises are late, ours first."""
    late = sorted((each for each in members if each.late), key=lambda each: not each.is_ours)
    if not late:
        return []
    total = sum(each.late for each in late)
    is_late = "promise is late" if total == 1 else "promises are late"
    if len(late) == 1:
        whose = f"{'it is' if total == 1 else 'all are'} of {late[0].name}"
    else:
        whose = listed([f"{each.late} of {each.name}" for each in late])
    return [f"{total} {is_late}: {whose}."]


def brought_told(
    members: Sequence[Weighed],
    much: Callable[[Weighed], Decimal],
    what: str,
    written: Callable[[Decimal], str],
) -> list[str]:
    """Return who promised all of one sort, where not everybody did, and who more than half."""
    givers = sorted((each for each in members if much(each)), key=much, reverse=True)
    if not givers or len(givers) == len(members):
        return []
    total, first = sum(map(much, givers), NOTHING), givers[0]
    if len(givers) == 1:
        return [f"{first.name} alone promises all {what}, {written(total)}."]
    names = f": {named(givers)}" if len(givers) <= MOST_NAMED else ""
    told = f"{len(givers)} of {len(members)} members promise all {what}, {written(total)}{names}."
    if much(first) * HALF <= total or len(givers) == TWO:
        return [told]
    return [f"{told} {first.name} promises {written(much(first))} of it."]


def silence_told(members: Sequence[Weighed]) -> list[str]:
    """Return who says that it promises nothing, who has not promised, and of whom nobody knows."""
    silent = [each for each in members if not each.promises]
    nothing = [each for each in silent if each.says_nothing]
    released = [each for each in silent if each.was_released and not each.says_nothing]
    yet = [each for each in silent if each.has_told and each not in (*nothing, *released)]
    untold = [each for each in silent if not each.has_told]
    told = []
    if nothing:
        says = verb(nothing, "says openly that it promises", "say openly that they promise")
        told.append(f"{named(nothing)} {says} nothing for now.")
    if released:
        was = verb(released, "was released and promises", "were released and promise")
        told.append(f"{named(released)} {was} nothing else.")
    if yet:
        told.append(f"{named(yet)} {verb(yet, 'has', 'have')} promised nothing yet.")
    if untold:
        verb_of = verb(untold, "brings", "bring")
        told.append(f"Nobody has told us yet what {named(untold)} {verb_of}.")
    return told


def gains_told(members: Sequence[Weighed]) -> list[str]:
    """Return who brings something without saying what it gains, where others do say it."""
    if not any(each.says_gains for each in members):
        return []
    giving = [each for each in members if each.promises and not each.says_gains]
    return [f"Nobody has told us yet what {named(giving)} would gain from it."] if giving else []


def named(members: Iterable[Weighed]) -> str:
    """Return the names as people say them, the last ones only counted where there are many."""
    return some_of([each.name for each in members], MOST_NAMED, "others")


def verb(members: Sequence[Weighed], one: str, many: str) -> str:
    """Return the verb that goes with so many."""
    return one if len(members) == 1 else many
