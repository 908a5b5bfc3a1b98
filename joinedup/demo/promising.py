"""What members of the district's partnerships promised one another, and what came of it."""

from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.basics.days import day_of
from joinedup.domain.promises.actions import (
    answer_promise,
    deliver_promise,
    make_promise,
    promise_nothing,
    release_promise,
    tell_membership,
)
from joinedup.domain.promises.models import Promise

Told = dict[str, Any]


def promise(district: District) -> None:
    """Have members tell what they bring, promise, deliver and let go, each at its moment."""
    for told in content.told("promises")["promise"]:
        schedule(district, told, make)
    for told in content.told("promises")["brings"]:
        schedule(district, told, tell)
    for told in content.told("promises")["nothing"]:
        schedule(district, told, say_nothing)


def schedule(district: District, told: Told, deed: Any, *more: Any) -> None:
    """Have something done on the day that is told."""
    day = district.present.day(told["when"])
    at = district.present.moment(day, *map(str, told.values()), hours=(17, 18))
    district.later(at, partial(deed, district, told, *more))


def member_in(district: District, told: Told) -> Any:
    """Return the member that something is told of."""
    return district.memberships[told["of"], told["member"]]


def make(district: District, told: Told, at: datetime) -> None:
    """Promise something, and have all that follows done."""
    day = district.present.day
    due = told.get("due")
    made = make_promise(
        member_in(district, told),
        to=district.memberships[told["of"], told["to"]] if "to" in told else None,
        sort=told["sort"],
        words=told["words"],
        amount=Decimal(told["amount"]) if "amount" in told else None,
        rhythm=told.get("rhythm", "ONCE"),
        promised_on=day_of(at),
        due_on=day(due) if due else None,
        by=district.people[told["by"]],
        at=at,
    )
    for step in told.get("steps", []):
        schedule(district, step, take, made)


def take(district: District, told: Told, made: Promise, at: datetime) -> None:
    """Take one step with a promise: said, let go, yes or no."""
    by, did, words = district.people[told["by"]], told["did"], told.get("words", "")
    done = {"version": made.version, "by": by, "at": at}
    if did == "delivered":
        deliver_promise(made, on=day_of(at), note=words, **done)
    elif did == "release":
        release_promise(made, because=words, **done)
    else:
        answer_promise(made, agrees=did == "yes", note=words, **done)


def tell(district: District, told: Told, at: datetime) -> None:
    """Say what a member brings and gains."""
    member, by = member_in(district, told), district.people[told["by"]]
    words = {"brings": told["brings"], "gains": told.get("gains", "")}
    member.refresh_from_db()
    tell_membership(member, version=member.version, **words, by=by, at=at)


def say_nothing(district: District, told: Told, at: datetime) -> None:
    """Say that a member promises nothing for now."""
    promise_nothing(member_in(district, told), by=district.people[told["by"]], at=at)
