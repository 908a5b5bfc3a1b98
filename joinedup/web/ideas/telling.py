"""What the page of an idea tells: what is to be done next, and what ended ones leave to learn."""

from typing import Any

from django.urls import reverse

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.futures.queries import decisions_visible_to
from joinedup.domain.ideas.models import Idea
from joinedup.domain.ideas.queries import Overlap
from joinedup.domain.ideas.rules import why_not_compared
from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.kinds import OVER, State

DONE, TO_DO, LATER = ("Done", ""), ("To do", "blue"), ("Cannot start yet", "")
AWAY = "#already"


def steps_of(idea: Idea, overlaps: list[Overlap], *, may_propose: bool) -> list[dict[str, Any]]:
    """Return the four things to do before an idea is a proposed partnership, as a task list."""
    record = idea.partnership
    said = [one for one in overlaps if one.answer]
    hint = f"{len(said)} of {len(overlaps)} answered" if overlaps else "Nothing like it was found"
    not_one = idea.scoped_at is not None and bool(idea.noes)
    scope = ("Not a partnership", "orange") if not_one else DONE if idea.is_partnership else TO_DO
    tier = "tier_judge" if record.tier is None else "partnership_tier"
    told = record.get_tier_display() if record.tier else "How much will be asked of it"
    compared = DONE if why_not_compared(overlaps) is None else TO_DO
    return [
        step("Say how it stands to what is there already", AWAY, hint, compared),
        step("See whether it is a partnership", page("idea_scope", idea), "Four questions", scope),
        step(
            "Work out its tier",
            reverse(tier, args=[record.public_id]),
            told,
            DONE if record.tier else TO_DO,
        ),
        step(
            "Propose it",
            page("idea_propose", idea) if may_propose else "",
            "Its record becomes that of a proposed partnership",
            TO_DO if may_propose else LATER,
        ),
    ]


def page(name: str, idea: Idea) -> str:
    """Return the address of a page of the idea."""
    return reverse(name, args=[idea.public_id])


def step(text: str, href: str, hint: str, state: tuple[str, str]) -> dict[str, Any]:
    """Return one line of the task list."""
    return {"text": text, "href": href, "hint": hint, "state": state[0], "colour": state[1]}


def lessons_of(overlaps: list[Overlap], request: Any) -> dict[str, list[str]]:
    """Return for each thing that is over why it ended, by its public identifier; three queries."""
    over = [one.thing for one in overlaps if one.has_ended]
    if not over:
        return {}
    told: dict[str, list[str]] = {thing.public_id: [] for thing in over}
    for each in history_of(*over).filter(verb="partnership.moved").order_by("id"):
        if each.because and each.detail.get("to") in OVER:
            word = State(each.detail["to"]).label
            told[each.thing].append(f"{word} on {in_words(day_of(each.at))}: {each.because}")
    decided = decisions_visible_to(request.user, request.today).filter(partnership__in=over)
    for decision in decided.order_by("decided_on", "pk"):
        on = in_words(decision.decided_on)
        line = f"{decision.sentence}: decided on {on}. {decision.reason}"
        told[decision.partnership.public_id].append(line)
    return told
