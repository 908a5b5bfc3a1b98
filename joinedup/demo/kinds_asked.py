"""Members asked what kind of partnership theirs is: some differ, some agree, some still answer."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.expectations.actions import answer_kind, ask_kind, open_passed
from joinedup.domain.expectations.kinds import COLUMNS, QUESTIONS
from joinedup.domain.expectations.models import KindAsking
from joinedup.domain.jobs.actions import run_due

A_DAY = timedelta(days=1)


def ask_kinds(district: District) -> None:
    """Have members asked, each asking on its day."""
    for told in content.told("kinds")["asked"]:
        day = district.present.day(told["when"])
        district.later(district.present.moment(day, told["of"]), partial(ask, district, told))


def ask(district: District, told: dict[str, Any], at: datetime) -> None:
    """Ask the members of one partnership, have them answer, and let the day pass."""
    present, by = district.present, district.people[told["by"]]
    closes_on = present.day(told["closes"])
    asking = ask_kind(district.partnerships[told["of"]], closes_on=closes_on, by=by, at=at)
    run_due(at)
    first = present.day(told["when"])
    for number, (body, said) in enumerate(told["answers"].items(), start=1):
        person, columns = said.split()
        day = min(first + number * A_DAY, present.today)
        moment = present.moment(day, told["of"], body)
        district.later(
            moment, partial(answer, district, asking, (told["of"], body), person, columns)
        )
    if closes_on < present.today:
        passed = present.moment(closes_on + A_DAY, told["of"], "passed", hours=(1, 2))
        district.later(passed, let_pass)


def let_pass(at: datetime) -> None:
    """Open the answers of askings whose last day has passed, as a worker would each night."""
    open_passed(at=at)
    run_due(at)


def answer(
    district: District,
    asking: KindAsking,
    member: tuple[str, str],
    person: str,
    columns: str,
    at: datetime,
) -> None:
    """Answer for one member."""
    picked = [COLUMNS[int(figure) - 1] for figure in columns]
    said = dict(zip(QUESTIONS, picked, strict=True))
    by = district.people[person]
    answer_kind(asking, district.memberships[member], version=0, by=by, at=at, **said)
    run_due(at)
