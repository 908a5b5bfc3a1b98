"""Ideas that the district council thinks out, and what it says of what is there already."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.ideas.actions import answer_overlap, state_idea

Told = dict[str, Any]
WORDS = ("purpose", "for_whom", "themes", "need", "asked_of_partner")


def think(district: District) -> None:
    """Have each idea written down and compared, each thing on its day."""
    for told in content.told("ideas")["idea"]:
        later(district, told["when"], told["key"], partial(state, district, told))
        for said in told.get("answer", []):
            later(district, said["when"], told["key"], partial(answer, district, told, said))


def later(district: District, when: str, key: str, deed: Callable[[datetime], None]) -> None:
    """Have a deed done on a day, before noon."""
    moment = district.present.moment(district.present.day(when), key, hours=(10, 12))
    district.later(moment, deed)


def state(district: District, told: Told, at: datetime) -> None:
    """Write an idea down for the district council."""
    idea = state_idea(
        told["name"],
        host=district.bodies["thornford"],
        area=district.areas[told["area"]],
        likely_partners=[district.bodies[key] for key in told["likely"]],
        by=district.people[told["by"]],
        at=at,
        **{name: told[name] for name in WORDS},
    )
    district.partnerships[told["key"]] = idea.partnership


def answer(district: District, told: Told, said: Told, at: datetime) -> None:
    """Say how an idea stands to a partnership that is there already."""
    idea = district.partnerships[told["key"]].idea
    thing = district.partnerships[said["of"]].public_id
    given = {"choice": said["choice"], "words": said["words"], "version": idea.version}
    answer_overlap(idea, thing, **given, by=district.people[told["by"]], at=at)
