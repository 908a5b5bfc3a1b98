from datetime import date, datetime

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import insist
from joinedup.domain.basics.turns import wait_turn
from joinedup.domain.journal.actions import record
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.structure.kinds import Part
from joinedup.domain.structure.models import Link
from joinedup.domain.structure.rules import why_not_link, why_not_themed, why_not_unlink


@transaction.atomic
def link_partnership(
    lower: Partnership,
    upper: Partnership,
    *,
    sort: str,
    part: str = Part.NONE,
    theme: str = "",
    from_on: date | None = None,
    by: Person | None,
    at: datetime,
) -> Link:
    """Put a partnership under another; both pages tell of it, to those who may see both.

    One link is made at a time: of several made at one moment each could close the others' circle.
    """
    wait_turn("linking partnerships")
    insist(why_not_link(lower, upper, sort, by, day_of(at)), "other")
    insist(why_not_themed(upper, part, theme, day_of(at)), "theme")
    theme = theme.strip() if part != Part.NONE else ""
    link = Link.objects.create(
        lower=lower,
        upper=upper,
        sort=sort,
        part=part,
        theme=theme,
        folded_theme=folded(theme),
        from_on=from_on or day_of(at),
    )
    record_link("link.made", link, by=by, at=at)
    return link


@transaction.atomic
def end_link(link: Link, *, on: date, by: Person | None, at: datetime) -> None:
    """End a link on a day; what hung together until then stays known."""
    insist(why_not_unlink(link, by, day_of(at)))
    insist(why_not_unlink(link, by, day_of(at), on), "on")
    change(link, expecting=(None, link.version), to_on=on)
    record_link("link.ended", link, by=by, at=at)


def record_link(verb: str, link: Link, *, by: Person | None, at: datetime) -> None:
    """Write in both histories that a link was made or ended, and never to what.

    Not everybody who reads the one may know of the other.
    """
    for partnership in (link.lower, link.upper):
        record(verb, partnership, by=by, at=at, link=link.public_id)
