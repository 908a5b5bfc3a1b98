from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import Life, Told
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import hosts_of
from joinedup.domain.thresholds.kinds import Risk
from joinedup.domain.tiers.judging import Answers
from joinedup.domain.tiers.kinds import YES_OR_NO, Trigger
from joinedup.domain.tiers.models import TierDecision


def decisions_on(partnership: Partnership) -> QuerySet[TierDecision]:
    """Return how its tier was worked out, the latest first; ask ``visible_to`` first."""
    return (
        TierDecision.objects.filter(partnership=partnership)
        .select_related("organisation", "decided_by")
        .prefetch_related("fired")
    )


def lead_host(partnership: Partnership, day: date) -> Organisation | None:
    """Return the body whose figures decide the tier."""
    lead = hosts_of(partnership, day).filter(is_lead=True).first()
    return lead.organisation if lead else None


def answers_known(partnership: Partnership) -> dict[str, Any]:
    """Return the answers to begin with: those given last, else what the record tells already."""
    latest = TierDecision.objects.filter(partnership=partnership).first()
    if latest is not None:
        return dict(latest.answers)
    known: dict[str, Any] = {Trigger.STATUTORY.value: partnership.statutory}
    if partnership.expected_life in (Life.MIDDLE, Life.LONG, Life.LASTING):
        known[Trigger.OVER_A_YEAR.value] = Told.YES.value
    elif partnership.expected_life == Life.SHORT:
        known[Trigger.OVER_A_YEAR.value] = Told.NO.value
    return known


def answers_in(kept: dict[str, Any]) -> Answers:
    """Return answers from their kept form."""
    amounts = {
        name: None if kept.get(name) in (None, "") else Decimal(kept[name])
        for name in ("yearly_input", "officer_days")
    }
    told = {(each.value, str(kept.get(each.value) or Told.UNTOLD.value)) for each in YES_OR_NO}
    return Answers(**amounts, risk=kept.get("risk") or Risk.UNTOLD.value, told=frozenset(told))
