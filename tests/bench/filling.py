"""A register of any size, written straight into the tables: for measuring, never for showing.

Everything else in the tests is brought about by acts; a hundred thousand acts would take an hour.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Model

from joinedup.domain.arrangements.kinds import RelatedKind
from joinedup.domain.arrangements.models import RelatedArrangement
from joinedup.domain.basics.folding import folded
from joinedup.domain.imports.kinds import ImportState
from joinedup.domain.imports.models import Import, ImportStep
from joinedup.domain.instruments.actions import ship_instruments
from joinedup.domain.instruments.queries import latest
from joinedup.domain.journal.models import Entry
from joinedup.domain.notices.models import Message
from joinedup.domain.organisations.kinds import PostKind, Sector
from joinedup.domain.organisations.models import Organisation, OtherOrganisationName, Post
from joinedup.domain.partnerships.kinds import Capacity, Kind, State, Tier, Told
from joinedup.domain.partnerships.models import (
    Holder,
    Hosting,
    Membership,
    OtherPartnershipName,
    Partnership,
    Seat,
    Theme,
)
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Review, Round

AT = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)
SINCE = date(2020, 1, 1)
PLACES = (
    *("Aldren", "Brind", "Corve", "Dunmar", "Elver", "Farrow", "Gorsel", "Hazle", "Ivel", "Jessa"),
    *("Kelder", "Lorn", "Marrow", "Nyeth", "Oster", "Pell", "Quill", "Rook", "Sedge", "Tŷ Gwyn"),
)
ENDS = ("mere", "haven", "wick", "combe", "stead", "holt", "ridge", "barrow", "thorpe", "beck")
ABOUT = (
    *("Community Safety", "Youth", "Health & Wellbeing", "Flood", "Housing", "Carers", "Arts"),
    *("Domestic Abuse", "Climate", "Older People", "St. Mary’s", "Food", "Skills", "Roads"),
)
SORTS = ("Partnership", "Board", "Forum", "Network", "Group", "Alliance")
BODIES = ("Council", "Trust", "Housing Association", "Food Share", "Police", "Mosque", "Academy")


@dataclass(frozen=True)
class Filled:
    """Who looks at it: an officer who sees all of it, one who sees a part, one who sees a place."""

    officer: Person
    neighbour: Person
    representative: Person
    council: Organisation
    partnership: Partnership
    round: Round
    file: Import


def filled() -> Filled:
    """Return who looks at a register that was filled before, and at what."""
    bodies, partnerships = Organisation.objects.order_by("pk"), Partnership.objects.order_by("pk")
    return Filled(
        *Person.objects.order_by("pk")[:3],
        bodies[0],
        partnerships[0],
        Round.objects.order_by("pk")[0],
        Import.objects.order_by("pk")[0],
    )


def fill(size: int) -> Filled:
    """Write ``size`` rows of each thing that is listed."""
    ship_instruments(at=AT)
    bodies = bodies_named(size)
    council, other, people = bodies[0], bodies[1], people_named(size)
    partnerships = partnerships_named(size)
    link(size, partnerships, bodies, people)
    days = dated()
    round = Round.objects.create(host=council, **days, title="Yearly review")
    keep(Review(round=round, partnership=each) for each in partnerships)
    keep(Round(host=council, **days, title=f"Review {n}") for n in range(size))
    note(size, council, people[0], partnerships[0])
    post = {"organisation": council, "kind": PostKind.OFFICER}
    keep(Post(person=person, **post) for person in people)
    Post.objects.create(person=people[1], organisation=other, kind=PostKind.OFFICER)
    Post.objects.filter(person__in=(people[1], people[2]), organisation=council).delete()
    return filled()


def keep(rows: Iterable[Model]) -> list[Any]:
    """Write rows of one table, and return them."""
    made = list(rows)
    return type(made[0])._default_manager.bulk_create(made, batch_size=500)


def dated() -> dict[str, Any]:
    """Return what every round holds."""
    days = {"opens_on": date(2026, 6, 1), "closes_on": date(2026, 6, 30)}
    return {"year": 2026, "instrument": latest("yearly-self-assessment"), **days}


def named(number: int) -> str:
    """Return where something is, in words: each of a few hundred places comes again and again."""
    return f"{PLACES[number % 20]}{ENDS[number // 20 % 10]}"


def bodies_named(size: int) -> list[Organisation]:
    """Write the directory; each fifth body once bore another name."""
    names = [f"{named(n)} {BODIES[n % 7]} {n}" for n in range(max(size, 10))]
    bodies = keep(
        Organisation(name=name, folded_name=folded(name), sector=Sector.values[n % 14])
        for n, name in enumerate(names)
    )
    former = [(body, f"Old {body.name}") for body in bodies[::5]]
    keep(
        OtherOrganisationName(organisation=body, name=name, folded_name=folded(name))
        for body, name in former
    )
    return bodies


def people_named(size: int) -> list[Person]:
    """Write the people."""
    return keep(
        Person(name=f"Person {n}", email=f"person{n}@mail.example") for n in range(max(size, 10))
    )


def partnerships_named(size: int) -> list[Partnership]:
    """Write the register; each tenth partnership once bore another name."""
    names = [f"{named(n)} {ABOUT[n % 14]} {SORTS[n % 6]} {n}" for n in range(size)]
    states = (State.ACTIVE, State.ACTIVE, State.ACTIVE, State.PROPOSED, State.CLOSED)
    partnerships = keep(
        Partnership(
            name=name,
            folded_name=folded(name),
            purpose="We meet once a month, and everybody says what they can do for everybody.",
            state=states[n % 5],
            tier=Tier.values[n % 3],
            kind=Kind.values[n % 5],
            exit_plan=Told.values[n % 3],
            agreement=Told.values[n % 2],
        )
        for n, name in enumerate(names)
    )
    keep(
        Theme(partnership=each, name=theme, folded_name=folded(theme))
        for n, each in enumerate(partnerships)
        for theme in [ABOUT[n % 14]]
    )
    former = [(each, f"Former {each.name}") for each in partnerships[::10]]
    keep(
        OtherPartnershipName(partnership=each, name=name, folded_name=folded(name))
        for each, name in former
    )
    return partnerships


def link(
    size: int, partnerships: list[Partnership], bodies: list[Organisation], people: list[Person]
) -> None:
    """Have the council lead all partnerships, and each have three members and one place held."""
    keep(Hosting(partnership=each, organisation=bodies[0], is_lead=True) for each in partnerships)
    members = keep(
        Membership(partnership=each, organisation=body, from_on=SINCE)
        for n, each in enumerate(partnerships)
        for body in (bodies[0], bodies[2 + n % (len(bodies) - 2)])
    )
    # The neighbour belongs to a few hundred of them.
    keep(
        Membership(partnership=each, organisation=bodies[1], from_on=SINCE)
        for each in partnerships[:: max(1, size // 300)]
    )
    seats = keep(
        Seat(membership=member, capacity=Capacity.values[n % 5])
        for n, member in enumerate(members[::2])
    )
    # Each ninth place is empty.
    keep(
        Holder(seat=seat, person=people[3 + n % (len(people) - 3)] if n else people[2])
        for n, seat in enumerate(seats)
        if n % 9 != 8
    )


def note(size: int, council: Organisation, person: Person, partnership: Partnership) -> None:
    """Write a long history, much mail and many files brought in."""
    about = {"kind": "partnership", "thing": partnership.public_id, "by": person.public_id}
    keep(
        Entry(at=AT, verb="partnership.changed", by_name=person.name, **about) for _ in range(size)
    )
    mail = {"address": person.email, "subject": "Your code", "body": "It is 123456."}
    keep(
        Message(kind="sign-in.code", to=person, queued_at=AT, message_id=f"<{n}@bench>", **mail)
        for n in range(size)
    )
    files = keep(
        Import(kind="memberships", organisation=council, file_name=f"list {n}.csv", begun_at=AT)
        for n in range(size)
    )
    Import.objects.filter(pk=files[0].pk).update(state=ImportState.APPLIED)
    step = {"whole": files[0], "thing": "organisations", "outcome": "created"}
    keep(ImportStep(**step, ref=f"new:{n}", row=n, label=f"Body {n}") for n in range(size))
    keep(
        RelatedArrangement(organisation=council, name=f"Contract {n}", kind=RelatedKind.values[0])
        for n in range(size)
    )
