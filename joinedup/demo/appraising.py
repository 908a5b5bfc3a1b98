"""What the district council asks itself before it enters a partnership, and who says yes."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.appraisals.actions import (
    begin_appraisal,
    complete_appraisal,
    finish_action,
    save_section,
)
from joinedup.domain.appraisals.deciding import Answer
from joinedup.domain.appraisals.models import Appraisal
from joinedup.domain.appraisals.queries import answers_of, appraisals_of, decision_on
from joinedup.domain.appraisals.questions import Question, asked_of
from joinedup.domain.authorisations.actions import (
    ask_for_authorisation,
    give_guidance,
    grant_authorisation,
    name_authoriser,
    refuse_authorisation,
)
from joinedup.domain.authorisations.models import Authorisation
from joinedup.domain.authorisations.queries import authorisers_of
from joinedup.domain.basics.days import day_of
from joinedup.domain.jobs.actions import run_due

Told = dict[str, Any]


def appraise(district: District) -> None:
    """Have authorisers named and partnerships appraised, each thing at its moment."""
    told = content.told("appraisals")
    for named in told["authoriser"]:
        later(district, named["when"], partial(name, district, named))
    ways = {
        "asked": ask,
        "guided": guide,
        "granted": grant,
        "refused": refuse,
        "done": meet_conditions,
    }
    for one in told["appraisal"]:
        later(district, one["when"], partial(answer, district, one))
        if "finished" in one:
            later(district, one["finished"], partial(finish, district, one))
        for step, way in ways.items():
            if step in one:
                later(district, one[step]["when"], partial(way, district, one))


def later(district: District, when: str, deed: Callable[[datetime], None]) -> None:
    """Have a deed done on a day, in the afternoon."""
    moment = district.present.moment(district.present.day(when), "appraisal", hours=(15, 16))
    district.later(moment, deed)


def name(district: District, told: Told, at: datetime) -> None:
    """Let somebody authorise for the council from that day."""
    name_authoriser(
        district.bodies["thornford"],
        district.people[told["person"]],
        up_to=Decimal(told["up_to"]) if "up_to" in told else None,
        tier=told["tier"],
        from_on=day_of(at),
        because=told["because"],
        by=district.people["priya"],
        at=at,
    )


def answer(district: District, told: Told, at: datetime) -> None:
    """Begin an appraisal and answer its sections, yes to everything but what is said."""
    partnership, by = district.partnerships[told["partnership"]], district.people["priya"]
    begun = begin_appraisal(partnership, district.bodies["thornford"], by=by, at=at)
    for section in asked_of(begun.tier):
        if section.code in told["sections"]:
            given = {q.id: said_to(district, told, q) for q in section.questions}
            save_section(begun, section, given, version=1, by=by, at=at)


def said_to(district: District, told: Told, question: Question) -> Told:
    """Return what was answered to a question."""
    said = told["said"].get(question.id, {})
    due = said.get("due")
    return {
        "answer": said.get("answer", Answer.YES.value),
        "evidence": said.get("evidence", ""),
        "action": said.get("action", ""),
        "action_owner": said.get("action_owner", ""),
        "action_due_on": district.present.day(due) if due else None,
    }


def appraised(district: District, told: Told) -> Appraisal:
    """Return the council's appraisal of a partnership."""
    partnership = district.partnerships[told["partnership"]]
    return appraisals_of(partnership, district.bodies["thornford"])[0]


def waiting(district: District, told: Told) -> Authorisation:
    """Return what was put to an authoriser on it."""
    asked: Authorisation = appraised(district, told).authorisations.latest("asked_at")
    return asked


def finish(district: District, told: Told, at: datetime) -> None:
    """Finish the appraisal."""
    one = appraised(district, told)
    shown = decision_on(one, day_of(at)).decision
    by = district.people["priya"]
    complete_appraisal(one, shown=shown, version=one.version, by=by, at=at)


def ask(district: District, told: Told, at: datetime) -> None:
    """Put it to an authoriser."""
    asked, by = told["asked"], district.people["priya"]
    limits = authorisers_of(district.bodies["thornford"], day_of(at))
    ask_for_authorisation(
        appraised(district, told),
        limits.get(person=district.people[asked["of"]]),
        amount=Decimal(asked["amount"]),
        words=asked["words"],
        by=by,
        at=at,
    )
    run_due(at)


def guide(district: District, told: Told, at: datetime) -> None:
    """Let a director read it and guide."""
    asked, by = waiting(district, told), district.people[told["guided"]["by"]]
    receipt = asked.receipts.get(director=by)
    words = told["guided"]["words"]
    give_guidance(receipt, asked, guidance=words, version=receipt.version, by=by, at=at)


def grant(district: District, told: Told, at: datetime) -> None:
    """Let the authoriser say yes, within limits."""
    asked, granted = waiting(district, told), told["granted"]
    grant_authorisation(
        asked,
        granted=Decimal(granted["up_to"]),
        ends_on=district.present.day(granted["until"]),
        conditions=granted["conditions"],
        version=asked.version,
        by=asked.authoriser.person,
        at=at,
    )
    run_due(at)


def refuse(district: District, told: Told, at: datetime) -> None:
    """Let the authoriser say no, with reasons."""
    asked = waiting(district, told)
    reasons, by = told["refused"]["reasons"], asked.authoriser.person
    refuse_authorisation(asked, reasons=reasons, version=asked.version, by=by, at=at)
    run_due(at)


def meet_conditions(district: District, told: Told, at: datetime) -> None:
    """Note that the actions of an appraisal are done."""
    one, by = appraised(district, told), district.people["priya"]
    kept = answers_of(one)
    for question in told["done"]["questions"]:
        finish_action(one, question, version=kept[question].version, by=by, at=at)
