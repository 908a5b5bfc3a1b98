from datetime import date

from joinedup.domain.basics.days import not_over, why_not_ended
from joinedup.domain.basics.folding import folded
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.rules import why_not_change
from joinedup.domain.people.models import Person
from joinedup.domain.structure.kinds import LinkSort, Part
from joinedup.domain.structure.models import Link
from joinedup.domain.structure.queries import ids_above, open_links


def why_not_link(
    lower: Partnership, upper: Partnership, sort: str, person: Person | None, day: date
) -> str | None:
    """Return why one partnership may not be put under the other, or None.

    Whoever keeps either record may, and nothing may hang under itself, at any distance.
    """
    if lower == upper:
        return "A partnership cannot be linked to itself."
    if open_links(lower, upper, day).filter(sort=sort).exists():
        return f"{lower} {LinkSort(sort).label} {upper} already."
    if lower.pk in ids_above(upper, day):
        return f"{upper} hangs under {lower} already. This would make a circle."
    reason = why_not_change(lower, person, day)
    return reason and why_not_change(upper, person, day) and reason


def why_not_themed(upper: Partnership, part: str, theme: str, day: date) -> str | None:
    """Return why it cannot have this part in the theme, or None: one leads, several support."""
    if part == Part.NONE:
        return None
    if not folded(theme):
        return "Enter the theme it leads on or supports."
    leads = Link.objects.filter(
        not_over(day), upper=upper, folded_theme=folded(theme), part=Part.LEADS
    )
    if part == Part.LEADS and leads.exists():
        return f"Another partnership leads on {theme.strip()} already. Several may support it."
    return None


def why_not_unlink(
    link: Link, person: Person | None, day: date, on: date | None = None
) -> str | None:
    """Return why the link may not be ended, ``on`` a day where one is given, or None."""
    if link.to_on is not None:
        return "This link has an end already."
    if reason := why_not_ended(link.from_on, on):
        return reason
    reason = why_not_change(link.lower, person, day)
    return reason and why_not_change(link.upper, person, day) and reason
