from datetime import datetime

from django.db import transaction

from joinedup.domain.agreements.kinds import ProposalState, Standing
from joinedup.domain.agreements.letters import letter_decided, letters_proposed
from joinedup.domain.agreements.models import Clause, Proposal
from joinedup.domain.agreements.rules import (
    why_not_decide,
    why_not_propose,
    why_not_proposed,
    why_not_take,
    why_not_take_back,
)
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import Overtaken, insist
from joinedup.domain.clauses.catalogue import catalogue
from joinedup.domain.clauses.joining import joined
from joinedup.domain.clauses.texts import tidied
from joinedup.domain.journal.actions import record
from joinedup.domain.notices.actions import post_many
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.people.models import Person

CHANGED_MEANWHILE = (
    "Somebody changed this clause while you had it open. Nothing of theirs was overwritten, and "
    "what you typed is still here. Compare the two, then send it again."
)


@transaction.atomic
def propose_change(
    clause: Clause,
    membership: Membership,
    *,
    version: int,
    words: str,
    why: str,
    by: Person,
    at: datetime,
) -> Proposal:
    """Ask for a change of a clause, for a member; ``version`` is the clause the person saw."""
    agreement, words = clause.agreement, tidied(words)
    insist(why_not_propose(agreement, membership, by, day_of(at)), "membership")
    if clause.version != version:
        raise Overtaken(CHANGED_MEANWHILE)
    if wrong := why_not_proposed(words, clause.words, why):
        insist(wrong[1], wrong[0])
    proposal = Proposal.objects.create(
        agreement=agreement,
        code=clause.code,
        clause_version=version,
        words_before=clause.words,
        words=words,
        why=why.strip(),
        made_at=at,
        by=by,
        membership=membership,
    )
    _note(proposal, "proposed", by=by, at=at)
    post_many(letters_proposed(proposal, day_of(at)), at=at)
    return proposal


@transaction.atomic
def take_proposal(
    proposal: Proposal,
    clause: Clause,
    *,
    version: int,
    clause_version: int,
    words: str = "",
    by: Person,
    at: datetime,
) -> None:
    """Put a proposed change into its clause, joined with what has been changed there since.

    ``words`` are written by hand where the two cannot be joined: they then become the clause.
    """
    insist(why_not_decide(proposal, by, day_of(at)))
    if clause.version != clause_version:
        raise Overtaken(CHANGED_MEANWHILE)
    both = joined(proposal.words_before, clause.words, proposal.words)
    insist(why_not_take(both, words), "words")
    written = tidied(words if both is None or folded(words) else both)
    # With a gap left in them the words are kept, and the clause has still to be decided.
    gap = catalogue()[clause.code].gap_in(written)
    standing = Standing.TO_DO if gap else Standing.IN_AGREEMENT
    change(clause, expecting=(None, clause_version), words=written, standing=standing)
    _decide(proposal, ProposalState.TAKEN, "", version=version, by=by, at=at)


@transaction.atomic
def decline_proposal(
    proposal: Proposal, *, reason: str, version: int, by: Person, at: datetime
) -> None:
    """Leave the clause as it is, with the reason, which the member is told."""
    insist(why_not_decide(proposal, by, day_of(at)))
    insist(None if folded(reason) else "Say why, so that the member can answer.", "reason")
    _decide(proposal, ProposalState.DECLINED, reason, version=version, by=by, at=at)


@transaction.atomic
def withdraw_proposal(proposal: Proposal, *, version: int, by: Person, at: datetime) -> None:
    """Take a proposed change back, for the member it was made for."""
    insist(why_not_take_back(proposal, by, day_of(at)))
    _close(proposal, ProposalState.WITHDRAWN, "", version=version, by=by, at=at)


def _decide(
    proposal: Proposal, state: ProposalState, reason: str, *, version: int, by: Person, at: datetime
) -> None:
    """Close a proposal and tell whoever made it what became of it."""
    _close(proposal, state, reason, version=version, by=by, at=at)
    if proposal.by.email and proposal.by != by:
        post_many([letter_decided(proposal)], at=at)


def _close(
    proposal: Proposal, state: ProposalState, reason: str, *, version: int, by: Person, at: datetime
) -> None:
    change(
        proposal,
        expecting=(ProposalState.OPEN, version),
        state=state,
        reason=reason.strip(),
        decided_at=at,
        decided_by=by,
    )
    _note(proposal, state.lower(), because=reason.strip(), by=by, at=at)


def _note(proposal: Proposal, verb: str, *, by: Person, at: datetime, because: str = "") -> None:
    """Write down what was done with a proposal, for whom and to which clause."""
    record(
        f"agreement.{verb}",
        proposal.agreement.partnership,
        by=by,
        at=at,
        because=because,
        member=proposal.membership.member_name,
        clause=catalogue()[proposal.code].title,
    )
