"""Writing the agreement of the Safer Places group by acts, as far as a test needs it."""

from datetime import date

from joinedup.domain.agreements.actions import (
    begin_agreement,
    date_agreement,
    decide_clause,
    offer_edition,
    propose_change,
)
from joinedup.domain.agreements.drafting import draft_of, edition_text
from joinedup.domain.agreements.kinds import Standing
from joinedup.domain.agreements.models import Agreement, Clause, Edition, Proposal, digest_of
from joinedup.domain.agreements.queries import next_number
from joinedup.domain.clauses.catalogue import catalogue
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.kinds import Tier
from tests.domain.expectations.asking import all_answered

NOTICE = "Three months’ notice.\n\nIn writing.\n\nTo the chair."
TERMS = {
    "starts_on": date(2026, 7, 1),
    "ends_on": date(2029, 6, 30),
    "review_on": date(2027, 7, 1),
    "binding": False,
}


def begun(cast, at) -> Agreement:
    """Have the members agree what kind it is, and begin."""
    all_answered(cast, at)
    return begin_agreement(cast.safer, by=cast.ruth, at=at)


def decide(cast, agreement, at, code, standing=Standing.IN_AGREEMENT, **told) -> Clause:
    """Decide one clause as it stands now."""
    clause = clause_of(agreement, code)
    decide_clause(clause, version=clause.version, standing=standing, **told, by=cast.ruth, at=at)
    return clause


def clause_of(agreement, code) -> Clause:
    """Return a clause as the database has it."""
    return Clause.objects.select_related("agreement__partnership").get(
        agreement=agreement, code=code
    )


def begun_on_one_page(cast, at) -> Agreement:
    """Begin the terms of reference of a network, which need no asking."""
    tier = {"tier": Tier.NETWORK, "by": cast.priya, "at": at}
    change_partnership(cast.safer, version=cast.safer.version, **tier)
    return begin_agreement(cast.safer, by=cast.ruth, at=at)


def written(cast, at) -> Agreement:
    """Write two clauses of a network and leave out all that may be left out."""
    agreement = begun_on_one_page(cast, at)
    decide(cast, agreement, at, "AG36", words=NOTICE)
    decide(cast, agreement, at, "AG37", words="When the core members decide so.")
    for code in ("AG1", "AG2", "AG4"):
        decide(cast, agreement, at, code)
    for clause in agreement.clauses.filter(standing=Standing.TO_DO):
        decide(cast, agreement, at, clause.code, Standing.NOT_NEEDED, because="It is small.")
    date_agreement(agreement, version=agreement.version, **TERMS, by=cast.ruth, at=at)
    return Agreement.objects.select_related("partnership").get(pk=agreement.pk)


def shown(agreement, at) -> str:
    """Return the digest of the text that somebody who is about to offer it is shown."""
    text = edition_text(draft_of(agreement, at.date()), next_number(agreement), at.date())
    return digest_of(text)


def offered(cast, agreement, at) -> Edition:
    """Offer the text as it stands."""
    return offer_edition(agreement, digest=shown(agreement, at), by=cast.ruth, at=at)


def proposed(cast, agreement, at, words, code="AG36", by="ade", body="riverside") -> Proposal:
    """Propose a change for a member."""
    clause, why = clause_of(agreement, code), "We are few."
    member, person = cast.memberships[body], cast.people[by]
    return propose_change(
        clause, member, version=clause.version, words=words, why=why, by=person, at=at
    )


def title(code) -> str:
    """Return what a clause is about."""
    return catalogue()[code].title
