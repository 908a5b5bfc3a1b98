from datetime import date

from joinedup.domain.basics.folding import folded
from joinedup.domain.futures.kinds import ENDING, WITH_ANOTHER, Outcome
from joinedup.domain.futures.models import Dissent, FutureDecision
from joinedup.domain.futures.queries import latest_decision
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.rules import ENDED, why_not_keep
from joinedup.domain.people.models import Person
from joinedup.domain.representing.queries import memberships_represented_by

OTHERS = {
    Outcome.MERGE: "Say with which partnership it merges.",
    Outcome.HAND_OVER: "Say to whom it is handed over.",
    Outcome.LEAVE: "Say who leaves.",
}


def why_not_decide(partnership: Partnership, person: Person, day: date) -> str | None:
    """Return why ``person`` may not write down what was decided, or None."""
    if partnership.state in OVER:
        return ENDED
    if why_not_keep(partnership, person, day) is None:
        return None
    return (
        "Only the lead host’s officers, the chair and the coordinator can write down what the "
        "members decided."
    )


def why_not_decided_on(partnership: Partnership, on: date, day: date) -> str | None:
    """Return why it cannot have been decided on this day, or None."""
    if on > day:
        return "This day is still to come. Write it down once it has been decided."
    if FutureDecision.objects.filter(partnership=partnership, decided_on=on).exists():
        return "What was decided on this day is written down already."
    return None


def why_not_outcome(outcome: str, other: str) -> str | None:
    """Return why this outcome says too little, or None."""
    if outcome in WITH_ANOTHER and not folded(other):
        return OTHERS[Outcome(outcome)]
    return None


def why_not_reasoned(words: str, missing: str) -> str | None:
    """Return why this says nothing, or None."""
    return None if folded(words) else missing


def why_not_disagree(decision: FutureDecision, person: Person, day: date) -> str | None:
    """Return why ``person`` may not say for any member that it disagrees, or None."""
    if decision.partnership.state in OVER:
        return ENDED
    if latest_decision(decision.partnership) != decision:
        return "Another decision has followed. Disagree with that one."
    theirs = memberships_represented_by(person, decision.partnership, day)
    if not theirs.exists():
        return "Only whoever speaks for a member of the partnership can disagree for it."
    said = Dissent.objects.filter(decision=decision, membership__in=theirs.order_by())
    if said.count() == theirs.count():
        return "You have said that you disagree, and why. It stays beside the decision."
    return None


def why_not_disagree_for(
    decision: FutureDecision, membership: Membership, person: Person, day: date
) -> str | None:
    """Return why ``person`` may not say that this member disagrees, or None."""
    theirs = memberships_represented_by(person, decision.partnership, day)
    if not theirs.filter(pk=membership.pk).exists():
        return f"You do not speak for {membership.member_name} in this partnership."
    if Dissent.objects.filter(decision=decision, membership=membership).exists():
        return f"{membership.member_name} has said that it disagrees."
    return None


def why_not_begin_ending(partnership: Partnership) -> str | None:
    """Return why the partnership may not be brought to its end by what was decided, or None.

    Nothing decided is no reason against it: records were kept before decisions were.
    """
    latest = latest_decision(partnership)
    if latest is None or latest.outcome in ENDING:
        return None
    return f"What was decided last is otherwise: {latest.sentence.lower()}."
