from datetime import date, datetime

from django.db import transaction

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.futures.kinds import WITH_ANOTHER
from joinedup.domain.futures.models import Dissent, FutureDecision
from joinedup.domain.futures.queries import result_decided_on
from joinedup.domain.futures.rules import (
    why_not_decide,
    why_not_decided_on,
    why_not_disagree,
    why_not_disagree_for,
    why_not_outcome,
    why_not_reasoned,
)
from joinedup.domain.journal.actions import record
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person


@transaction.atomic
def record_future_decision(
    partnership: Partnership,
    *,
    outcome: str,
    other: str = "",
    reason: str,
    deciders: str,
    decided_on: date,
    by: Person,
    at: datetime,
    **answers: str,
) -> FutureDecision:
    """Write down what was decided about the future of a partnership: by whom, when and why.

    ``answers`` are those to the six questions. The newest result that stands is kept with it.
    """
    insist(why_not_decide(partnership, by, day_of(at)))
    insist(why_not_outcome(outcome, other), "other")
    insist(why_not_reasoned(reason, "Say why it was decided so."), "reason")
    insist(why_not_reasoned(deciders, "Say who decided it."), "deciders")
    insist(why_not_decided_on(partnership, decided_on, day_of(at)), "decided_on")
    decision = FutureDecision.objects.create(
        partnership=partnership,
        review=result_decided_on(partnership, at),
        outcome=outcome,
        other=other.strip() if outcome in WITH_ANOTHER else "",
        reason=reason.strip(),
        deciders=deciders.strip(),
        decided_on=decided_on,
        recorded_at=at,
        recorded_by=by,
        **answers,
    )
    outcome_told = decision.get_outcome_display().lower()
    record("future.decided", partnership, by=by, at=at, because=reason, outcome=outcome_told)
    return decision


@transaction.atomic
def record_dissent(
    decision: FutureDecision, membership: Membership, *, words: str, by: Person, at: datetime
) -> Dissent:
    """Say for a member that it disagrees with a decision, and why; it stays beside it."""
    day = day_of(at)
    said = {"decision": decision, "membership": membership, "words": words.strip()}
    if pressed := Dissent.objects.filter(**said, said_by=by).first():
        return pressed
    insist(why_not_disagree(decision, by, day))
    insist(why_not_disagree_for(decision, membership, by, day), "member")
    insist(why_not_reasoned(words, "Say why."), "words")
    dissent = Dissent.objects.create(**said, said_at=at, said_by=by)
    name = membership.member_name
    record("future.disagreed", decision.partnership, by=by, at=at, because=words, member=name)
    return dissent
