from datetime import date, datetime

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.people.models import Person
from joinedup.domain.priorities.models import Priority, PriorityAction
from joinedup.domain.priorities.queries import weak_points
from joinedup.domain.priorities.rules import (
    why_not_add_action,
    why_not_become,
    why_not_choose,
    why_not_due,
    why_not_move_action,
    why_not_own,
    why_not_prefer,
)
from joinedup.domain.reviews.models import Review


@transaction.atomic
def choose_priority(
    review: Review, *, about: str, reason: str, by: Person, at: datetime
) -> Priority:
    """Choose a weak point of a result to work on, and say why this one."""
    insist(why_not_choose(review, by, at))
    insist(why_not_prefer(review, about, weak_points(review)), "about")
    insist(None if folded(reason) else "Say why this one comes first.", "reason")
    priority = Priority.objects.create(
        review=review, about=about, reason=reason.strip(), chosen_at=at, chosen_by=by
    )
    record("priority.chosen", review.partnership, by=by, at=at, because=priority.reason)
    return priority


@transaction.atomic
def add_action(
    priority: Priority, *, what: str, owner: Person, due_on: date, by: Person, at: datetime
) -> PriorityAction:
    """Say who does what about a priority, and by when."""
    partnership = priority.review.partnership
    insist(why_not_add_action(priority, by, day_of(at)))
    insist(None if folded(what) else "Say what is to be done.", "what")
    insist(why_not_own(partnership, owner, day_of(at)), "owner")
    insist(why_not_due(due_on, day_of(at)), "due_on")
    said = {"priority": priority, "what": what.strip(), "owner": owner}
    if pressed := PriorityAction.objects.filter(**said).first():
        return pressed
    action = PriorityAction.objects.create(**said, due_on=due_on)
    record("action.added", partnership, by=by, at=at, what=action.what, person=owner.public_id)
    return action


@transaction.atomic
def move_action(
    action: PriorityAction,
    *,
    state: str,
    because: str = "",
    version: int,
    by: Person,
    at: datetime,
) -> None:
    """Say what became of an action: done, dropped with the reason, or to do after all."""
    insist(why_not_move_action(action, by, day_of(at)))
    insist(why_not_become(action, state, because), "because" if state == "DROPPED" else "state")
    change(
        action,
        expecting=(action.state, version),
        state=state,
        because=because.strip(),
        moved_at=at,
        moved_by=by,
    )
    partnership = action.priority.review.partnership
    became = action.get_state_display().lower()
    record(
        "action.moved", partnership, by=by, at=at, because=because, what=action.what, became=became
    )
