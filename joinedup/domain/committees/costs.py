"""What a host's partnerships cost it in a year, as far as its own side of each tells."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, DecimalField, F, Sum, Value
from django.db.models.functions import Coalesce

from joinedup.domain.involvements.models import Involvement
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import RUNNING
from joinedup.domain.reporting.portfolio import led_on
from joinedup.domain.thresholds.queries import figures_on

MONEY = DecimalField(max_digits=16, decimal_places=2)


@dataclass(frozen=True)
class Costs:
    """Pounds in a year and days of officers' time, for how many they are told, and the dearest."""

    told: int
    pounds: Decimal
    days: Decimal
    dearest: list[tuple[str, Decimal]]
    has_rate: bool


def or_nothing(field: str) -> Coalesce:
    return Coalesce(F(field), Value(Decimal(0)), output_field=MONEY)


def costs_of(host: Organisation, day: date, most: int, among: Iterable[int] | None = None) -> Costs:
    """Return what the running partnerships ``host`` leads cost it, and the ``most`` dearest."""
    rate = figures_on(host, day).day_rate
    running = led_on(host, day).filter(state__in=RUNNING)
    if among is not None:
        running = running.filter(pk__in=list(among))
    sides = Involvement.objects.filter(
        organisation=host, partnership__in=running.order_by().values("pk")
    ).order_by()
    told = sides.exclude(cost=None, cost_in_kind=None, officer_days=None)
    paid: Any = or_nothing("cost") + or_nothing("cost_in_kind")
    whole = paid + or_nothing("officer_days") * Value(rate or Decimal(0), output_field=MONEY)
    costed = told.annotate(whole=Coalesce(whole, Value(Decimal(0)), output_field=MONEY))
    summed = costed.aggregate(count=Count("pk"), pounds=Sum("whole"), days=Sum("officer_days"))
    dearest = costed.filter(whole__gt=0).order_by("-whole", "partnership__folded_name")
    return Costs(
        told=summed["count"],
        pounds=summed["pounds"] or Decimal(0),
        days=summed["days"] or Decimal(0),
        dearest=list(dearest.values_list("partnership__name", "whole")[:most]),
        has_rate=rate is not None,
    )


def pounds(amount: Decimal) -> str:
    """Return an amount as it is written here, in whole pounds."""
    return f"£{amount.quantize(Decimal(1)):,}"
