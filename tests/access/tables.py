"""The two tables the matrix is made from: who may do what, and which route does what.

Both are written by hand in docs/reference. Nothing here asks the code what it would allow.
"""

import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
RIGHTS = ("see", "change", "decide")


@dataclass(frozen=True)
class Table:
    """Who may see, change and decide what: docs/reference/access.toml."""

    persons: tuple[str, ...]
    things: dict[str, dict[str, frozenset[str]]]

    def named(self, thing: str, right: str) -> frozenset[str]:
        """Return the kinds of person that stand under a right."""
        return self.things[thing].get(right, frozenset())

    def sees(self, thing: str, kind: str | None) -> bool:
        """Tell whether a kind of person may know of the thing; whoever acts on it may."""
        return any(kind in self.named(thing, right) for right in RIGHTS)

    def with_one_more(self, thing: str, right: str, kind: str) -> "Table":
        """Return a copy in which ``kind`` stands under the right as well."""
        return self._with(thing, {right: self.named(thing, right) | {kind}})

    def with_one_less(self, thing: str, right: str, kind: str) -> "Table":
        """Return a copy in which ``kind`` has neither the right nor any that goes further."""
        further = RIGHTS[RIGHTS.index(right) :]
        return self._with(thing, {each: self.named(thing, each) - {kind} for each in further})

    def _with(self, thing: str, rights: dict[str, frozenset[str]]) -> "Table":
        return replace(self, things=self.things | {thing: self.things[thing] | rights})


@dataclass(frozen=True)
class Case:
    """One thing a route shows or does, from docs/reference/routes.toml."""

    id: str
    route: str
    thing: str
    right: str
    methods: frozenset[str]
    own: str
    foreign: str = ""
    page: str = ""
    query: str = ""
    post: dict[str, Any] = field(default_factory=dict)
    writes: bool = True  # whether the press leaves a trace

    @property
    def shown_to(self) -> str:
        """The thing whose readers may open the page itself."""
        return self.page or self.thing


def access_table() -> Table:
    """Read docs/reference/access.toml."""
    read = tomllib.loads((REFERENCE / "access.toml").read_text(encoding="utf-8"))
    things = {
        name: {right: frozenset(thing[right]) for right in RIGHTS if right in thing}
        for name, thing in read["things"].items()
    }
    return Table(tuple(read["persons"]), things)


def cases() -> tuple[Case, ...]:
    """Read docs/reference/routes.toml."""
    return tuple(_cases(tomllib.loads((REFERENCE / "routes.toml").read_text(encoding="utf-8"))))


def _cases(read: dict[str, list[dict[str, Any]]]) -> Iterator[Case]:
    for route, listed in read.items():
        for number, told in enumerate(listed, start=1):
            name = route if len(listed) == 1 else f"{route}-{number}"
            methods = frozenset(told.pop("methods", "GET").split())
            writes = told.pop("writes", told["right"] != "see")
            yield Case(id=name, route=route, methods=methods, writes=writes, **told)


def about(thing: str, among: Collection[Case]) -> list[Case]:
    """Return the cases about a thing."""
    return [case for case in among if thing in (case.thing, case.shown_to)]
