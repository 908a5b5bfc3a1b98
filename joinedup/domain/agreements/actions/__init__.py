"""The writes of agreements: clauses and terms, members' proposals, texts offered to sign."""

from joinedup.domain.agreements.actions.offering import (
    offer_edition,
    sign_edition,
    withdraw_edition,
)
from joinedup.domain.agreements.actions.proposing import (
    decline_proposal,
    propose_change,
    take_proposal,
    withdraw_proposal,
)
from joinedup.domain.agreements.actions.writing import (
    begin_agreement,
    choose_clauses,
    date_agreement,
    decide_clause,
)

__all__ = [
    "begin_agreement",
    "choose_clauses",
    "date_agreement",
    "decide_clause",
    "decline_proposal",
    "offer_edition",
    "propose_change",
    "sign_edition",
    "take_proposal",
    "withdraw_edition",
    "withdraw_proposal",
]
