"""Who should be on partnerships of the district: maps, steps towards people, and yardsticks."""

from datetime import datetime
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.basics.days import day_of
from joinedup.domain.stakeholders.actions import (
    add_stakeholder,
    choose_yardstick,
    cover_yardstick_line,
    move_approach,
)
from joinedup.domain.stakeholders.models import Stakeholder

Told = dict[str, Any]


def draw_circles(district: District) -> None:
    """Have yardsticks chosen and stakeholders put on the map, each at its moment."""
    for name, way in (("yardstick", measure), ("stakeholder", think_of)):
        for told in content.told("stakeholders")[name]:
            schedule(district, dict(told), way)


def schedule(district: District, told: Told, deed: Any, *more: Any) -> None:
    """Have something done on the day that is told."""
    day = district.present.day(told.pop("when"))
    at = district.present.moment(day, told.get("of", ""), told.get("body", ""), hours=(18, 19))
    district.later(at, partial(deed, district, told, *more))


def measure(district: District, told: Told, at: datetime) -> None:
    """Choose what must be there, and say who speaks for places."""
    key, spoken, by = told.pop("of"), told.pop("spoken"), district.people[told.pop("by")]
    yardstick = choose_yardstick(district.partnerships[key], version=1, **told, by=by, at=at)
    for line in yardstick.lines.filter(value__in=spoken):
        member = district.memberships[key, spoken[line.value]]
        cover_yardstick_line(line, member, version=1, by=by, at=at)


def think_of(district: District, told: Told, at: datetime) -> None:
    """Put somebody on the map, and have each step towards them taken."""
    partnership, steps = district.partnerships[told.pop("of")], told.pop("steps", [])
    body = district.bodies[told.pop("body")] if "body" in told else None
    by = district.people[told.pop("by")]
    made = add_stakeholder(partnership, body, **told, by=by, at=at)
    for each in steps:
        schedule(district, dict(each), approach, made)


def approach(district: District, told: Told, made: Stakeholder, at: datetime) -> None:
    """Take one step towards somebody on the map."""
    by = district.people[told.pop("by")]
    move_approach(made, on=day_of(at), version=made.version, **told, by=by, at=at)
