"""The fixed cast: one district with a real-looking partnership, made by performing acts.

``cast`` is asked for as a fixture. Everybody in it stands in a different place to the Safer Places
group; ``EVERYBODY`` names them all, so that a page or a rule can be asked the same question of
each, in the same order. Nothing here sets a field: states are reached by acts.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from joinedup.delivery.sessions import SessionStore
from joinedup.domain.organisations.actions import (
    add_organisation,
    grant_post,
    identify_organisation,
)
from joinedup.domain.organisations.kinds import PostKind, Sector
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.actions import (
    add_host,
    add_member,
    end_membership,
    open_seat,
    register_partnership,
    vacate_seat,
)
from joinedup.domain.partnerships.kinds import Capacity, Kind, Level, Standing, State, Tier
from joinedup.domain.partnerships.models import Membership, Partnership, Seat
from joinedup.domain.people.actions import add_person
from joinedup.domain.people.models import Person
from joinedup.domain.places.actions import note_areas
from tests.kept import brought_about

# When everything in the cast was entered, a good year before the tests' own present.
ENTERED = datetime(2025, 4, 1, 9, 0, tzinfo=UTC)
LEFT_ON = date(2026, 3, 31)

# Each kind of person there is (docs/reference/access.toml), and who plays it.
EVERYBODY = {
    "public": "anybody",
    "ticket holder": "invited",
    "core seat": "ade",
    "associate seat": "nadia",
    "observer seat": "owen",
    "chair": "ruth",
    "coordinator": "colin",
    "lead host's officer": "priya",
    "another host's officer": "ben",
    "director": "marcus",
    "leadership": "helen",
    "auditor": "tom",
    "steward": "grace",
    "former seat": "derek",
    "foreign body's officer": "noor",
}

POSTS = {
    "priya": ("Priya Nair", "thornford", PostKind.OFFICER),
    "marcus": ("Marcus Webb", "thornford", PostKind.DIRECTOR),
    "helen": ("Helen Castle", "thornford", PostKind.LEADERSHIP),
    "tom": ("Tom Ellery", "thornford", PostKind.AUDITOR),
    "grace": ("Grace Lin", "thornford", PostKind.STEWARD),
    "ben": ("Ben Whitlock", "county", PostKind.OFFICER),
    "noor": ("Noor Haddad", "farhaven", PostKind.OFFICER),
}

SEATS = {
    "ruth": ("Ruth Bello", "police", Capacity.CHAIR),
    "colin": ("Colin Marsh", "county", Capacity.COORDINATOR),
    "ade": ("Ade Okafor", "riverside", Capacity.REPRESENTATIVE),
    "nadia": ("Nadia Rahman", "mosque", Capacity.REPRESENTATIVE),
    "owen": ("Owen Pryce", "academy", Capacity.REPRESENTATIVE),
    "derek": ("Derek Finch", "thornford", Capacity.REPRESENTATIVE),
}

BODIES = {
    "thornford": ("Thornford District Council", Sector.COUNCIL),
    "county": ("Wexmere County Council", Sector.COUNCIL),
    "police": ("Wexmere Police", Sector.POLICE),
    "riverside": ("Riverside Food Share", Sector.CHARITY),
    "mosque": ("Thornford Central Mosque", Sector.FAITH),
    "academy": ("Thornford Academy", Sector.EDUCATION),
    "farhaven": ("Farhaven Borough Council", Sector.COUNCIL),
}

STANDINGS = {"mosque": Standing.ASSOCIATE, "academy": Standing.OBSERVER}


@dataclass
class Cast:
    """Who and what there is; ``cast.priya``, ``cast.thornford``, ``cast.memberships["police"]``."""

    at: datetime
    bodies: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Any] = field(default_factory=dict)
    memberships: dict[str, Membership] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    safer: Partnership = field(init=False)
    growth: Partnership = field(init=False)

    def __getattr__(self, name: str) -> Any:
        """Find a body or a person by the short name."""
        for shelf in ("people", "bodies"):
            if name in self.__dict__.get(shelf, {}):
                return self.__dict__[shelf][name]
        raise AttributeError(name)

    def who(self, kind: str) -> Any:
        """Return whoever plays a kind of person, one of EVERYBODY."""
        return self.people[EVERYBODY[kind]]

    def client(self, name: str) -> Client:
        """Return a browser in which the person with this short name has signed in."""
        client = Client()
        if name != "anybody":
            sign_in(client, self.people[name])
        return client


def sign_in(client: Client, person: Person) -> None:
    """Begin a visit as signing in does, in one statement instead of seven."""
    visit = SessionStore()
    visit[SESSION_KEY] = str(person.pk)
    visit[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    visit[HASH_SESSION_KEY] = person.get_session_auth_hash()
    visit.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = visit.session_key


def make_cast(at: datetime = ENTERED) -> Cast:
    """Perform the acts that bring the cast about."""
    cast = Cast(at)
    for key, (name, sector) in BODIES.items():
        cast.bodies[key] = add_organisation(name, sector=sector, by=None, at=at)
    identify_organisation(cast.thornford, "GSS", "E07000999", by=None, at=at)
    for key, (name, body, kind) in POSTS.items():
        cast.people[key] = make_person(name, at)
        grant_post(cast.people[key], cast.bodies[body], kind, by=None, at=at)
    cast.people |= {"anybody": AnonymousUser(), "invited": make_person("Ivy Tran", at)}
    make_safer_places(cast, at)
    make_growth_board(cast, at)
    return cast


def make_person(name: str, at: datetime) -> Person:
    """Put a person in the directory under a made-up address."""
    return add_person(name, email=f"{name.lower().replace(' ', '.')}@mail.example", by=None, at=at)


def make_safer_places(cast: Cast, at: datetime) -> None:
    """Register the partnership everything is about, with one place for each of SEATS."""
    area = note_areas({"E07000999": "Thornford"})["E07000999"]
    cast.safer = register_partnership(
        "Safer Places group",
        host=cast.thornford,
        by=cast.priya,
        at=at,
        purpose="We make the streets of Thornford safer by day and by night.",
        kind=Kind.COLLABORATIVE,
        level=Level.STRATEGIC,
        state=State.ACTIVE,
        tier=Tier.SIGNIFICANT,
        area=area,
        starts_on=date(2019, 4, 1),
    )
    add_host(cast.safer, cast.county, by=cast.priya, at=at)
    for key, (name, body, capacity) in SEATS.items():
        cast.people[key] = make_person(name, at)
        cast.memberships[body] = add_member(
            cast.safer,
            cast.bodies[body],
            standing=STANDINGS.get(body, Standing.CORE),
            from_on=date(2019, 4, 1),
            by=cast.priya,
            at=at,
        )
        cast.seats[key] = open_seat(
            cast.memberships[body],
            person=cast.people[key],
            capacity=capacity,
            by=cast.priya,
            at=at,
        )
    vacate_seat(cast.seats["derek"], on=LEFT_ON, by=cast.priya, at=at)


def make_growth_board(cast: Cast, at: datetime) -> None:
    """Register another district's partnership, which Riverside Food Share has left again."""
    cast.growth = register_partnership(
        "Farhaven Growth Board",
        host=cast.farhaven,
        by=cast.noor,
        at=at,
        purpose="We bring work to Farhaven.",
        state=State.ACTIVE,
        tier=Tier.KEY,
    )
    left = add_member(cast.growth, cast.riverside, by=cast.noor, at=at, from_on=date(2020, 1, 1))
    end_membership(left, on=LEFT_ON, because="Too far to travel.", by=cast.noor, at=at)


@pytest.fixture
def cast(db: None) -> Cast:
    """The fixed cast; see the head of this file.

    The acts are performed once in a process, and what they wrote is there for each test.
    """
    return brought_about("cast", make_cast)
