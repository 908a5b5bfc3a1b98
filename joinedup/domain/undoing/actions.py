"""Take a file back: withdraw what it made, put back what it changed, leave what others use."""

from datetime import datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.arriving import remove
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, insist
from joinedup.domain.basics.turns import wait_turn
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.imports.actions.applying import ENTERING
from joinedup.domain.imports.actions.keeping import BATCH, TABLES
from joinedup.domain.imports.kinds import ImportState
from joinedup.domain.imports.models import Import, ImportStep
from joinedup.domain.journal.actions import entry_of, record, record_many
from joinedup.domain.organisations.models import Identifier, Organisation, OtherOrganisationName
from joinedup.domain.partnerships.models import (
    Holder,
    Membership,
    OtherPartnershipName,
    Partnership,
    Seat,
    Theme,
)
from joinedup.domain.people.models import Person
from joinedup.domain.places.models import Area
from joinedup.domain.undoing.queries import Undoing, what_undoing_does
from joinedup.domain.undoing.rules import why_not_undo

# What nothing refers to any more goes first.
LAST_FIRST = (
    *("contributions", "scores", "seats", "memberships", "hosts", "partnerships", "people"),
    *("contacts", "successions", "organisations"),
)
PARTS: dict[str, tuple[tuple[Any, str], ...]] = {
    "seats": ((Holder, "seat_id"),),
    "partnerships": ((OtherPartnershipName, "partnership_id"), (Theme, "partnership_id")),
    "organisations": ((Identifier, "organisation_id"), (OtherOrganisationName, "organisation_id")),
}
WITHDRAWN = {
    "partnerships": ("partnership.withdrawn", Partnership),
    "organisations": ("organisation.withdrawn", Organisation),
    "people": ("person.withdrawn", Person),
}
MOST_TOLD = 500


@transaction.atomic
def undo_import(
    applied: Import, *, version: int, seen: str = "", by: Person | None, at: datetime
) -> Undoing:
    """Take a file back: what it made goes where nobody has changed or used it since.

    ``seen`` is the digest of what was shown; refuses when something has changed since.
    """
    insist(why_not_undo(applied, by, day_of(at)))
    wait_turn(ENTERING)
    if not Import.objects.filter(pk=applied.pk, state=applied.state, version=version).exists():
        raise Overtaken("Somebody else has taken this file back meanwhile. Look at it again.")
    undoing = what_undoing_does(applied)
    if seen and seen != undoing.digest():
        raise Overtaken(
            "Something has changed since you looked at what would go. "
            "Nothing was taken back. Look again, then take it back."
        )
    note_entries(applied, undoing, by=by, at=at)
    for thing in LAST_FIRST:
        for table, field in PARTS.get(thing, ()):
            remove(table, undoing.goes[thing], field)
        remove(TABLES[thing], undoing.goes[thing])
    for step in undoing.put_back:
        put_back_step(applied, step, by=by, at=at)
    stays = [vars(stay) for stay in undoing.stays[:MOST_TOLD]]
    told = {"goes": undoing.counts(), "put_back": len(undoing.put_back), "stays": stays}
    told |= {"left": len(undoing.stays)}
    ImportStep.objects.filter(whole=applied).delete()
    record("import.undone", applied, by=by, at=at, counts=undoing.counts())
    outcome = applied.outcome | {"undone": told}
    change(applied, expecting=(applied.state, version), state=ImportState.UNDONE, outcome=outcome)
    return undoing


def note_entries(applied: Import, undoing: Undoing, *, by: Person | None, at: datetime) -> None:
    """Write in the history what goes: each thing with a page, and members of those that stay."""
    because = f"Taken back: {applied.file_name}."
    who: dict[str, Any] = {"by": by, "at": at, "because": because, "imported": applied.public_id}
    for thing, (verb, table) in WITHDRAWN.items():
        for public_ids in some_of(table, undoing.goes[thing], "public_id"):
            record_many([entry_of(verb, table(public_id=one), **who) for (one,) in public_ids])
    gone = set(undoing.goes["partnerships"])
    names = ("partnership_id", "partnership__public_id", "organisation__name")
    for rows in some_of(Membership, undoing.goes["memberships"], *names):
        record_many(
            [
                entry_of("member.withdrawn", Partnership(public_id=one), member=member, **who)
                for key, one, member in rows
                if key not in gone
            ]
        )


def some_of(table: Any, keys: list[int], *names: str) -> Any:
    """Yield what rows hold, some hundred at a time."""
    for start in range(0, len(keys), BATCH):
        some = keys[start : start + BATCH]
        yield list(table._base_manager.filter(pk__in=some).order_by("pk").values_list(*names))


def put_back_step(applied: Import, step: ImportStep, *, by: Person | None, at: datetime) -> None:
    """Put back what a file changed, and take away the names and numbers it added."""
    thing: Any = TABLES[step.thing]._base_manager.get(pk=step.made)
    changed = {} if step.thing == "deputies" else step.before
    before = {name: as_it_was(thing, name, old) for name, old in changed.items()}
    if step.thing == "deputies":
        other = Seat.objects.filter(public_id=step.before["was"]).first()
        change(thing, expecting=(None, thing.version), stands_in_for=other)
    elif step.thing == "scores":
        type(thing)._base_manager.filter(pk=thing.pk).update(**before)
    elif before:
        change(thing, expecting=(None, thing.version), **before)
    former = [name for name, _ in step.values.get("former_names", ())]
    names = (*step.values.get("other_names", ()), *former)
    numbers = step.values.get("identifiers", ())
    if names or numbers:
        thing.other_names.filter(name__in=names).delete()
    if themes := step.values.get("themes", ()):
        thing.themes.filter(name__in=themes).delete()
    for scheme, value in numbers:
        thing.identifiers.filter(scheme=scheme, value=value).delete()
    about = thing if step.thing in WITHDRAWN else partnership_of(thing)
    verb = f"{type(about).__name__.lower()}.changed"
    because = f"Taken back: {applied.file_name}, row {step.row}."
    was = {name: str(step.values.get(name) or "") for name in step.before if name != "was"}
    record(verb, about, by=by, at=at, because=because, was=was, imported=applied.public_id)


def partnership_of(thing: Any) -> Partnership:
    """Return the partnership in whose history a change of a thing stands."""
    of: Any = thing.membership if isinstance(thing, Contribution | Seat) else thing
    found: Partnership = of.partnership
    return found


def as_it_was(thing: Any, name: str, old: Any) -> Any:
    """Return what a field held before; None is that nothing was told."""
    if name == "area":
        return Area.objects.filter(code=old or "").first()
    if name == "accountable_body":
        return Organisation.objects.filter(public_id=old or "").first()
    return thing._meta.get_field(name).get_default() if old is None else old
