"""What members of the district arranged to share: one arrangement in force, one that has ended."""

from datetime import datetime
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.basics.days import day_of
from joinedup.domain.sharing.actions import (
    arrange_sharing,
    confirm_sharing,
    record_sharing_decision,
)
from joinedup.domain.sharing.answering import Question
from joinedup.domain.sharing.kinds import Assessment

DAYS = ("starts_on", "ends_on", "review_on", "assessed_on")


def keep_sharing(district: District) -> None:
    """Have each arrangement written down and confirmed, and each decision noted, in its time."""
    for name, way in (("arrangement", arrange), ("decision", decide)):
        for told in content.told("sharing")[name]:
            day = district.present.day(told["when"])
            at = district.present.moment(day, "sharing", told["partnership"], hours=(10, 12))
            district.later(at, partial(way, district, dict(told)))


def arrange(district: District, told: dict[str, Any], at: datetime) -> None:
    """Write an arrangement down and let somebody of each body confirm it."""
    name, source, confirmed = (told.pop(each) for each in ("partnership", "source", "confirmed"))
    del told["when"]
    members = [district.memberships[name, body] for body in told.pop("recipients")]
    days = {day: district.present.day(told[day]) if day in told else None for day in DAYS}
    arrangement = arrange_sharing(
        district.partnerships[name],
        source=district.memberships[name, source],
        recipients=members,
        **{"assessment": Assessment.DONE, "not_needed_because": "", "joint_controllers": False}
        | told
        | days,
        by=district.people["priya"],
        at=at,
    )
    for body, (person, contact) in confirmed.items():
        party = arrangement.parties.get(membership=district.memberships[name, body])
        by = district.people[person]
        confirm_sharing(party, edition=arrangement.edition, contact=contact, by=by, at=at)


def decide(district: District, told: dict[str, Any], at: datetime) -> None:
    """Note what a body shared or refused."""
    name = told["partnership"]
    source, other = (district.memberships[name, told[each]] for each in ("source", "recipient"))
    record_sharing_decision(
        source,
        Question(other.pk, told["kind"], told["whom"], told["purpose"]),
        outcome=told["outcome"],
        because=told["because"],
        on=day_of(at),
        by=district.people[told["by"]],
        at=at,
    )
