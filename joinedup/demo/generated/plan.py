"""Which row belongs to which: keys by arithmetic, so that nothing has to be kept in memory."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

from joinedup.demo.generated.naming import charity_name, partnership_name, public_body_name
from joinedup.demo.generated.numbers import identifier, mixed
from joinedup.demo.generated.sizes import Size
from joinedup.domain.organisations.kinds import PostKind

PEOPLE, BODIES, PARTNERSHIPS, MEMBERS, SEATS, POSTS, SIDES, LINES, ROUNDS, REVIEWS, TICKETS = range(
    11
)
# Who works in each public body, in this order; the first body has a steward as well.
ROLES = (
    PostKind.MANAGER,
    PostKind.OFFICER,
    PostKind.DIRECTOR,
    PostKind.LEADERSHIP,
    PostKind.AUDITOR,
)
# A partnership with many members, for measuring: its place in the table, and how many it has.
CROWDED = {1: 20, 2: 200}


@dataclass(frozen=True)
class Plan:
    """A size, the seed that all chance hangs on, and the day on which it was begun.

    Rows are counted from 0; their keys are one more.
    """

    size: Size
    seed: int
    day: date

    def public_id(self, table: int, number: int) -> str:
        """Return the public identifier of a row."""
        return identifier(self.seed, table, number)

    def chance(self, *numbers: int) -> int:
        """Return a large number that looks like chance."""
        return mixed(self.seed, *numbers)

    def moment(self, day: date, *numbers: int) -> datetime:
        """Return a moment in the working hours of a day."""
        minutes = self.chance(*numbers) % 480
        return datetime.combine(day, time(9), tzinfo=UTC) + timedelta(minutes=minutes)

    @property
    def at_work(self) -> int:
        """How many people hold a post; everybody else sits for somebody."""
        return self.size.public_bodies * len(ROLES) + 1

    @property
    def sitting(self) -> int:
        """How many people there are to hold places."""
        return self.size.people - self.at_work

    def host(self, partnership: int) -> int:
        """Return the public body that leads a partnership."""
        return partnership % self.size.public_bodies

    def worker(self, body: int, role: PostKind) -> int:
        """Return who holds a post in a public body."""
        return body * len(ROLES) + ROLES.index(role)

    def member(self, partnership: int, which: int) -> int:
        """Return the body that is member number ``which``; number 0 is the lead host."""
        if which == 0:
            return self.host(partnership)
        others = partnership * (self.size.members_each - 1) + which - 1
        return self.size.public_bodies + others % self.size.organisations

    def sitter(self, partnership: int, which: int) -> int:
        """Return who sits for a member: no two of one partnership are the same person."""
        return self.at_work + (partnership * self.size.members_each + which) % self.sitting

    def place(self, partnership: int, which: int) -> int:
        """Return the row of a membership, of its place and of whoever holds it."""
        return partnership * self.size.members_each + which

    def asked(self, number: int) -> int:
        """Return the partnership that is number so and so of those asked in each round."""
        return number * self.size.every

    @cached_property
    def rounds_each(self) -> int:
        """How many rounds a host has had, with the one that is open."""
        return self.size.years + 1

    def round(self, body: int, year: int) -> int:
        """Return the row of a round, where ``year`` counts from 0, the oldest."""
        return body * self.rounds_each + year

    def body_name(self, body: int) -> tuple[str, str]:
        """Return what a body is called and its sector."""
        public = self.size.public_bodies
        return public_body_name(body) if body < public else charity_name(body - public)

    def partnership_name(self, number: int) -> tuple[str, str]:
        """Return what a partnership is called and what it is about."""
        return partnership_name(number)
