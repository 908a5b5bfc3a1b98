from datetime import date

from joinedup.domain.merging.models import Merge
from joinedup.domain.merging.queries import both_host, in_both
from joinedup.domain.organisations.models import Organisation, Post
from joinedup.domain.organisations.queries import chain_of, stewards
from joinedup.domain.organisations.rules import why_not_change_organisation
from joinedup.domain.people.models import Person


def why_not_merge(
    organisation: Organisation,
    person: Person,
    day: date,
    other: Organisation | None = None,
) -> str | None:
    """Return why ``person`` may not join this entry with another, or None.

    Whoever works for a body sees what it belongs to, so joining two entries hands what one
    sees to the other's people: only a steward may where somebody works for either.
    """
    if reason := why_not_change_organisation(organisation, person, day):
        return reason
    entries = [organisation] if other is None else [organisation, other]
    is_steward = stewards(day).filter(person=person).exists()
    if is_steward or not Post.objects.filter(organisation__in=entries).exists():
        return None
    return (
        "Somebody works for it in this service, and would see what the other entry sees. "
        "Only a steward can join it with another."
    )


def why_not_one_body(
    absorbed: Organisation, kept: Organisation, day: date, *, joining: bool
) -> str | None:
    """Return why these two entries cannot become one as they stand, or None.

    ``joining`` is whether the places they both have in one partnership may become one.
    """
    if absorbed == kept:
        return "Choose the other entry: this one cannot be joined with itself."
    if kept in chain_of(absorbed) or absorbed in chain_of(kept):
        return "One is a part of the other, so they are two. Change that first."
    if both_host(absorbed, kept, day):
        return "Both keep the record of one partnership. End that for one of them first."
    if not joining and in_both(absorbed, kept):
        return (
            "Both are members of one partnership at the same time. Tick the box to join "
            "their memberships as well."
        )
    return None


def why_not_undo_merge(merge: Merge, person: Person, day: date) -> str | None:
    """Return why two entries that were joined cannot be parted again now, or None."""
    if merge.undone_at is not None:
        return "This was undone already."
    later = merge.kept.merged_into
    if later is not None:
        return f"{merge.kept} was itself joined with {later} since. Undo that first."
    return why_not_merge(merge.kept, person, day, merge.absorbed)
