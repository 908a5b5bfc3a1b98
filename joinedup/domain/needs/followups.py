"""What follows for a person: challenges to answer, actions, second looks, risks."""

from collections.abc import Iterator
from datetime import date, datetime

from joinedup.domain.basics.days import day_of
from joinedup.domain.challenges.queries import challenges_to_answer
from joinedup.domain.needs.needs import Need
from joinedup.domain.people.models import Person
from joinedup.domain.priorities.models import PriorityAction
from joinedup.domain.priorities.queries import actions_waiting
from joinedup.domain.risks.queries import risks_to_look_at
from joinedup.domain.second_looks.queries import second_looks_wanted

FEW = 5


def followups_need(person: Person, at: datetime) -> list[Need]:
    """Return what follows from results and waits for ``person``."""
    day = day_of(at)
    return [
        *_to_answer(person, day),
        *_to_do(person, day),
        *_to_look(person, at),
        *_risks(person, day),
    ]


def _to_answer(person: Person, day: date) -> Iterator[Need]:
    for challenge in challenges_to_answer(person, day)[:FEW]:
        review = challenge.review
        yield Need(
            f"Answer what {challenge.organisation.name} challenges in the result of "
            f"{review.partnership.name}",
            review.round.last_day_to_reply,
            "Answer",
            "challenge_answer",
            (review.public_id, challenge.public_id),
        )


def _to_do(person: Person, day: date) -> Iterator[Need]:
    for action in actions_waiting(person, day)[:FEW]:
        yield _need_of(action, person)


def _need_of(action: PriorityAction, person: Person) -> Need:
    review = action.priority.review
    name, what = review.partnership.name, action.what.rstrip(".")
    text = f"{what}, for {name}"
    if action.owner != person:
        text = f"Ask {action.owner.name} about “{what}”, for {name}"
    verb = "Say what became of it"
    return Need(text, action.due_on, verb, "action_move", (review.public_id, action.public_id))


def _to_look(person: Person, at: datetime) -> Iterator[Need]:
    for each in second_looks_wanted(person, at, FEW):
        name = each.review.partnership.name
        text = f"Look again at {name}, which its last review found {each.review.band}"
        yield Need(text, each.due_on, "Look again", "second_look", (each.review.public_id,))


def _risks(person: Person, day: date) -> Iterator[Need]:
    for risk in risks_to_look_at(person, day)[:FEW]:
        whose = f"{risk.organisation}’s own risk in" if risk.organisation else "a risk of"
        text = f"Look again at {whose} {risk.partnership.name}: {risk.cause.rstrip('.')}"
        yield Need(text, risk.review_on, "Look at it", "risk", (risk.public_id,))
