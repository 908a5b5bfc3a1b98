"""Where somebody stands on a day: their posts and places, and the like with other keys."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from joinedup.domain.basics.remembered import remembered
from joinedup.domain.organisations.queries import posts_held_by
from joinedup.domain.partnerships.seats import Place, places_of
from joinedup.domain.people.models import Person

KEYED = ("seat", "membership", "partnership", "organisation")
# What a key is of, and the how manieth of those it is.
Key = tuple[str, int]


@dataclass(frozen=True)
class Standing:
    """Posts, each as the key of a body and the kind, and places."""

    posts: tuple[tuple[int, str], ...]
    places: tuple[Place, ...]

    @cached_property
    def keys(self) -> dict[Key, int]:
        """Every key in it, in the order of their numbers."""
        sorts = {name: {getattr(place, name) for place in self.places} for name in KEYED}
        sorts["organisation"] |= {body for body, _ in self.posts}
        return {
            (name, rank): key
            for name, keys in sorts.items()
            for rank, key in enumerate(sorted(keys))
        }

    @cached_property
    def shape(self) -> "Standing":
        """The same with ranks in place of keys: alike for all who stand alike."""
        return self.with_keys({(name, key): rank for (name, rank), key in self.keys.items()})

    def with_keys(self, others: dict[Key, int]) -> "Standing":
        """Return the same with other keys, told by what each is of and what it was."""
        posts = ((others["organisation", body], kind) for body, kind in self.posts)
        places: list[Place] = []
        for place in self.places:
            keys: Any = {name: others[name, getattr(place, name)] for name in KEYED}
            places.append(place._replace(**keys))
        return Standing(tuple(sorted(posts)), tuple(sorted(places)))


def standing_of(person: Person, day: date) -> Standing:
    """Return where ``person`` stands on ``day``."""

    def ask() -> Standing:
        posts = sorted(posts_held_by(person, day))
        return Standing(tuple(posts), tuple(places_of(person, day)))

    return remembered(("standing", person.pk, day), ask)
