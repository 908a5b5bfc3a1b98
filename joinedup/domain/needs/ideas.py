"""What needs a person so that ideas go on, or are given up: one query."""

from collections.abc import Iterator
from datetime import date

from joinedup.domain.ideas.models import Idea
from joinedup.domain.ideas.queries import ideas_waiting
from joinedup.domain.needs.needs import Need
from joinedup.domain.people.models import Person

FEW = 3


def ideas_need(person: Person, day: date) -> Iterator[Need]:
    """Yield the first ideas that ``person`` keeps and that nobody has proposed or given up."""
    for idea in ideas_waiting(person, day)[:FEW]:
        name = idea.partnership.name
        text = f"Go on with the idea “{name}”: {next_of(idea)}, or give it up"
        yield Need(text, None, "Go on", "idea", (idea.public_id,))


def next_of(idea: Idea) -> str:
    """Return what is to be done next; what is like it is compared on its own page."""
    if not idea.is_partnership:
        return "see what is there already and whether it is a partnership"
    if idea.partnership.tier is None:
        return "work out its tier"
    return "propose it"
