"""The facts of the shared record as lines of a page: what is told, and what nobody has told us."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse

from joinedup.domain.basics.days import in_words
from joinedup.domain.contributions.kinds import Sort
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.contributions.queries import Year, by_year, contributions_to
from joinedup.domain.figures.wording import in_pounds
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import Told
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import bodies_of
from joinedup.web.partnerships.fact_forms import GROUPS, FactForm

UNTOLD = "Not yet told us"
OWN_WORDS = {"accountable", "themes", "version"}


def record_groups(partnership: Partnership) -> list[dict[str, Any]]:
    """Return each group of facts with its lines, and where it is changed."""
    return [
        {
            "title": form.title,
            "why": form.why,
            "lines": lines_of(form, partnership),
            "change": reverse("partnership_facts_change", args=[partnership.public_id, key]),
        }
        for key, form in GROUPS.items()
    ]


def lines_of(form: type[FactForm], partnership: Partnership) -> list[tuple[str, str]]:
    """Return each field of a group as its label and what is told."""
    return [
        (str(field.label), told_of(name, partnership))
        for name, field in form.base_fields.items()
        if name != "version"
    ]


def told_of(name: str, partnership: Partnership) -> str:
    """Return one fact as a person reads it; nothing known is never told as “no”."""
    if name == "themes":
        return ", ".join(theme.name for theme in partnership.themes.all()) or UNTOLD
    if name == "accountable":
        return accountable_told(partnership)
    return fact_told(partnership, name)


def fact_told(thing: object, name: str) -> str:
    """Return one field of a thing as a person reads it; nothing known is not yet told."""
    value = getattr(thing, name)
    if value is None or value == "":
        return UNTOLD
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, Decimal):
        return decimal_told(name, value)
    labelled = getattr(thing, f"get_{name}_display", None)
    return str(labelled() if labelled else value)


def decimal_told(name: str, value: Decimal) -> str:
    """Return an amount of money, or a number of days."""
    if name.endswith("_days"):
        return f"{value.normalize():,f} days"
    return "It has none" if name == "total_budget" and not value else in_pounds(value)


def accountable_told(partnership: Partnership) -> str:
    """Return which body answers for the money."""
    if partnership.accountable_body:
        return str(partnership.accountable_body.name)
    return "There is none" if partnership.has_accountable_body == Told.NO else UNTOLD


def years_told(
    partnership: Partnership, may_change: Callable[[Contribution], bool]
) -> list[dict[str, Any]]:
    """Return what was put in, year by year, as rows of a table and a sentence of sums."""
    return [
        {
            "name": year.name,
            "rows": [row_of(line, changeable=may_change(line)) for line in year.lines],
            "sum": sum_told(year),
        }
        for year in by_year(contributions_to(partnership))
    ]


def row_of(line: Contribution, *, changeable: bool) -> list[Any]:
    """Return a contribution as a row: who, what, how much."""
    name = line.membership.member_name
    what = {"text": Sort(line.sort).label.partition(":")[0], "note": line.words}
    change = {
        "text": "Change",
        "href": reverse(
            "contribution_change", args=[line.membership.partnership.public_id, line.public_id]
        ),
        "more": f"what {name} puts in",
    }
    return [name, what, amount_told(line), change if changeable else ""]


def amount_told(line: Contribution) -> str:
    """Return how much, in pounds or hours."""
    if line.amount is None:
        return UNTOLD
    if line.sort == Sort.HOURS:
        return f"{line.amount.normalize():,f} hours"
    return in_pounds(line.amount)


def sum_told(year: Year) -> str:
    """Return the sums of a year in a sentence, with what they leave out."""
    hours = year.total(Sort.HOURS)
    told = [
        f"{in_pounds(year.total(Sort.CASH))} in money",
        f"{hours.normalize():,f} hours of work",
        f"{in_pounds(year.total(Sort.KIND))} worth of other things",
    ]
    without = {0: "", 1: " One line does not say how much."}.get(
        year.untold, f" {year.untold} lines do not say how much."
    )
    return f"Together: {', '.join(told[:-1])} and {told[-1]}.{without}"


def initial_of(form: type[FactForm], partnership: Partnership) -> dict[str, Any]:
    """Return what the boxes of a group hold at first."""
    fields = [name for name in form.base_fields if name not in OWN_WORDS]
    body = partnership.accountable_body
    return {name: getattr(partnership, name) for name in fields} | {
        "version": partnership.version,
        "themes": ", ".join(theme.name for theme in partnership.themes.all()),
        "accountable": body.public_id if body else partnership.has_accountable_body,
    }


def accountable_bodies(partnership: Partnership, day: date) -> dict[str, Organisation]:
    """Return the bodies that can answer for its money, the one that does among them."""
    bodies = list(bodies_of(partnership, day))
    now = partnership.accountable_body
    if now and now not in bodies:
        bodies.append(now)
    return {body.public_id: body for body in bodies}
