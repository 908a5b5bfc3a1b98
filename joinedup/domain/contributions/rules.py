from datetime import date

from joinedup.domain.contributions.kinds import Sort
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.fields.giving import out_of_years, undescribed
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.partnerships.queries import memberships_spoken_for
from joinedup.domain.partnerships.rules import ENDED, why_not_keep
from joinedup.domain.people.models import Person


def why_not_contribute(membership: Membership, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not say what this member puts in, or None.

    Besides those who keep the record, the member organisation's own officers may.
    """
    if person is not None and membership.partnership.state in OVER:
        return ENDED
    if person and memberships_spoken_for(person, day).filter(pk=membership.pk).exists():
        return None
    return why_not_keep(membership.partnership, person, day)


def why_not_in_year(year: int, day: date) -> str | None:
    """Return why nothing can be put in during this year, or None."""
    return out_of_years(year, day.year)


def why_not_another(
    membership: Membership, year: int, sort: str, words: str, but: Contribution | None = None
) -> str | None:
    """Return why the same cannot be entered twice, or None."""
    there = Contribution.objects.filter(membership=membership, year=year, sort=sort, words=words)
    if (there.exclude(pk=but.pk) if but else there).exists():
        return f"{Sort(sort).label} of this member is there for {year} already. Change that line."
    return None


def why_not_described(sort: str, words: str) -> str | None:
    """Return why a contribution in kind needs words, or None."""
    return undescribed(sort, words)
