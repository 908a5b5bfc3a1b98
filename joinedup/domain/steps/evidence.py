"""What the record shows, as the steps are judged by it: plain values, collected once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from joinedup.domain.partnerships.kinds import LEADING, Level, Standing, Tier
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.steps.kinds import FORMING


@dataclass(frozen=True)
class Place:
    """A place on the partnership: as what, and who holds it, or nobody."""

    capacity: str
    holder: str = ""


@dataclass(frozen=True)
class Member:
    """A member and what it has told: what it brings and gains, and when it last confirmed."""

    name: str
    standing: str = Standing.CORE
    brings: bool = False
    gains: bool = False
    confirmed_on: date | None = None
    places: Sequence[Place] = ()


@dataclass(frozen=True)
class Own:
    """What the viewer's own bodies say to themselves: of how many of them each is true."""

    bodies: int = 0
    colleagues: int = 0
    begun: int = 0
    authorised: int = 0


@dataclass(frozen=True)
class Evidence:
    """Everything the seven steps are judged by on one day, for one viewer."""

    record: Partnership
    day: date
    is_led: bool = True
    keeps: bool = True
    members: Sequence[Member] = ()
    own: Own = Own()
    # The map of stakeholders: all on it, those nobody has sorted, left out, and still to come.
    mapped: int = 0
    unsorted: int = 0
    left_out: int = 0
    to_come: int = 0
    met_on: date | None = None
    # The last time the members were asked what kind it is: until when, how many answered,
    # and what came of it.
    kind_closes_on: date | None = None
    kind_shown_on: date | None = None
    kind_answers: int = 0
    kind_differs: bool = False
    kind_is_settled: bool = False
    # Its own list of risks, and since when the last arrangement to share information holds.
    risks_listed: int = 0
    sharing_on: date | None = None
    # Reviews: the last result that stands, and whether one is open now.
    reviewed_on: date | None = None
    review_is_open: bool = False
    decided_on: date | None = None
    # The first thing done, and whether anything has been planned to be done.
    acted_on: date | None = None
    acts_planned: bool = False
    weeks_more: int = 0

    @property
    def is_forming(self) -> bool:
        """Whether it has not begun yet."""
        return self.record.state in FORMING

    @property
    def is_network(self) -> bool:
        """Whether it is of the lightest tier, of which least is asked."""
        return self.record.tier == Tier.NETWORK

    @property
    def level(self) -> Level:
        """Strategic, operational, or not yet told."""
        return Level(self.record.level)

    @property
    def kind_is_unsettled(self) -> bool:
        """Whether members see it differently, as all of them know, and nobody settled it."""
        return self.kind_differs and not self.kind_is_settled

    @property
    def core(self) -> list[Member]:
        """The members that carry it: neither associates nor observers."""
        return [each for each in self.members if each.standing == Standing.CORE]

    @property
    def led_by_people(self) -> list[str]:
        """Who chairs or coordinates it."""
        places = [place for member in self.members for place in member.places]
        return [each.holder for each in places if each.capacity in LEADING and each.holder]
