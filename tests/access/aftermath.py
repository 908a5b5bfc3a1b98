"""How to make what follows a result: challenges, headings, priorities, decisions, second looks."""

from datetime import date

from joinedup.domain.challenges.actions import challenge_result
from joinedup.domain.futures.actions import record_future_decision
from joinedup.domain.futures.kinds import QUESTIONS
from joinedup.domain.headings.actions import add_heading
from joinedup.domain.headings.models import Heading
from joinedup.domain.priorities.actions import add_action, choose_priority
from joinedup.domain.priorities.models import Priority
from joinedup.domain.reviews.models import Review
from tests.access.made import Made, Maker
from tests.access.world import NOWADAYS, World
from tests.bench.clock import NOW


def challenged(*, abroad: bool = False) -> Maker:
    """A draft that a member challenges."""

    def make(world: World) -> Made:
        cast, review = world.cast, world.review("counted", abroad=abroad)
        body, by = (cast.farhaven, world.fay) if abroad else (cast.riverside, cast.ade)
        made = challenge_result(review, body, "response", "Not so.", by=by, at=NOW)
        args = {"public_id": review.public_id, "challenge_id": made.public_id}
        return Made(args, ("public_id", "challenge_id"))

    return make


def worded(*, abroad: bool = False) -> Maker:
    """What people wrote to one question of a result that stands."""

    def make(world: World) -> Made:
        review = world.review("standing", abroad=abroad)
        return Made({"public_id": review.public_id, "question": "SF1"}, ("public_id",))

    return make


def headed(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        review = world.review("standing", abroad=abroad)
        by = world.cast.noor if abroad else world.cast.priya
        heading = Heading.objects.filter(review=review).first() or add_heading(
            review, "SF1", name="To do", answers=[0], by=by, at=NOW
        )
        args = {"public_id": review.public_id, "heading_id": heading.public_id}
        return Made(args, ("public_id", "heading_id"), {"version": heading.version})

    return make


def chosen(world: World, *, abroad: bool) -> Priority:
    review = world.review("standing", abroad=abroad)
    by = world.cast.noor if abroad else world.cast.priya
    return choose_priority(review, about="SF2", reason="First things first.", by=by, at=NOW)


def priority(*, abroad: bool = False) -> Maker:
    def make(world: World) -> Made:
        made = chosen(world, abroad=abroad)
        owner = world.fay if abroad else world.cast.ade
        args = {"public_id": made.review.public_id, "priority_id": made.public_id}
        return Made(args, ("public_id", "priority_id"), {"owner": owner.public_id})

    return make


def action(*, abroad: bool = False) -> Maker:
    """An action that somebody with a core seat is to do."""

    def make(world: World) -> Made:
        made = chosen(world, abroad=abroad)
        owner, by = (world.fay, world.cast.noor) if abroad else (world.cast.ade, world.cast.priya)
        given = add_action(
            made, what="Ask around", owner=owner, due_on=date(2026, 9, 1), by=by, at=NOW
        )
        args = {"public_id": made.review.public_id, "action_id": given.public_id}
        return Made(args, ("public_id", "action_id"), {"version": given.version})

    return make


def below_standard(*, abroad: bool = False) -> Maker:
    """A result of a year ago below Sound, which nobody has looked at again."""

    def make(world: World) -> Made:
        review = world.review("standing", abroad=abroad)
        # The band alone is what counts, and no answers of this world come to it.
        Review.objects.filter(pk=review.pk).update(band="Developing")
        return Made({"public_id": review.public_id}, ("public_id",))

    return make


def decided(*, abroad: bool = False, shown: bool = True) -> Maker:
    def make(world: World) -> Made:
        cast = world.cast
        partnership, by = (cast.growth, cast.noor) if abroad else (cast.safer, cast.priya)
        decision = record_future_decision(
            partnership,
            outcome="CONTINUE",
            reason="It works.",
            deciders="All of us",
            decided_on=NOWADAYS.date(),
            by=by,
            at=NOW,
            **dict.fromkeys(QUESTIONS, "YES"),
        )
        args = {"public_id": partnership.public_id}
        if shown:
            return Made(args, ("public_id",))
        return Made(args | {"decision_id": decision.public_id}, ("public_id", "decision_id"))

    return make


OF_AFTERMATH: dict[str, Maker] = {
    "challenge_of_draft": challenged(),
    "challenge_of_draft_abroad": challenged(abroad=True),
    "words_of_result": worded(),
    "words_of_result_abroad": worded(abroad=True),
    "heading": headed(),
    "heading_abroad": headed(abroad=True),
    "priority": priority(),
    "priority_abroad": priority(abroad=True),
    "action": action(),
    "action_abroad": action(abroad=True),
    "result_below_standard": below_standard(),
    "result_below_standard_abroad": below_standard(abroad=True),
    "future_decided": decided(),
    "future_decided_abroad": decided(abroad=True),
    "future_to_disagree": decided(shown=False),
    "future_to_disagree_abroad": decided(abroad=True, shown=False),
}
