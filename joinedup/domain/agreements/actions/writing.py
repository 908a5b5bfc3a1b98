from datetime import date, datetime

from django.db import transaction

from joinedup.domain.agreements.kinds import Form, Standing
from joinedup.domain.agreements.models import Agreement, Clause
from joinedup.domain.agreements.queries import tier_of
from joinedup.domain.agreements.record import values_of
from joinedup.domain.agreements.rules import (
    why_not_begin,
    why_not_choose_anew,
    why_not_dates,
    why_not_decided,
    why_not_draft,
)
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.clauses.catalogue import catalogue, needed_by
from joinedup.domain.clauses.texts import tidied
from joinedup.domain.journal.actions import record
from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person

# Decided from the first day, since nothing needs to be written in it.
SETTLED = {"AG40"}


@transaction.atomic
def begin_agreement(partnership: Partnership, *, by: Person, at: datetime) -> Agreement:
    """Begin the agreement with the clauses of its tier, all to do; a network's on one page."""
    day = day_of(at)
    insist(why_not_begin(partnership, by, day))
    tier = tier_of(partnership)
    agreement = Agreement.objects.create(
        partnership=partnership,
        form=form_of(tier),
        tier=tier,
        begun_on=day,
        by=by,
        starts_on=partnership.starts_on,
        ends_on=partnership.ends_on,
    )
    add_clauses(agreement, {matter.code for matter in needed_by(tier)})
    record("agreement.begun", partnership, by=by, at=at)
    return agreement


def form_of(tier: Tier) -> Form:
    """Return how much is written for a tier."""
    return Form.ONE_PAGE if tier == Tier.NETWORK else Form.FULL


def add_clauses(agreement: Agreement, codes: set[str]) -> None:
    """Add clauses that are to do, in the order of the catalogue."""
    Clause.objects.bulk_create(
        Clause(
            agreement=agreement,
            code=code,
            standing=Standing.IN_AGREEMENT if code in SETTLED else Standing.TO_DO,
        )
        for code in catalogue()
        if code in codes
    )


@transaction.atomic
def choose_clauses(agreement: Agreement, *, version: int, by: Person, at: datetime) -> None:
    """Take up the clauses of the tier there is now; whatever has been written or decided stays."""
    insist(why_not_choose_anew(agreement, by, day_of(at)))
    tier = tier_of(agreement.partnership)
    change(agreement, expecting=(None, version), tier=tier, form=form_of(tier))
    needed = {matter.code for matter in needed_by(tier)}
    there = agreement.clauses.all()
    empty = there.filter(standing=Standing.TO_DO, words="", where="", because="")
    # A change that was proposed to a clause is read, and decided on, on the page of the clause.
    proposed = agreement.proposals.order_by().values("code")
    empty.exclude(code__in=needed).exclude(code__in=proposed).delete()
    add_clauses(agreement, needed - set(there.values_list("code", flat=True)))
    record("agreement.chosen", agreement.partnership, by=by, at=at, tier=tier.label)


@transaction.atomic
def decide_clause(
    clause: Clause,
    *,
    version: int,
    standing: str,
    words: str = "",
    where: str = "",
    because: str = "",
    by: Person,
    at: datetime,
) -> None:
    """Write a clause, say where else it is settled, or why it is not needed.

    What was written before a clause was found not to be needed is kept in it.
    """
    agreement, matter, day = clause.agreement, catalogue()[clause.code], day_of(at)
    insist(why_not_draft(agreement, by, day))
    told = {"words": tidied(words), "where": tidied(where), "because": tidied(because)}
    told["standing"] = standing
    is_bare = standing == Standing.IN_AGREEMENT and not (told["words"] or told["where"])
    from_record = is_bare and clause.code in values_of(agreement, day)
    if wrong := why_not_decided(matter, told, from_record=from_record):
        insist(wrong[1], wrong[0])
    if all(getattr(clause, name) == value for name, value in told.items()):
        return
    change(clause, expecting=(None, version), **told)
    label = Standing(standing).label.lower()
    record(
        "agreement.clause", agreement.partnership, by=by, at=at, clause=matter.title, standing=label
    )


@transaction.atomic
def date_agreement(
    agreement: Agreement,
    *,
    version: int,
    starts_on: date | None,
    ends_on: date | None,
    review_on: date | None,
    binding: bool | None,
    by: Person,
    at: datetime,
) -> None:
    """Say from when to when it holds, when members look at it again, whether it binds in law."""
    insist(why_not_draft(agreement, by, day_of(at)))
    if wrong := why_not_dates(starts_on, ends_on, review_on):
        insist(wrong[1], wrong[0])
    change(
        agreement,
        expecting=(None, version),
        starts_on=starts_on,
        ends_on=ends_on,
        review_on=review_on,
        binding=binding,
    )
    record("agreement.dated", agreement.partnership, by=by, at=at)
