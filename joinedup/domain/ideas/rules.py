from datetime import date

from joinedup.domain.arrangements.rules import why_not_keep as why_not_keep_list
from joinedup.domain.basics.folding import folded
from joinedup.domain.figures.wording import listed
from joinedup.domain.ideas.comparing import alike
from joinedup.domain.ideas.kinds import OverlapChoice
from joinedup.domain.ideas.models import Idea
from joinedup.domain.ideas.queries import Overlap, idea_of, overlaps_of
from joinedup.domain.leads.queries import lead_of
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.rules import why_not_change
from joinedup.domain.people.models import Person

TOLD = {
    "purpose": "Say what it would do.",
    "for_whom": "Say for whom it would be.",
    "need": "Say how you know that it is needed.",
    "asked_of_partner": "Say what you would ask of a partner.",
}
NO_LONGER = "It is no longer an idea. What was said of it is kept as it was."


def why_not_told(name: str, text: str) -> str | None:
    """Return why ``text`` does not tell the part ``name`` of an idea, or None."""
    return None if folded(text) else TOLD[name]


def why_not_explain(partnership: Partnership, person: Person, day: date) -> str | None:
    """Return why an idea may not be written down beside this record, or None."""
    if idea_of(partnership) is not None:
        return "The idea has been written down already."
    if partnership.state != State.IDEA:
        return "It is no idea any more: it has been proposed, or goes on already."
    return why_not_change(partnership, person, day)


def why_not_change_idea(idea: Idea, person: Person, day: date) -> str | None:
    """Return why ``person`` may not change the idea or say what it is like, or None."""
    if idea.partnership.state != State.IDEA:
        return NO_LONGER
    return why_not_change(idea.partnership, person, day)


def why_not_answer(overlap: Overlap | None, choice: str, words: str) -> str | None:
    """Return why this cannot be said of a thing that is like the idea, or None."""
    if overlap is None:
        return "This is not among the things like your idea any more."
    if choice == OverlapChoice.JOIN and overlap.is_arrangement:
        return "Nobody can join a related arrangement. Say how the idea fits, or how it differs."
    if choice == OverlapChoice.JOIN and overlap.has_ended:
        return "It has ended, so nobody can join it. Say how the idea fits, or how it differs."
    return None if folded(words) else "Say why, in a sentence."


def why_not_compared(overlaps: list[Overlap]) -> str | None:
    """Return why what is there already has not been looked at to the end, or None."""
    if still := [one.thing.name for one in overlaps if one.answer is None]:
        return f"Say first how your idea stands to {listed(still)}."
    if instead := [one.thing.name for one in overlaps if one.is_to_join]:
        return (
            f"You said that you would join {listed(instead)} instead. "
            "Give the idea up and join, or say something else of it."
        )
    return None


def why_not_scoped(idea: Idea) -> str | None:
    """Return why the idea is not known to be for a partnership, or None."""
    if idea.scoped_at is None:
        return "Answer first the four questions that tell whether it is a partnership."
    if idea.noes:
        return "By your answers it is not a partnership. Keep it as a related arrangement."
    return None


def why_not_propose(
    idea: Idea, person: Person, day: date, overlaps: list[Overlap] | None = None
) -> str | None:
    """Return why the idea may not be proposed now: what is to be done first, or None.

    A page that has compared already gives the ``overlaps`` it found.
    """
    if reason := why_not_change_idea(idea, person, day):
        return reason
    found = overlaps_of(idea, person, day) if overlaps is None else overlaps
    if reason := why_not_compared(found) or why_not_scoped(idea):
        return reason
    if idea.partnership.tier is None:
        return "Work out its tier first, which decides how much is asked of it."
    return None


def why_not_propose_record(partnership: Partnership, person: Person, day: date) -> str | None:
    """Return why a record at the state of idea may not be proposed as it is, or None.

    One that nobody thought out goes on unless something looks like it.
    """
    idea = idea_of(partnership)
    if idea is not None:
        return why_not_propose(idea, person, day)
    found = alike(partnership, [], person, day)
    if found:
        return f"It looks like {found[0].thing.name}. Think the idea out first, beside that."
    return None


def why_not_decline(
    idea: Idea, person: Person, day: date, overlaps: list[Overlap] | None = None
) -> str | None:
    """Return why the idea may not be given up for something to join instead, or None."""
    found = overlaps_of(idea, person, day) if overlaps is None else overlaps
    if not any(one.is_to_join for one in found):
        return "Say first which partnership you would join instead."
    return why_not_change_idea(idea, person, day)


def why_not_keep_idea(idea: Idea, person: Person, day: date) -> str | None:
    """Return why the idea may not be kept as a related arrangement instead, or None."""
    if not idea.noes:
        return "Only what is not a partnership by your answers is kept so."
    if reason := why_not_change_idea(idea, person, day):
        return reason
    lead = lead_of(idea.partnership, day)
    if lead is None:
        return "Nobody leads its record, and it goes on the list of whoever does. Say first who."
    return why_not_keep_list(lead, person, day)
