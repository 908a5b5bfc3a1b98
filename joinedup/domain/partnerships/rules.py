from datetime import date
from typing import Any

from joinedup.domain.basics.days import current, in_words, not_over, why_not_ended
from joinedup.domain.basics.folding import folded
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import names_after, works_for
from joinedup.domain.partnerships.kinds import LEADING, MOVES, OVER, State
from joinedup.domain.partnerships.models import Hosting, Membership, Partnership, Seat
from joinedup.domain.partnerships.queries import memberships_spoken_for, runs
from joinedup.domain.partnerships.seats import sits_on
from joinedup.domain.people.models import Person

ENDED = "This partnership has ended. Its record is kept as it was."


def why_not_register(host: Organisation, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not enter a partnership that ``host`` would administer, or None."""
    if person is None:
        return None
    if host.pk in works_for(person, day, *OFFICERS):
        return None
    return f"Only a partnership officer or manager of {host} can register a partnership for it."


def why_not_register_any(person: Person, day: date) -> str | None:
    """Return why ``person`` may not enter a partnership for any body at all, or None."""
    if works_for(person, day, *OFFICERS):
        return None
    return "Only a partnership officer or manager can register a partnership."


def why_not_keep(partnership: Partnership, person: Person | None, day: date) -> str | None:
    """Return why ``person`` is not among those who keep the shared record, or None.

    The lead host's officers and whoever chairs or coordinates do (docs/reference/access.toml).
    """
    if person is None or partnership.pk in sits_on(person, day, *LEADING):
        return None
    if runs(person, partnership, day):
        return None
    return "Only the lead host’s officers, the chair and the coordinator can change this record."


def why_not_change(partnership: Partnership, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not change the shared record now, or None."""
    if person is not None and partnership.state in OVER:
        return ENDED
    return why_not_keep(partnership, person, day)


def why_not_named(name: str) -> str | None:
    """Return why a partnership cannot bear this name, or None."""
    return None if folded(name) else "Enter a name with letters or numbers in it."


def why_not_also_named(partnership: Partnership, name: str) -> str | None:
    """Return why this cannot be another name of the partnership, or None."""
    if folded(name) == partnership.folded_name:
        return f"{partnership.name} is its name now."
    return why_not_named(name)


LONGEST_THEME = 60
LATER = {
    "ends_on": ("starts_on", "A partnership cannot end before it starts."),
    "ended_on": ("starts_on", "A partnership cannot have ended before it started."),
    "agreement_review_on": (
        "agreement_signed_on",
        "An agreement cannot be due for a fresh look before it was signed.",
    ),
    "agreement_ends_on": ("agreement_signed_on", "An agreement cannot end before it was signed."),
}


def why_not_dated(partnership: Partnership | None, values: dict[str, Any], last: str) -> str | None:
    """Return why the day ``last``, one of LATER, comes too early, or None.

    What ``values`` leave out is taken from the record.
    """
    first, reason = LATER[last]
    early, late = (values.get(day, getattr(partnership, day, None)) for day in (first, last))
    return reason if early and late and late < early else None


def why_not_ended_on(ended_on: date | None, day: date) -> str | None:
    """Return why the partnership cannot have ended on this day, or None."""
    if ended_on is not None and ended_on > day:
        return "This is the day on which it did end. Put a day to come under when it is to end."
    return None


def why_not_themed(name: str) -> str | None:
    """Return why this cannot be a theme, or None."""
    if not folded(name):
        return "Enter each theme with letters or numbers in it."
    if len(name) > LONGEST_THEME:
        return f"A theme is a word or two. “{name[:20]}…” is longer than {LONGEST_THEME} letters."
    return None


def why_not_referenced(partnership: Partnership | None, reference: str) -> str | None:
    """Return why the partnership cannot have this reference, or None."""
    others = Partnership.objects.filter(reference=reference)
    if partnership is not None:
        others = others.exclude(pk=partnership.pk)
    if reference and others.exists():
        return f"Reference {reference} is taken."
    return None


def why_not_move(
    partnership: Partnership, to: State, person: Person | None, day: date
) -> str | None:
    """Return why the record may not go to state ``to`` now, or None."""
    here = State(partnership.state)
    if to not in MOVES[here]:
        return f"A partnership that is {here.label.lower()} cannot become {to.label.lower()}."
    return why_not_keep(partnership, person, day)


def why_not_add_host(
    partnership: Partnership, organisation: Organisation, person: Person | None, day: date
) -> str | None:
    """Return why this body may not administer the record as well, or None."""
    there = Hosting.objects.filter(
        not_over(day), partnership=partnership, organisation=organisation
    )
    if there.exists():
        return f"{organisation} is already a host."
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
        not_over(day), partnership=partnership, organisation=organisation, unit__iexact=unit
    )
    if there.exists():
        return f"{unit or organisation} is already a member."
    return why_not_join(organisation, day) or why_not_change(partnership, person, day)


def why_not_join(organisation: Organisation, day: date) -> str | None:
    """Return why a body that has ended joins nothing any more, with what came after it, or None."""
    if organisation.to_on is None or organisation.to_on >= day:
        return None
    after = names_after([organisation.pk]).get(organisation.pk, [])
    instead = f" Add what came after it: {' or '.join(after)}." if after else ""
    return f"{organisation} ended on {in_words(organisation.to_on)}.{instead}"


def why_not_end_membership(
    membership: Membership, person: Person | None, day: date, on: date | None = None
) -> str | None:
    """Return why this membership may not be ended, ``on`` a day where one is given, or None."""
    reason = why_not_member_still(membership, day) or why_not_ended(membership.from_on, on)
    return reason or why_not_change(membership.partnership, person, day)


def why_not_member_still(membership: Membership, day: date) -> str | None:
    """Return why nothing more can be done with this membership, or None while it stands."""
    if membership.to_on is None or membership.to_on >= day:
        return None
    return f"{membership.member_name} left on {in_words(membership.to_on)}."


def why_not_open_seat(membership: Membership, person: Person | None, day: date) -> str | None:
    """Return why this member may not be given another place now, or None."""
    reason = why_not_member_still(membership, day)
    return reason or why_not_change(membership.partnership, person, day)


def why_not_seat(seat: Seat, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not say who holds this seat, or None.

    Besides those who keep the record, the member organisation's own officers may: a seat is theirs.
    """
    membership = seat.membership
    if reason := why_not_member_still(membership, day):
        return reason
    if person is not None and membership.partnership.state in OVER:
        return ENDED
    if person is not None and memberships_spoken_for(person, day).filter(pk=membership.pk).exists():
        return None
    return why_not_keep(membership.partnership, person, day)


def why_not_seated(seat: Seat, holder: Person, day: date) -> str | None:
    """Return why ``holder`` cannot take this seat, or None."""
    if seat.holders.filter(current(day), person=holder, to_on__isnull=True).exists():
        return f"{holder} already holds this place."
    return None


def why_not_vacate(
    seat: Seat, person: Person | None, day: date, on: date | None = None
) -> str | None:
    """Return why the seat may not be left empty, after ``on`` where a day is given, or None."""
    if reason := why_not_seat(seat, person, day):
        return reason
    holder = seat.holders.filter(not_over(day)).first()
    if holder is None:
        return "Nobody holds this place."
    return why_not_ended(holder.from_on, on)
