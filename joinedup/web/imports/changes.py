"""What a file would change of a record, field by field, as a person reads it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from joinedup.domain.fields.kinds import FIELDS, RECORD, Telling
from joinedup.domain.intake.groups import in_plain_words
from joinedup.domain.intake.plan import Plan
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.organisations.models import Organisation

BODY = "accountable_body"
MOST_LETTERS = 100
NOTHING = "nothing told"
THINGS = {
    "partnerships": "partnership",
    "organisations": "organisation",
    "memberships": "member",
    "contributions": "member",
    "deputies": "seat",
}


def new_things(planned: Plan, most: int) -> list[tuple[str, list[Step], int]]:
    """Return the first new things of each sort, and how many there are."""
    counts = planned.counts()[Outcome.CREATED]
    sorts = [thing for thing in ("partnerships", "organisations", "people") if counts[thing]]
    return [(one, planned.steps_of(one, Outcome.CREATED)[:most], counts[one]) for one in sorts]


def changed_things(planned: Plan, most: int) -> list[tuple[str, list[dict[str, Any]], int]]:
    """Return the first changes of each sort, and how many there are."""
    counts = planned.counts()[Outcome.UPDATED]
    return [
        (thing, changes_of(planned, planned.steps_of(thing, Outcome.UPDATED)[:most]), counts[thing])
        for thing in THINGS
        if counts[thing]
    ]


def changes_of(planned: Plan, steps: Iterable[Step]) -> list[dict[str, Any]]:
    """Return what some steps change: each with its fields, what they held, what they will hold."""
    steps = list(steps)
    names = names_of_bodies(planned, steps)
    return [{"label": s.label, "row": s.row, "fields": fields_of(s, names)} for s in steps]


def fields_of(step: Step, names: dict[str, str]) -> list[dict[str, str]]:
    """Return the fields that a step changes, and the names, numbers and themes that it adds."""
    labels = FIELDS.get(THINGS.get(step.thing, ""), {})
    told = []
    for name, value in step.values.items():
        label = labels.get("area_name" if name == "area" else name, "")
        if name in step.before:
            before = in_words(name, step.before[name], names)
            told.append({"label": label, "before": before, "after": in_words(name, value, names)})
        elif isinstance(value, tuple | list) and value:
            told.append({"label": label or "Numbers", "before": "", "after": listed(value)})
    return told


def in_words(name: str, value: Any, names: dict[str, str]) -> str:
    """Return what a field holds; what was kept of a long file is plain data."""
    if value in (None, "", "UNTOLD"):
        return NOTHING
    if name == "area":
        return f"{value[1]} ({value[0]})" if isinstance(value, tuple | list) else str(value)
    if name == BODY:
        return names.get(value, str(value).removeprefix("new:"))
    if name == "amount":
        return f"{Decimal(value):,.2f}"
    telling = RECORD[name].telling if name in RECORD else None
    if isinstance(value, str) and (telling == Telling.DAY or name in ("from_on", "to_on")):
        value = date.fromisoformat(value)
    elif telling == Telling.MONEY:
        value = Decimal(value)
    words = in_plain_words(name, value)
    return words if len(words) <= MOST_LETTERS else f"{words[:MOST_LETTERS]}…"


def listed(values: Iterable[Any]) -> str:
    """Return what is added, one after another; numbers with their registers."""
    return "; ".join(
        "-".join(str(part) for part in each if part) if isinstance(each, tuple | list) else each
        for each in values
    )


def names_of_bodies(planned: Plan, steps: Iterable[Step]) -> dict[str, str]:
    """Return the names of the bodies that answer for money, before and after."""
    refs = {told[BODY] for step in steps for told in (step.values, step.before) if told.get(BODY)}
    if not refs:
        return {}
    bodies = Organisation.objects.filter(public_id__in=refs).order_by()
    new = {step.ref: step.label for step in planned.steps_of("organisations", Outcome.CREATED)}
    return new | dict(bodies.values_list("public_id", "name"))
