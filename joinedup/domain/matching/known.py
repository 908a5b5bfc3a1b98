"""The register as it is known at one moment, to compare a list with."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from joinedup.domain.basics.folding import folded

Key = str
# Where a list tells our own number of a body: not the scheme of any register.
OURS = "JOINED-UP"


@dataclass(frozen=True)
class KnownOrganisation:
    key: Key
    name: str
    sector: str = ""
    other_names: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    has_officers: bool = False
    website: str = ""
    from_on: date | None = None
    to_on: date | None = None
    contact: str = ""
    form: str = "BODY"
    part_of: Key = ""


@dataclass(frozen=True)
class KnownPartnership:
    """A partnership; ``values`` holds what is told, ``kept_by`` whose officers may change it.

    ``may_judge`` says whether whoever brings the list in may say of which tier it is;
    ``judged_on`` is the day on which its present tier was worked out here, by rule.
    """

    key: Key
    name: str
    other_names: tuple[str, ...] = ()
    reference: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    area_code: str = ""
    lead_host: Key = ""
    hosts: frozenset[Key] = frozenset()
    may_change: bool = True
    kept_by: str = ""
    themes: tuple[str, ...] = ()
    may_judge: bool = True
    judged_on: date | None = None


@dataclass(frozen=True)
class KnownMembership:
    key: Key
    standing: str
    from_on: date | None = None
    to_on: date | None = None
    brings: str = ""
    gains: str = ""


@dataclass(frozen=True)
class KnownSeat:
    key: Key
    capacity: str
    person: Key = ""
    person_name: str = ""
    stands_in_for: Key = ""


@dataclass(frozen=True)
class KnownPerson:
    key: Key
    name: str
    email: str


@dataclass(frozen=True)
class Known:
    """Everything a list is compared with.

    ``host`` is the body the list is brought in for, ``own`` those its bringer may register
    partnerships for; None is no limit. ``references`` are all that are taken, seen or unseen.
    ``successions`` are pairs of bodies of which the second came after the first; ``contacts`` the
    folded names of people to ask for at each body; ``contributions`` how much a member puts in,
    by partnership, place, year, sort and words. A member that joins with one part only is known
    by ``place_of`` body and part. ``day`` is today.
    """

    organisations: tuple[KnownOrganisation, ...] = ()
    partnerships: tuple[KnownPartnership, ...] = ()
    memberships: dict[tuple[Key, Key], KnownMembership] = field(default_factory=dict)
    seats: dict[tuple[Key, Key], tuple[KnownSeat, ...]] = field(default_factory=dict)
    people: tuple[KnownPerson, ...] = ()
    scores: dict[tuple[Key, int], tuple[Decimal | None, str]] = field(default_factory=dict)
    contributions: dict[tuple[str, ...], tuple[Key, Decimal | None]] = field(default_factory=dict)
    references: frozenset[str] = frozenset()
    successions: frozenset[tuple[Key, Key]] = frozenset()
    contacts: frozenset[tuple[Key, str]] = frozenset()
    host: Key = ""
    own: frozenset[Key] | None = None
    day: date | None = None

    @cached_property
    def organisation(self) -> dict[Key, KnownOrganisation]:
        """Organisations by key."""
        return {one.key: one for one in self.organisations}

    @cached_property
    def partnership(self) -> dict[Key, KnownPartnership]:
        """Partnerships by key."""
        return {one.key: one for one in self.partnerships}

    @cached_property
    def organisations_named(self) -> dict[str, list[KnownOrganisation]]:
        """Organisations by each name they bear or bore, folded."""
        return by_name(self.organisations)

    @cached_property
    def partnerships_named(self) -> dict[str, list[KnownPartnership]]:
        """Partnerships by each name they bear or bore, folded."""
        return by_name(self.partnerships)

    @cached_property
    def identified(self) -> dict[tuple[str, str], KnownOrganisation]:
        """Organisations by identifier, our own number included."""
        return {(OURS, one.key): one for one in self.organisations} | {
            (scheme, value.upper()): one
            for one in self.organisations
            for scheme, value in one.identifiers
        }

    @cached_property
    def referenced(self) -> dict[str, KnownPartnership]:
        """Partnerships by reference."""
        return {one.reference: one for one in self.partnerships if one.reference}

    @cached_property
    def person_at(self) -> dict[str, KnownPerson]:
        """People by address, ignoring case."""
        return {one.email.casefold(): one for one in self.people if one.email}

    @cached_property
    def people_speaking(self) -> dict[tuple[Key, str], set[Key]]:
        """People by the organisation they hold a place for and their folded name."""
        found: dict[tuple[Key, str], set[Key]] = defaultdict(set)
        for (_, organisation), seats in self.seats.items():
            for seat in seats:
                if seat.person:
                    body = body_at(organisation)
                    found[body, folded(seat.person_name)].add(seat.person)
        return found

    def knows(self, name: str) -> bool:
        """Say whether any organisation bears or bore this name."""
        return folded(name) in self.organisations_named


def place_of(body: Key, unit: str) -> Key:
    """Return the key of a body's place in a partnership, or of the part of it that joins."""
    return f"{body}|{unit.casefold()}" if unit else body


def place_on(partnership: Key, organisation: Key, unit: str) -> Key:
    """Return how a plan refers to the place of a body, or of a part of it, on a partnership."""
    return f"{partnership}|{place_of(organisation, unit)}"


def body_at(place: Key) -> Key:
    """Return the body whose place it is."""
    return place.partition("|")[0]


def by_name(things: Iterable[Any]) -> dict[str, list[Any]]:
    """Return things by each of their names, folded; one thing once under one name."""
    found: dict[str, list[Any]] = defaultdict(list)
    for thing in things:
        for fold in {folded(name) for name in (thing.name, *thing.other_names)}:
            found[fold].append(thing)
    return dict(found)
