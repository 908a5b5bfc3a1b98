"""How the tests of ideas state one, and answer for what is like it."""

from joinedup.domain.basics.days import day_of
from joinedup.domain.ideas.actions import answer_overlap, scope_idea, state_idea
from joinedup.domain.ideas.queries import overlaps_of

TOLD = {
    "purpose": "Safer streets for mopeds at night.",
    "for_whom": "People who live by the park.",
    "need": "Forty complaints last summer.",
    "asked_of_partner": "Two evenings a week.",
}
OPEN = "Say first how your idea stands to "
UNSCOPED = "Answer first the four questions that tell whether it is a partnership."
UNTIERED = "Work out its tier first, which decides how much is asked of it."


def stated(cast, now, **other):
    said = {"host": cast.thornford, "by": cast.priya, "at": now} | TOLD | other
    return state_idea("Quiet nights", **said)


def answered(cast, now, idea, thing, choice="DIFFERS", words="Another hour.", by="priya"):
    said = {"choice": choice, "words": words, "version": idea.version}
    answer_overlap(idea, thing.public_id, **said, by=cast.people[by], at=now)


def scoped(cast, now, idea, *noes):
    scope_idea(idea, noes=noes, version=idea.version, by=cast.priya, at=now)


def found(idea, person, now):
    return {one.thing.name: one.reasons for one in overlaps_of(idea, person, day_of(now))}
