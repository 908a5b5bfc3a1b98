"""How the district began: its places, organisations and people, and who works where."""

from datetime import datetime
from functools import partial

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.basics.days import day_of
from joinedup.domain.instruments.actions import ship_instruments
from joinedup.domain.organisations.actions import (
    add_organisation,
    confirm_posts,
    grant_post,
    identify_organisation,
    note_name,
)
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.queries import posts_in
from joinedup.domain.people.actions import add_person
from joinedup.domain.places.actions import note_areas

BEGAN = "3y 2m"
# The steward last went through the posts almost a year ago, so that they come up again soon.
POSTS_CONFIRMED = "11m 2w"


def found(district: District) -> None:
    """Have the district's bodies and people entered when its register began."""
    present = district.present
    district.later(present.moment(present.day(BEGAN), "found"), lambda at: enter(district, at))


def enter(district: District, at: datetime) -> None:
    """Put places, questionnaires, bodies and people in."""
    ship_instruments(at=at)
    codes = content.told("areas")
    noted = note_areas({code: name for name, code in codes.items()})
    district.areas |= {name: noted[code] for name, code in codes.items()}
    for key, body in content.bodies().items():
        enter_body(district, key, body, at)
    for key, somebody in content.people().items():
        enter_person(district, key, somebody, at)
    confirmed = district.present.moment(district.present.day(POSTS_CONFIRMED), "posts")
    district.later(confirmed, partial(confirm, district))


def confirm(district: District, at: datetime) -> None:
    """Let the steward say that everybody still has their post."""
    for body in district.bodies.values():
        posts = list(posts_in(body, day_of(at)))
        if posts:
            confirm_posts(body, posts, by=district.people["grace"], at=at)


def enter_body(district: District, key: str, body: content.Body, at: datetime) -> None:
    """Put one body in the directory, with its numbers and the names it also goes by."""
    entered = add_organisation(
        body.name, sector=body.sector, by=None, at=at, website=f"https://{body.mail}/"
    )
    district.bodies[key] = entered
    for scheme, value in body.ids.items():
        identify_organisation(entered, scheme, value, by=None, at=at)
    for other in body.names:
        until = district.present.about(other.until) if other.until else None
        note_name(entered, other.name, sort=other.sort, to_on=until)


def enter_person(district: District, key: str, somebody: content.Somebody, at: datetime) -> None:
    """Put one person in the directory, and in their post where they have one."""
    address = somebody.address(content.bodies()[somebody.of])
    person = add_person(somebody.name, email=address, by=None, at=at)
    district.people[key] = person
    if somebody.post:
        body, kind = district.bodies[somebody.of], PostKind(somebody.post)
        grant_post(person, body, kind, title=somebody.title, by=None, at=at)
