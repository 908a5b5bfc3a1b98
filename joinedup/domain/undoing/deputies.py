"""What taking a file back finds of those who stand in for others."""

from collections.abc import Container
from typing import Any

from joinedup.domain.imports.models import Import, ImportStep
from joinedup.domain.partnerships.models import Seat
from joinedup.domain.undoing.kinds import STOOD_IN_FOR


def told_in(step: ImportStep) -> dict[str, Any]:
    """Return the fields that a step changed, with what the file told of them."""
    if step.thing == "deputies":
        return {"stands_in_for_id": step.values["seat"]}
    return {name: step.values.get(name) for name in step.before}


def stood_in_since(applied: Import, made: Any, stays: Container[int]) -> dict[int, str]:
    """Return which places that a file made stay because a deputy who stays stands in for them.

    ``stays`` are those among them that stay; what the file itself said is put back.
    """
    steps = ImportStep.objects.filter(whole=applied, thing="deputies").order_by()
    said = {(step.made, step.values["seat"]) for step in steps}
    ours = set(Seat.objects.filter(pk__in=made).order_by().values_list("pk", flat=True))
    pairs = Seat.objects.filter(stands_in_for__in=made).order_by()
    return {
        other: STOOD_IN_FOR
        for seat, other in pairs.values_list("pk", "stands_in_for")
        if other and (seat in stays if seat in ours else (seat, other) not in said)
    }
