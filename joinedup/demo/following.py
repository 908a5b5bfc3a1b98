"""What followed the results of rounds that are over: challenges, priorities, decisions, looks."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.demo.moments import months_from
from joinedup.domain.basics.days import day_of
from joinedup.domain.challenges.actions import answer_result_challenge, challenge_result
from joinedup.domain.futures.actions import record_dissent, record_future_decision
from joinedup.domain.futures.kinds import QUESTIONS
from joinedup.domain.headings.actions import add_heading
from joinedup.domain.headings.queries import told_to
from joinedup.domain.priorities.actions import add_action, choose_priority, move_action
from joinedup.domain.priorities.kinds import ActionState
from joinedup.domain.priorities.queries import weak_points
from joinedup.domain.reviews.models import Review, Round
from joinedup.domain.second_looks.actions import take_second_look
from joinedup.domain.second_looks.queries import looks_at

ANSWERED_AFTER, CHALLENGED_AFTER = timedelta(days=9), timedelta(days=5)
Told = dict[str, Any]


def follow(district: District, round: Round, years_ago: int) -> None:
    """Have everything done that is written down of a round that was just counted."""
    told = content.told("followed")
    keys = {each.pk: key for key, each in district.partnerships.items()}
    counted = round.reviews.select_related("round__host", "partnership")
    reviews = {keys[review.partnership_id]: review for review in counted}
    for sort, deed in (("heading", head), ("priority", prefer), ("decision", decide)):
        for each in of_round(told[sort], years_ago, reviews):
            schedule(district, reviews[each["of"]], each, deed)
    for each in of_round(told["challenge"], years_ago, reviews):
        moment = round.sealed_at + CHALLENGED_AFTER
        district.later(moment, partial(challenge, district, reviews[each["of"]], each))
    if years_ago == told["look"]["years_ago"]:
        for key in sorted(reviews.keys() - set(told["look"]["leave_out"])):
            schedule(district, reviews[key], told["look"], look)


def of_round(told: list[Told], years_ago: int, reviews: dict[str, Review]) -> list[Told]:
    """Return what is told of the partnerships of a round."""
    return [each for each in told if each["years_ago"] == years_ago and each["of"] in reviews]


def schedule(district: District, review: Review, told: Told, deed: Any) -> None:
    """Have a deed done so long after the result stood, unless that is still to come."""
    on = later(day_of(review.round.stands_at), told.get("after", "3d"))
    if on < district.present.today:
        at = district.present.moment(on, told.get("of", ""), deed.__name__)
        district.later(at, partial(deed, district, review, told))


def later(day: date, told: str) -> date:
    """Return the day so long (such as 5m 20d) after another."""
    parts = {part[-1]: int(part[:-1]) for part in told.split()}
    return months_from(day, parts.get("m", 0)) + timedelta(days=parts.get("d", 0))


def challenge(district: District, review: Review, told: Told, at: datetime) -> None:
    """Let a member challenge a draft, and the officer answer four days later."""
    by, body = district.people[told["by"]], district.bodies[told["for"]]
    made = challenge_result(review, body, told["about"], told["words"], by=by, at=at)
    officer = district.people["priya"]
    ruling = {"ruling": told["ruling"], "answer": told["answer"], "by": officer}
    answered = at - CHALLENGED_AFTER + ANSWERED_AFTER
    district.later(answered, lambda then: answer_result_challenge(made, **ruling, at=then))


def head(district: District, review: Review, told: Told, at: datetime) -> None:
    """Put the answers that hold certain words under a heading."""
    written = told_to(review, told["question"])
    said = [n for n, text in written.items() if any(word in text for word in told["says"])]
    if said:
        officer = district.people["priya"]
        add_heading(review, told["question"], name=told["name"], answers=said, by=officer, at=at)


def prefer(district: District, review: Review, told: Told, at: datetime) -> None:
    """Choose a priority, say what is done about it, and what became of that."""
    by, about = district.people[told["by"]], told["about"]
    # A reason written for another statement than it stands beside would be nonsense.
    assert about in weak_points(review), f"{about} of {told['of']} is not weak."  # noqa: S101
    priority = choose_priority(review, about=about, reason=told["reason"], by=by, at=at)
    for each in told["actions"]:
        owner = district.people[each["owner"]]
        due_on = later(day_of(at), each["due"])
        action = add_action(priority, what=each["what"], owner=owner, due_on=due_on, by=by, at=at)
        for state in (ActionState.DONE, ActionState.DROPPED):
            if state.lower() in each:
                on = later(day_of(at), each[state.lower()])
                became = {"state": state, "because": each.get("because", ""), "version": 1}
                moment = district.present.moment(on, each["what"])
                district.later(moment, partial(become, action, became, owner))


def become(action: Any, became: Told, owner: Any, at: datetime) -> None:
    """Let the owner say what became of an action."""
    move_action(action, **became, by=owner, at=at)


def decide(district: District, review: Review, told: Told, at: datetime) -> None:
    """Write down what was decided about the future; let members disagree."""
    decision = record_future_decision(
        review.partnership,
        outcome=told["outcome"],
        reason=told["reason"],
        deciders=told["deciders"],
        decided_on=day_of(at),
        by=district.people[told["by"]],
        at=at,
        **dict(zip(QUESTIONS, told["answers"].split(), strict=True)),
    )
    for each in told.get("dissent", []):
        member = district.memberships[told["of"], each["of"]]
        by = district.people[each["by"]]
        record_dissent(decision, member, words=each["words"], by=by, at=at)


def look(district: District, review: Review, told: Told, at: datetime) -> None:
    """Take the second look at a result below Sound."""
    if looks_at([review], day_of(at)):
        take_second_look(
            review,
            changed=told["changed"],
            better=told["better"],
            decide_again=told["again"],
            by=district.people[told["by"]],
            at=at,
        )
