"""How the district began: its places, organisations and people, and who works where."""

from datetime import datetime, timedelta
from functools import partial

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.basics.days import day_of
from joinedup.domain.confirmations.actions import confirm_seats
from joinedup.domain.confirmations.queries import places_to_confirm
from joinedup.domain.contacts.actions import add_contact, make_remark, make_response
from joinedup.domain.instruments.actions import ship_instruments
from joinedup.domain.organisations.actions import (
    add_consortium_member,
    add_organisation,
    confirm_posts,
    end_organisation,
    form_organisation,
    give_turn,
    grant_post,
    identify_organisation,
    note_name,
    note_successor,
    say_groups_served,
)
from joinedup.domain.organisations.kinds import Form, PostKind
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import posts_in
from joinedup.domain.people.actions import add_person
from joinedup.domain.places.actions import note_areas

BEGAN = "3y 2m"
# The steward last went through the posts almost a year ago, so that they come up again soon.
POSTS_CONFIRMED = "11m 2w"
PLACES_CONFIRMED, PLACES_LEFT = "9m", 6
HALF_A_YEAR = timedelta(days=182)


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
    for key, body in content.bodies().items():
        relate_body(district, key, body, at)
    for key, somebody in content.people().items():
        enter_person(district, key, somebody, at)
    confirmed = district.present.moment(district.present.day(POSTS_CONFIRMED), "posts")
    district.later(confirmed, partial(confirm, district))
    confirmed = district.present.moment(district.present.day(PLACES_CONFIRMED), "places")
    district.later(confirmed, partial(confirm_places, district))
    for asked in content.contacts():
        enter_contact(district, asked, at)
    for remarked in content.remarks():
        said_at = present_moment(district, remarked)
        district.later(said_at, partial(remark, district, remarked))


def confirm(district: District, at: datetime) -> None:
    """Let the steward say that everybody still has their post."""
    for body in district.bodies.values():
        posts = list(posts_in(body, day_of(at)))
        if posts:
            confirm_posts(body, posts, by=district.people["grace"], at=at)


def confirm_places(district: District, at: datetime) -> None:
    """Let both officers say that people still sit where they do, and leave a few for later."""
    for key, officer in (("thornford", "priya"), ("county", "ben")):
        due = list(places_to_confirm(district.bodies[key], day_of(at)))[PLACES_LEFT:]
        if due:
            confirm_seats(district.bodies[key], due, by=district.people[officer], at=at)


def enter_body(district: District, key: str, body: content.Body, at: datetime) -> None:
    """Put one body in the directory, with its numbers and the names it also goes by."""
    website = f"https://{body.mail}/" if body.mail else ""
    entered = add_organisation(body.name, sector=body.sector, by=None, at=at, website=website)
    district.bodies[key] = entered
    for scheme, value in body.ids.items():
        identify_organisation(entered, scheme, value, by=None, at=at)
    for other in body.names:
        until = district.present.about(other.until) if other.until else None
        note_name(entered, other.name, sort=other.sort, to_on=until)


def relate_body(district: District, key: str, body: content.Body, at: datetime) -> None:
    """Say what one body is to others, whom it serves, and when it ended."""
    entered, bodies = district.bodies[key], district.bodies
    if body.form != Form.BODY:
        whole = bodies[body.part_of] if body.part_of else None
        form_organisation(entered, body.form, part_of=whole, by=None, at=at)
    if body.serves:
        say_groups_served(entered, body.serves, by=None, at=at)
    on = district.present.about(body.ended) if body.ended else None
    if on:
        end_organisation(entered, on=on, by=None, at=at)
    for other, sort in body.after.items():
        note_successor(entered, bodies[other], sort=sort, on=on, by=None, at=at)
    enter_turns(district, [bodies[other] for other in body.inside], entered, at)


def enter_turns(
    district: District, inside: list[Organisation], consortium: Organisation, at: datetime
) -> None:
    """Put bodies into a consortium, and let each sit for all of them for half a year in turn."""
    first = district.present.day("3m")
    for number, body in enumerate(inside):
        member = add_consortium_member(
            consortium, body, from_on=district.present.about("4y"), by=None, at=at
        )
        begins = first + number * HALF_A_YEAR
        ends = begins + HALF_A_YEAR - timedelta(days=1)
        give_turn(member, from_on=begins, to_on=ends, by=None, at=at)


def enter_contact(district: District, asked: content.Asked, at: datetime) -> None:
    """Say whom to ask for at a body."""
    body = district.bodies[asked.of]
    district.contacts[asked.name] = add_contact(
        body,
        asked.name,
        title=asked.title,
        remit=asked.remit,
        power=asked.power,
        phone=asked.phone,
        introduced_by=district.contacts.get(asked.introduced_by),
        by=None,
        at=at,
    )


def present_moment(district: District, remarked: content.Remarked) -> datetime:
    """Return when something was said of a body."""
    return district.present.moment(district.present.day(remarked.when), remarked.words)


def remark(district: District, remarked: content.Remarked, at: datetime) -> None:
    """Let somebody say something of a body, and let the body answer a week later."""
    body, by = district.bodies[remarked.of], district.people[remarked.by]
    made = make_remark(body, remarked.about, remarked.words, by=by, at=at)
    if remarked.response:
        answers = district.people[remarked.response_by]
        district.later(
            at + timedelta(days=7),
            lambda later: make_response(made, remarked.response, by=answers, at=later) and None,
        )


def enter_person(district: District, key: str, somebody: content.Somebody, at: datetime) -> None:
    """Put one person in the directory, and in their post where they have one."""
    address = somebody.address(content.bodies()[somebody.of])
    person = add_person(somebody.name, email=address, by=None, at=at)
    district.people[key] = person
    if somebody.post:
        body, kind = district.bodies[somebody.of], PostKind(somebody.post)
        grant_post(person, body, kind, title=somebody.title, by=None, at=at)
