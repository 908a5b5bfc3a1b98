"""A network that writes its terms of reference, with a change that one member proposes."""

from datetime import datetime
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.agreements.actions import (
    begin_agreement,
    date_agreement,
    decide_clause,
    propose_change,
)
from joinedup.domain.agreements.kinds import Standing
from joinedup.domain.agreements.models import Agreement
from joinedup.domain.basics.days import day_of
from joinedup.domain.jobs.actions import run_due

Told = dict[str, Any]


def write_agreements(district: District) -> None:
    """Have agreements begun, written and questioned, each on its day."""
    for told in content.told("agreements")["draft"]:
        for when, deed in (
            (told["when"], begin),
            (told["decided"], write),
            (told["proposal"]["when"], propose),
        ):
            moment = district.present.moment(district.present.day(when), told["of"], "agreement")
            district.later(moment, partial(deed, district, told))


def written(district: District, told: Told) -> Agreement:
    """Return the agreement that is told of."""
    agreements = Agreement.objects.select_related("partnership")
    return agreements.get(partnership=district.partnerships[told["of"]])


def begin(district: District, told: Told, at: datetime) -> None:
    """Begin it with the clauses of its tier."""
    begin_agreement(district.partnerships[told["of"]], by=district.people[told["by"]], at=at)


def write(district: District, told: Told, at: datetime) -> None:
    """Decide on every clause: in words, left out, or as the record has it."""
    agreement, by = written(district, told), district.people[told["by"]]
    date_agreement(
        agreement,
        version=agreement.version,
        starts_on=day_of(at),
        ends_on=None,
        review_on=district.present.day(told["review"]),
        binding=False,
        by=by,
        at=at,
    )
    for clause in agreement.clauses.select_related("agreement__partnership"):
        left_out = told["left_out"].get(clause.code, "")
        decide_clause(
            clause,
            version=clause.version,
            standing=Standing.NOT_NEEDED if left_out else Standing.IN_AGREEMENT,
            words=told["words"].get(clause.code, ""),
            because=left_out,
            by=by,
            at=at,
        )


def propose(district: District, told: Told, at: datetime) -> None:
    """Propose a change for a member, and have those who write it told."""
    asked, agreement = told["proposal"], written(district, told)
    clause = agreement.clauses.select_related("agreement__partnership").get(code=asked["clause"])
    propose_change(
        clause,
        district.memberships[told["of"], asked["member"]],
        version=clause.version,
        words=asked["words"],
        why=asked["why"],
        by=district.people[asked["by"]],
        at=at,
    )
    run_due(at)
