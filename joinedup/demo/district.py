"""The district while it is being made: who and what there is so far, and what is to happen next."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from joinedup.demo.content import Planned
from joinedup.demo.moments import Present
from joinedup.domain.contacts.models import Contact
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Membership, Partnership, Seat
from joinedup.domain.people.models import Person
from joinedup.domain.places.models import Area

Deed = Callable[[datetime], None]


@dataclass
class District:
    """Everything by the short name it is written down under, and the deeds still to be done."""

    present: Present
    areas: dict[str, Area] = field(default_factory=dict)
    bodies: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    partnerships: dict[str, Partnership] = field(default_factory=dict)
    memberships: dict[tuple[str, str], Membership] = field(default_factory=dict)
    seats: dict[tuple[str, str], Seat] = field(default_factory=dict)
    deeds: list[tuple[datetime, int, Deed]] = field(default_factory=list)
    order: count = field(default_factory=count)

    def officer_of(self, planned: Planned) -> Person:
        """Return who keeps the record of a partnership: its host's partnership officer."""
        return self.people[{"thornford": "priya", "county": "ben"}[planned.host]]

    def later(self, at: datetime, deed: Deed) -> None:
        """Have ``deed`` done at its moment, after all that comes before it."""
        heapq.heappush(self.deeds, (at, next(self.order), deed))

    def live(self) -> None:
        """Do all deeds in the order of their moments; a deed may bring more about."""
        while self.deeds:
            at, _, deed = heapq.heappop(self.deeds)
            deed(at)
