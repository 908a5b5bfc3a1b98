"""The anonymous round there was: short, and over, so that its results stand."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.answering import Voice, value_of
from joinedup.demo.asking import COUNTED_AFTER, chosen_of, latest_of
from joinedup.demo.chance import chance, shuffled
from joinedup.demo.district import District
from joinedup.domain.ballots.actions import SWEEP, send_unnamed
from joinedup.domain.basics.days import day_of
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.jobs.actions import postpone, run_due
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import choose_partnerships, prepare_round
from joinedup.domain.reviews.kinds import Asking
from joinedup.domain.reviews.models import Round, Ticket

SWEPT_AFTER = timedelta(minutes=1)
THIS_YEAR = 2
"""People speak here as they do in the present yearly round."""


def ask_unnamed(district: District) -> None:
    """Have the anonymous round opened, answered and counted in its time."""
    told = content.told("rounds")["unnamed"]
    opens = district.present.moment(district.present.day(told["opens"]), "unnamed", hours=(9, 10))
    district.later(opens, partial(begin_unnamed, district, told))


def begin_unnamed(district: District, told: dict[str, Any], at: datetime) -> None:
    """Open the round, and have those send who do."""
    officer, opens_on = district.people[told["by"]], day_of(at)
    closes_on = opens_on + timedelta(days=told["days"])
    round = prepare_round(
        district.bodies[told["host"]],
        f"{told['title']} {closes_on.year}",
        instrument=latest_of(told["questions"]),
        asking=Asking.ANONYMOUS,
        opens_on=opens_on,
        closes_on=closes_on,
        by=officer,
        at=at,
    )
    asked = chosen_of(district, told["of"])
    choose_partnerships(round, asked, by=officer, at=at)
    open_round(round, by=officer, at=at)
    run_due(at)
    for key, opinion in told["of"].items():
        answer_unnamed(district, round, key, opinion)
    counted = district.present.moment(closes_on + COUNTED_AFTER, "count", "unnamed")
    district.later(counted, partial(count_unnamed, district, told, round))


def answer_unnamed(district: District, round: Round, key: str, opinion: dict[str, Any]) -> None:
    """Have those of one partnership send who do, each on a day of their own."""
    planned = {each.key: each for each in content.partnerships()}[key]
    assert planned.opinion is not None, f"Nothing is written down of how {key} talks."  # noqa: S101
    tickets = Ticket.objects.filter(review__round=round, review__partnership__name=planned.name)
    names = {each.pk: name for name, each in district.people.items()}
    asked = {
        names[ticket.person_id]: ticket
        for ticket in tickets.select_related("person", "review__round", "review__partnership")
    }
    willing = [
        person
        for person in shuffled(sorted(asked), "unnamed", key)
        if person not in opinion["silent"]
    ]
    words = dict(zip(willing, opinion.get("words", []), strict=False))
    for person in willing:
        voice = Voice(planned, planned.opinion, THIS_YEAR, person, asked[person].sector)
        answers = sheet_of(voice, round, opinion, words.get(person, ""))
        days = int(chance("unnamed day", key, person) * (round.closes_on - round.opens_on).days)
        day = round.opens_on + timedelta(days=1 + days)
        at = district.present.moment(day, "unnamed", key, person, hours=(11, 22))
        district.later(at, partial(send, asked[person], answers))


def sheet_of(voice: Voice, round: Round, opinion: dict[str, Any], words: str) -> dict[str, Given]:
    """Return what one person sends; ``words`` stand beside the statement the round is about."""
    return {
        statement.id: Given(
            value=value_of(statement.id, voice, opinion[statement.id]),
            words=words if statement.id == opinion.get("about") else "",
        )
        for statement in definition_of(round.instrument).statements
    }


def send(ticket: Ticket, answers: dict[str, Given], at: datetime) -> None:
    """Put one person's answers into the box."""
    send_unnamed(ticket, answers, today=day_of(at))


def count_unnamed(district: District, told: dict[str, Any], round: Round, at: datetime) -> None:
    """Close the round and count it; old versions of its boxes are cleared away once that is kept.

    No database can do so inside the one transaction in which the district is made.
    """
    seal_round(round, by=district.people[told["by"]], at=at)
    postpone(SWEEP, until=district.present.at + SWEPT_AFTER)
    run_due(at)
