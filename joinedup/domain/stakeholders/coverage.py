"""Who is missing, by the yardstick the partnership chose: each gap a sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from joinedup.domain.basics.days import current
from joinedup.domain.organisations.kinds import SIDES, Group, Sector, Side
from joinedup.domain.organisations.models import ConsortiumMember, GroupServed, Organisation
from joinedup.domain.organisations.sectors import USUAL
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.stakeholders.kinds import (
    BY_HAND,
    SECTOR_WORDS,
    ApproachState,
    YardstickSort,
)
from joinedup.domain.stakeholders.models import YardstickLine
from joinedup.domain.stakeholders.queries import Standing, lines_of

ON_THE_WAY = (
    ApproachState.IDENTIFIED,
    ApproachState.CONTACTED,
    ApproachState.MET,
    ApproachState.INVITED,
)
SORTS = [sort.value for sort in YardstickSort]


@dataclass(frozen=True)
class Gap:
    """Something that nobody brings, in a sentence; who on the map would; its line if by hand."""

    sentence: str
    would: tuple[str, ...] = ()
    line: YardstickLine | None = None


@dataclass
class Coverage:
    """What a partnership has and lacks of its yardstick, or of the usual where none is chosen."""

    is_chosen: bool
    gaps: list[Gap] = field(default_factory=list)
    spoken_for: list[tuple[YardstickLine, str]] = field(default_factory=list)
    met: int = 0
    sectors: set[str] = field(default_factory=set)
    untold: int = 0


@dataclass(frozen=True)
class Bodies:
    """Some bodies as a yardstick sees them: their sectors, and whom each serves."""

    sectors: dict[int, str]
    groups: dict[int, set[str]]

    def bring(self, line: YardstickLine) -> list[int]:
        """Return the keys of those that are what a line asks for."""
        if line.sort == YardstickSort.SECTOR:
            return [key for key, sector in self.sectors.items() if sector == line.value]
        if line.sort == YardstickSort.SIDE:
            return [
                key for key, sector in self.sectors.items() if SIDES[Sector(sector)] == line.value
            ]
        return [key for key, groups in self.groups.items() if line.value in groups]


def coverage_of(partnership: Partnership, circle: Iterable[Standing], day: date) -> Coverage:
    """Return what a partnership has and lacks, in seven queries; ``circle`` is who may come."""
    lines = sorted(lines_of(partnership), key=lambda line: SORTS.index(line.sort))
    names = {
        each.stakeholder.organisation.pk: f"{each.name}, {each.state.label.lower()}"
        for each in circle
        if each.stakeholder.organisation and each.state in ON_THE_WAY
    }
    members = bodies_in(here(partnership, day))
    found = Coverage(bool(lines), untold=list(members.sectors.values()).count(Sector.UNTOLD))
    if not lines:
        if not partnership.is_internal:
            found.gaps = list(usual_gaps(members, found))
        return found
    coming = bodies_in(list(names))
    for line in lines:
        judge(line, members, coming, names, found, day)
    return found


def here(partnership: Partnership, day: date) -> list[int]:
    """Return the keys of the bodies that are here: members, and who is in a member consortium."""
    there = partnership.memberships.filter(current(day)).order_by()
    members = list(there.values_list("organisation", flat=True))
    inside = ConsortiumMember.objects.filter(current(day), consortium__in=members).order_by()
    return [*members, *inside.values_list("organisation", flat=True)]


def bodies_in(keys: Iterable[int]) -> Bodies:
    """Return these bodies as a yardstick sees them."""
    found = Organisation.objects.filter(pk__in=keys).order_by("folded_name", "pk")
    sectors = dict(found.values_list("pk", "sector"))
    groups: dict[int, set[str]] = {}
    served = GroupServed.objects.filter(organisation__in=list(sectors)).order_by()
    for body, group in served.values_list("organisation", "group"):
        groups.setdefault(body, set()).add(group)
    return Bodies(sectors, groups)


def judge(
    line: YardstickLine,
    members: Bodies,
    coming: Bodies,
    names: dict[int, str],
    found: Coverage,
    day: date,
) -> None:
    """Put one line of the yardstick among what is there or what is missing."""
    if line.sort in BY_HAND:
        if line.speaker is not None and line.speaker.holds_on(day):
            found.met += 1
            found.spoken_for.append((line, line.speaker.member_name))
        else:
            found.gaps.append(Gap(gap_told(line), line=line))
    elif members.bring(line):
        found.met += 1
    else:
        would = tuple(names[key] for key in coming.bring(line))
        found.gaps.append(Gap(gap_told(line), would))
        found.sectors |= sectors_asked(line)


def gap_told(line: YardstickLine) -> str:
    """Return what is missing, in a sentence."""
    if line.sort == YardstickSort.SECTOR:
        return f"Nobody is here from {SECTOR_WORDS[Sector(line.value)]}."
    if line.sort == YardstickSort.SIDE:
        return f"Nobody is here from {mid_sentence(Side(line.value).label)}."
    if line.sort == YardstickSort.GROUP:
        return f"Nobody serves or speaks for this group: {mid_sentence(Group(line.value).label)}."
    if line.sort == YardstickSort.PLACE:
        return f"Nobody speaks for {line.value}."
    return f"Nobody brings this service: {line.value}."


def mid_sentence(label: str) -> str:
    """Return a label as it stands within a sentence: names of peoples keep their capital."""
    first = label.split(" ", 1)[0].rstrip(",")
    return label if first in ("Gypsies", "Lesbian") else label[:1].lower() + label[1:]


def sectors_asked(line: YardstickLine) -> set[str]:
    """Return the sectors of which a body would fill this gap."""
    if line.sort == YardstickSort.SECTOR:
        return {line.value}
    if line.sort == YardstickSort.SIDE:
        return {sector.value for sector, side in SIDES.items() if side == line.value}
    return set()


def usual_gaps(members: Bodies, found: Coverage) -> Iterator[Gap]:
    """Yield what most partnerships for a place draw on and this one does not.

    Nothing while somebody's sector is not told, as ``sectors_missing`` has it.
    """
    there = set(members.sectors.values())
    if not there or Sector.UNTOLD in there:
        return
    for name, any_of in USUAL:
        if not any_of & there:
            found.sectors |= {sector.value for sector in any_of}
            yield Gap(f"Nobody is here from {name}.")


def speakers_of(partnership: Partnership, day: date) -> dict[str, Membership]:
    """Return the members who could speak for a place or service, by identifier."""
    members = partnership.memberships.filter(current(day)).select_related("organisation")
    return {member.public_id: member for member in members}
