from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.stakeholders.kinds import ApproachState, Source, YardstickSort
from joinedup.domain.stakeholders.models import Approach, Stakeholder, Yardstick, YardstickLine
from joinedup.domain.stakeholders.rules import (
    why_not_approach,
    why_not_cover,
    why_not_invite,
    why_not_map,
    why_not_match,
    why_not_move_to,
    why_not_on,
    why_not_on_map,
    why_not_told,
    why_not_values,
    why_not_withdraw,
)

# All on a partnership read its history, so what is said of stakeholders stands in theirs alone,
# and names and words not even there.


@transaction.atomic
def add_stakeholder(
    partnership: Partnership,
    organisation: Organisation | None = None,
    *,
    name: str = "",
    by: Person,
    at: datetime,
    **details: Any,
) -> Stakeholder:
    """Put a body, or a name that is in no directory, on the map of who should be here."""
    day = day_of(at)
    insist(why_not_map(partnership, by, day))
    field = "organisation" if organisation else "name"
    insist(why_not_on_map(partnership, organisation, name, day), field)
    called = {} if organisation else {"name": name.strip(), "folded_name": folded(name)}
    stakeholder = Stakeholder.objects.create(
        partnership=partnership, organisation=organisation, moved_on=day, **called, **details
    )
    note_approach(stakeholder, on=day, by=by, at=at)
    record("stakeholder.added", stakeholder, by=by, at=at)
    return stakeholder


@transaction.atomic
def add_stakeholders(
    partnership: Partnership, organisations: Iterable[Organisation], *, by: Person, at: datetime
) -> list[Stakeholder]:
    """Put several bodies on the map that were proposed for what they do with members elsewhere."""
    return [
        add_stakeholder(partnership, body, source=Source.SHARED, by=by, at=at)
        for body in organisations
    ]


@transaction.atomic
def change_stakeholder(
    stakeholder: Stakeholder, *, version: int, by: Person, at: datetime, **details: Any
) -> None:
    """Put right what is said of a stakeholder: how it is seen, what is asked and gained."""
    insist(why_not_map(stakeholder.partnership, by, day_of(at)))
    changed = sorted(name for name in details if details[name] != getattr(stakeholder, name))
    change(stakeholder, expecting=(None, version), **details)
    record("stakeholder.changed", stakeholder, by=by, at=at, fields=changed)


@transaction.atomic
def match_stakeholder(
    stakeholder: Stakeholder, organisation: Organisation, *, by: Person, at: datetime
) -> None:
    """Say which body of the directory a typed name stands for."""
    day = day_of(at)
    insist(why_not_map(stakeholder.partnership, by, day))
    insist(why_not_match(stakeholder))
    insist(why_not_on_map(stakeholder.partnership, organisation, "", day), "organisation")
    body = {"organisation": organisation, "name": "", "folded_name": ""}
    change(stakeholder, expecting=(stakeholder.state, stakeholder.version), **body)
    record("stakeholder.matched", stakeholder, by=by, at=at, body=organisation.public_id)


@transaction.atomic
def withdraw_stakeholder(
    stakeholder: Stakeholder, *, version: int, by: Person, at: datetime
) -> None:
    """Take somebody off the map who was put there by mistake, while nothing was done yet."""
    insist(why_not_map(stakeholder.partnership, by, day_of(at)))
    insist(why_not_withdraw(stakeholder))
    change(stakeholder, expecting=(ApproachState.IDENTIFIED, version))
    record("stakeholder.withdrawn", stakeholder, by=by, at=at)
    stakeholder.delete()


@transaction.atomic
def move_approach(
    stakeholder: Stakeholder,
    *,
    to: str,
    on: date,
    version: int,
    note: str = "",
    because: str = "",
    by: Person,
    at: datetime,
) -> None:
    """Say how far it has come with a stakeholder; why one is not invited, it may read itself."""
    day, state = day_of(at), ApproachState(to)
    insist(why_not_map(stakeholder.partnership, by, day))
    insist(why_not_approach(stakeholder, day))
    insist(why_not_move_to(stakeholder, state), "to")
    insist(why_not_invite(stakeholder, state), "to")
    insist(why_not_on(stakeholder, on, day), "on")
    is_left_out = state == ApproachState.NOT_INVITED
    insist(why_not_told(state, note, because), "because" if is_left_out else "note")
    said = because.strip() if is_left_out else ""
    seen = (stakeholder.state, version)
    change(stakeholder, expecting=seen, state=state, moved_on=on, because=said)
    note_approach(stakeholder, on=on, note=note.strip(), because=said, by=by, at=at)
    record("approach.moved", stakeholder, by=by, at=at, to=state, on=on.isoformat())


def note_approach(stakeholder: Stakeholder, *, by: Person, at: datetime, **told: Any) -> None:
    """Keep a step of the approach, dated and with who noted it."""
    Approach.objects.create(
        stakeholder=stakeholder, to=stakeholder.state, made_at=at, made_by=by, **told
    )


@transaction.atomic
def choose_yardstick(
    partnership: Partnership,
    *,
    version: int,
    sectors: Collection[str] = (),
    sides: Collection[str] = (),
    groups: Collection[str] = (),
    places: Collection[str] = (),
    services: Collection[str] = (),
    by: Person,
    at: datetime,
) -> Yardstick:
    """Say what must be there for a partnership to be whole; who speaks for what stays."""
    insist(why_not_map(partnership, by, day_of(at)))
    insist(why_not_values(places), "places")
    insist(why_not_values(services), "services")
    yardstick, _ = Yardstick.objects.get_or_create(partnership=partnership)
    change(yardstick, expecting=(None, version))
    chosen = zip(YardstickSort, (sectors, sides, groups, places, services), strict=True)
    wanted = {(sort, folded(value)): value for sort, some in chosen for value in some}
    kept = set()
    for line in yardstick.lines.all():
        if (key := (YardstickSort(line.sort), line.folded_value)) in wanted:
            kept.add(key)
        else:
            line.delete()
    YardstickLine.objects.bulk_create(
        YardstickLine(yardstick=yardstick, sort=sort, value=value.strip(), folded_value=fold)
        for (sort, fold), value in wanted.items()
        if (sort, fold) not in kept
    )
    record("yardstick.chosen", yardstick, by=by, at=at, lines=len(wanted))
    return yardstick


@transaction.atomic
def cover_yardstick_line(
    line: YardstickLine, member: Membership | None, *, version: int, by: Person, at: datetime
) -> None:
    """Say which member speaks for a place or a service; None where nobody does."""
    insist(why_not_cover(line, member, by, day_of(at)), "member")
    change(line, expecting=(None, version), speaker=member)
    speaker = member.public_id if member else ""
    record("yardstick.covered", line.yardstick, by=by, at=at, line=line.public_id, speaker=speaker)
