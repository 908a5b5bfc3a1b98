"""What anybody may read in the district, and who answers for which matter."""

from datetime import datetime
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.matters.actions import (
    accept_matter,
    list_matter,
    say_member_named,
    say_person_named,
    tell_places,
    tell_public_page,
)

# Whoever accepts for the others has no sign-in of their own here.
OFFICERS = {"thornford": "priya", "county": "ben"}


def list_matters(district: District) -> None:
    """Have partnerships shown to anybody and their matters listed, each at its moment."""
    told, present = content.told("matters"), district.present
    lines = [(code, name, outer) for code, name, outer in told["places"]]
    first = present.moment(present.day("1m 1d"), "places", hours=(10, 11))
    district.later(first, lambda at: tell_of(district, lines, at))
    for each in told["public"]:
        day = present.day(each["when"])
        at = present.moment(day, "matters", each["partnership"], hours=(18, 19))
        district.later(at, partial(show, district, dict(each)))


def tell_of(district: District, lines: list[tuple[str, str, str]], at: datetime) -> None:
    """Let the steward say which places lie in which."""
    tell_places(lines, by=district.people["grace"], at=at)


def show(district: District, told: dict[str, Any], at: datetime) -> None:
    """Show a partnership with its members that say so, and list what people ask about."""
    key, officer = told["partnership"], district.people["priya"]
    partnership = district.partnerships[key]
    for is_named, members in ((True, told["named"]), (False, told.get("unnamed", {}))):
        for member, somebody in members.items():
            membership, by = district.memberships[key, member], district.people[somebody]
            say_member_named(membership, version=1, is_named=is_named, by=by, at=at)
    for somebody in told["people"]:
        say_person_named(partnership, is_named=True, by=district.people[somebody], at=at)
    words = {name: told[name] for name in ("purpose", "joining", "openness", "tells_missing")}
    tell_public_page(partnership, version=1, is_public=True, **words, by=officer, at=at)
    for listed in told["matters"]:
        list_one(district, key, dict(listed), at)


def list_one(district: District, key: str, listed: dict[str, Any], at: datetime) -> None:
    """List one matter, and let the body that answers for it accept it at once where it does."""
    is_accepted, body = listed.pop("accepted"), listed.pop("organisation", None)
    if body:
        listed["organisation"] = district.bodies[body]
    by = district.people["priya"]
    matter = list_matter(district.partnerships[key], **listed, by=by, at=at)
    if is_accepted:
        answers = district.people.get(OFFICERS.get(body, ""))
        accept_matter(matter, version=matter.version, by=answers, at=at)
