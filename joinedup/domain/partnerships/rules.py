from datetime import date

from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import organisations_where
from joinedup.domain.partnerships.kinds import MOVES, State
from joinedup.domain.partnerships.models import Membership, Partnership, Seat
from joinedup.domain.partnerships.queries import led_by, run_by
from joinedup.domain.people.models import Person

OFFICERS = (PostKind.OFFICER, PostKind.MANAGER)


def why_not_register(host: Organisation, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not enter a partnership that ``host`` would administer, or None."""
    if person is None:
        return None
    if organisations_where(person, day, *OFFICERS).filter(pk=host.pk).exists():
        return None
    return f"Only a partnership officer or manager of {host} can register a partnership for it."


def why_not_change(partnership: Partnership, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not change the shared record, or None.

    The lead host's officers and whoever chairs or coordinates may (docs/reference/access.toml).
    """
    if person is None:
        return None
    if partnership.state in (State.CLOSED, State.DECLINED):
        return "This partnership has ended. Its record is kept as it was."
    if run_by(person, day).filter(pk=partnership.pk).exists():
        return None
    if led_by(person, day).filter(pk=partnership.pk).exists():
        return None
    return "Only the lead host’s officers, the chair and the coordinator can change this record."


def why_not_move(
    partnership: Partnership, to: State, person: Person | None, day: date
) -> str | None:
    """Return why the record may not go to state ``to`` now, or None."""
    here = State(partnership.state)
    if to not in MOVES[here]:
        return f"A partnership that is {here.label.lower()} cannot become {to.label.lower()}."
    return why_not_change(partnership, person, day)


def why_not_add_member(
    partnership: Partnership,
    organisation: Organisation,
    person: Person | None,
    day: date,
    unit: str = "",
) -> str | None:
    """Return why this body may not be entered as a member now, or None."""
    there = Membership.objects.filter(
        partnership=partnership, organisation=organisation, unit=unit, to_on__isnull=True
    )
    if there.exists():
        return f"{organisation} is already a member."
    return why_not_change(partnership, person, day)


def why_not_seat(seat: Seat, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not say who holds this seat, or None.

    Besides those who keep the record, the member organisation's own officers may: a seat is theirs.
    """
    if person is None:
        return None
    own = organisations_where(person, day, *OFFICERS)
    if own.filter(pk=seat.membership.organisation_id).exists():
        return None
    return why_not_change(seat.membership.partnership, person, day)
