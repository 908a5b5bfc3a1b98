"""Who could be asked: bodies that work with the members elsewhere, each with the reason."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from joinedup.domain.basics.days import not_over
from joinedup.domain.organisations.kinds import Form, Sector
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import standing
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import bodies_of, listed_to
from joinedup.domain.people.models import Person
from joinedup.domain.stakeholders.kinds import SECTOR_WORDS
from joinedup.domain.stakeholders.models import Stakeholder

MOST, LOOKED_AT, CLOSEST = 12, 500, 100
NAMED = 2


@dataclass
class Shared:
    """What one body does with the members in other partnerships."""

    partnerships: dict[int, str] = field(default_factory=dict)
    members: set[int] = field(default_factory=set)
    is_near: bool = False


@dataclass(frozen=True)
class Prospect:
    """A body that could be asked, and why it is proposed, in a sentence."""

    organisation: Organisation
    reason: str


def prospects_for(
    partnership: Partnership, missing: set[str], person: Person, day: date
) -> list[Prospect]:
    """Return who could be asked, at most twelve: first who would fill a gap, then the closest.

    Only what ``person`` may see is drawn on, past partnerships too; a constant number of queries.
    ``missing`` are the sectors that nobody is here from.
    """
    inside = set(bodies_of(partnership, day).order_by().values_list("pk", flat=True))
    there = Stakeholder.objects.filter(partnership=partnership).order_by()
    known = set(there.values_list("organisation", flat=True))
    met = shared_with(inside, partnership, person, day)
    shared = {body: each for body, each in met.items() if body not in inside | known}
    closest = sorted(shared, key=lambda body: (-len(shared[body].partnerships), body))
    bodies = standing().filter(not_over(day), pk__in=closest[:CLOSEST])
    found = [
        body
        for body in bodies.exclude(form=Form.CLASS)
        if body.sector in missing or shared[body.pk].is_near or partnership.area_id is None
    ]
    found.sort(
        key=lambda body: (
            body.sector not in missing,
            -len(shared[body.pk].partnerships),
            body.folded_name,
        )
    )
    return [Prospect(body, reason_for(body, shared[body.pk], missing)) for body in found[:MOST]]


def shared_with(
    inside: set[int], partnership: Partnership, person: Person, day: date
) -> dict[int, Shared]:
    """Return for each body what it does or did with these in partnerships ``person`` may see.

    No more than 500 partnerships are looked at, those with most of these bodies first.
    """
    seen = listed_to(person, day).exclude(pk=partnership.pk).order_by().values("pk")
    together = Membership.objects.filter(organisation__in=inside, partnership__in=seen)
    counted = together.order_by().values("partnership").annotate(n=Count("organisation"))
    keys = [row["partnership"] for row in counted.order_by("-n", "partnership")[:LOOKED_AT]]
    rows = Membership.objects.filter(partnership__in=keys).order_by()
    met: dict[int, list[tuple[int, str, int | None]]] = {}
    for body, key, name, area in rows.values_list(
        "organisation", "partnership", "partnership__name", "partnership__area"
    ):
        met.setdefault(key, []).append((body, name, area))
    found: dict[int, Shared] = {}
    for key, there in met.items():
        ours = {body for body, _, _ in there} & inside
        for body, name, place in there:
            each = found.setdefault(body, Shared())
            each.partnerships[key] = name
            each.members |= ours
            each.is_near |= place is not None and place == partnership.area_id
    return found


def reason_for(body: Organisation, shared: Shared, missing: set[str]) -> str:
    """Return why a body is proposed, in a sentence."""
    names = sorted(shared.partnerships.values())
    others = len(names) - NAMED
    named = ", ".join(names[:NAMED]) if others > 0 else " and ".join(names)
    named += f" and {others} more" if others > 0 else ""
    count = len(shared.members)
    who = "one of those here" if count == 1 else f"{count} of those here"
    sentence = f"It works, or has worked, with {who} in {named}."
    if body.sector in missing:
        sentence += f" Nobody is here from {SECTOR_WORDS[Sector(body.sector)]} yet."
    return sentence
