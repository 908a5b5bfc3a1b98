"""What could go wrong for partnerships of the district, and for the council from being in one."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.basics.days import day_of
from joinedup.domain.risks.actions import add_risk, close_risk, score_risk
from joinedup.domain.risks.kinds import MARKS, Size
from joinedup.domain.risks.models import ListedRisk

SAID = ("category", "cause", "effect", "controls", "owner_post")


def list_risks(district: District) -> None:
    """Have risks listed, scored again and closed, each at its moment."""
    told = content.told("risks")
    for name, way in (("risk", add), ("again", again), ("closed", close)):
        for each in told[name]:
            day = district.present.day(each["when"])
            at = district.present.moment(day, name, each["cause"], hours=(18, 19))
            district.later(at, partial(way, district, dict(each)))


def add(district: District, told: dict[str, Any], at: datetime) -> None:
    """Put a risk on a list."""
    add_risk(
        district.partnerships[told["partnership"]],
        district.bodies[told["body"]] if "body" in told else None,
        {name: told[name] for name in SAID} | {"review_on": look_on(told, at)},
        dict(zip(MARKS, told["steps"], strict=True)),
        size=Size.FOUR,
        by=district.people["priya"],
        at=at,
    )


def again(district: District, told: dict[str, Any], at: datetime) -> None:
    """Score a risk once more."""
    risk = ListedRisk.objects.get(cause=told["cause"])
    score_risk(
        risk,
        dict(zip(MARKS, told["steps"], strict=True)),
        size=Size.FOUR,
        review_on=look_on(told, at),
        remark=told["remark"],
        version=risk.version,
        by=district.people["priya"],
        at=at,
    )


def close(district: District, told: dict[str, Any], at: datetime) -> None:
    """Close a risk with the reason."""
    risk, by = ListedRisk.objects.get(cause=told["cause"]), district.people["priya"]
    close_risk(risk, because=told["because"], version=risk.version, by=by, at=at)


def look_on(told: dict[str, Any], at: datetime) -> Any:
    """Return when a risk is looked at again."""
    return day_of(at) + timedelta(days=told["days"])
