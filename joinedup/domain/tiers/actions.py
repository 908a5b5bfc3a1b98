from datetime import datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import hosts_of
from joinedup.domain.people.models import Person
from joinedup.domain.thresholds.queries import figures_on
from joinedup.domain.tiers.judging import Judged, judged
from joinedup.domain.tiers.models import FiredTrigger, TierDecision
from joinedup.domain.tiers.queries import answers_in
from joinedup.domain.tiers.rules import why_not_judge

LONGEST = 300


@transaction.atomic
def judge_tier(
    partnership: Partnership,
    answers: dict[str, Any],
    *,
    version: int,
    by: Person | None,
    at: datetime,
) -> TierDecision:
    """Work the tier out by the lead host's figures of today, and keep every trigger that fired."""
    day = day_of(at)
    insist(why_not_judge(partnership, by, day))
    host = hosts_of(partnership, day).get(is_lead=True).organisation
    figures = figures_on(host, day)
    found = judged(answers_in(answers), figures)
    change(
        partnership,
        expecting=(partnership.state, version),
        tier=found.tier,
        tier_because=in_a_line(found),
    )
    decision = TierDecision.objects.create(
        partnership=partnership,
        organisation=host,
        tier=found.tier,
        decided_on=day,
        decided_by=by,
        answers=answers,
        figures_from_on=figures.from_on,
    )
    FiredTrigger.objects.bulk_create(
        FiredTrigger(
            decision=decision, trigger=each.trigger, said=each.said, threshold=each.threshold
        )
        for each in found.fired
    )
    record("tier.judged", partnership, by=by, at=at, tier=int(found.tier))
    return decision


@transaction.atomic
def report_tier(
    partnership: Partnership,
    tier: int | None,
    *,
    because: str,
    version: int,
    by: Person | None,
    at: datetime,
) -> None:
    """Note a tier that was decided elsewhere: it is told as reported, not worked out here."""
    insist(why_not_judge(partnership, by, day_of(at)))
    change(
        partnership,
        expecting=(partnership.state, version),
        tier=tier,
        tier_because=because.strip(),
    )
    record("tier.reported", partnership, by=by, at=at, because=because, tier=tier or 0)


def in_a_line(found: Judged) -> str:
    """Return why it is of this tier, in a line for lists."""
    told = [f"{each.trigger.label}" for each in found.fired]
    if not told:
        return "None of the signs of a key or significant partnership."
    line = "; ".join(dict.fromkeys(told))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
