from datetime import date

from joinedup.domain.agreements.drafting import Draft, draft_of, reads_the_same
from joinedup.domain.agreements.kinds import (
    EDITION_MOVES,
    PROPOSAL_MOVES,
    EditionState,
    ProposalState,
    Standing,
)
from joinedup.domain.agreements.missing import contradicted, missing_to_offer
from joinedup.domain.agreements.models import Agreement, Edition, Proposal
from joinedup.domain.agreements.queries import own_memberships, tier_of
from joinedup.domain.basics.folding import folded
from joinedup.domain.clauses.catalogue import Matter
from joinedup.domain.expectations.rules import why_not_draft_agreement
from joinedup.domain.partnerships.kinds import OVER, Tier
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.rules import ENDED, why_not_keep
from joinedup.domain.people.models import Person

ONLY = "Only the lead host’s officers, the chair and the coordinator {do}."


def why_not_write(partnership: Partnership, person: Person, day: date) -> str | None:
    """Return why ``person`` is not among those who may write here now, or None."""
    if partnership.state in OVER:
        return ENDED
    if why_not_keep(partnership, person, day):
        return ONLY.format(do="write the agreement. Everybody who speaks for a member can propose")
    return None


def why_not_begin(partnership: Partnership, person: Person, day: date) -> str | None:
    """Return why ``person`` may not begin the agreement of a partnership now, or None.

    The text of a network does not say what kind it is, so that nobody need have been asked.
    """
    if reason := why_not_write(partnership, person, day):
        return reason
    if Agreement.objects.filter(partnership=partnership).exists():
        return "Its agreement has been begun already. Go on with that one."
    is_network = tier_of(partnership) == Tier.NETWORK
    return None if is_network else why_not_draft_agreement(partnership, day)


def why_not_draft(agreement: Agreement, person: Person, day: date) -> str | None:
    """Return why ``person`` may not write in this agreement now, or None."""
    return why_not_write(agreement.partnership, person, day)


def why_not_choose_anew(agreement: Agreement, person: Person, day: date) -> str | None:
    """Return why its clauses may not be chosen by the tier there is now, or None."""
    if reason := why_not_draft(agreement, person, day):
        return reason
    if agreement.tier == tier_of(agreement.partnership):
        return "Its clauses are those of the present tier."
    return None


def why_not_decided(
    matter: Matter, told: dict[str, str], *, from_record: bool
) -> tuple[str, str] | None:
    """Return where and why this does not decide a clause as it says, or None.

    ``told`` has ``standing``, ``words``, ``where`` and ``because``.
    """
    standing = told["standing"]
    if standing == Standing.NOT_NEEDED:
        if matter.is_exit:
            return "standing", (
                "Every agreement says how members leave and how it ends. "
                "Write this clause, or say where it is settled."
            )
        return None if folded(told["because"]) else ("because", "Say why it is not needed.")
    if standing == Standing.IN_AGREEMENT:
        if not (folded(told["words"]) or folded(told["where"]) or from_record):
            return "words", "Write the clause, or say where it is settled."
        if gap := matter.gap_in(told["words"]):
            return "words", f"Fill in “{gap}” first, or leave the clause to do."
    return None


def why_not_propose(
    agreement: Agreement, membership: Membership, person: Person, day: date
) -> str | None:
    """Return why ``person`` may not propose a change for this member now, or None."""
    if agreement.partnership.state in OVER:
        return ENDED
    if not own_memberships(agreement, person, day).filter(pk=membership.pk).exists():
        return f"You do not speak for {membership.member_name} in this partnership."
    return None


def why_not_propose_any(agreement: Agreement, person: Person, day: date) -> str | None:
    """Return why ``person`` may not propose a change at all, or None."""
    if agreement.partnership.state in OVER:
        return ENDED
    if not own_memberships(agreement, person, day).exists():
        return "Only those who speak for a member propose changes."
    return None


def why_not_proposed(words: str, now: str, why: str) -> tuple[str, str] | None:
    """Return where and why this is no proposal that can be decided on, or None."""
    if not folded(words):
        return "words", "Write how the clause should read."
    if words == now:
        return "words", "This is how the clause reads already. Change what you want changed."
    return None if folded(why) else ("why", "Say why, so that others can agree.")


def why_not_decide(proposal: Proposal, person: Person, day: date) -> str | None:
    """Return why ``person`` may not take or decline this proposal now, or None."""
    if reason := why_not_open(proposal):
        return reason
    return why_not_draft(proposal.agreement, person, day)


def why_not_take(both: str | None, words: str) -> str | None:
    """Return why a proposal cannot be put in its clause by itself, or None."""
    if both is not None or folded(words):
        return None
    return (
        "The clause has been changed in the same place since this was proposed. "
        "Write it so that both are in it: neither is thrown away."
    )


def why_not_open(proposal: Proposal) -> str | None:
    """Return why nothing can be decided on a proposal any more, or None."""
    if PROPOSAL_MOVES[ProposalState(proposal.state)]:
        return None
    return f"This proposal has been decided: {proposal.get_state_display().lower()}."


def why_not_take_back(proposal: Proposal, person: Person, day: date) -> str | None:
    """Return why ``person`` may not take this proposal back, or None."""
    return why_not_open(proposal) or why_not_propose(
        proposal.agreement, proposal.membership, person, day
    )


def why_not_dates(
    starts_on: date | None, ends_on: date | None, review_on: date | None
) -> tuple[str, str] | None:
    """Return where and why these days contradict each other, or None."""
    return contradicted(starts_on, ends_on, review_on)


def why_not_offer(agreement: Agreement, day: date, draft: Draft | None = None) -> str | None:
    """Return why the text may not be offered to sign as it stands, or None."""
    draft = draft or draft_of(agreement, day)
    if missing := missing_to_offer(draft, day):
        return missing[0]
    latest = agreement.editions.first()
    stands = (EditionState.OFFERED, EditionState.SIGNED)
    if latest and latest.state in stands and reads_the_same(draft, latest):
        return f"This is version {latest.number}, letter by letter. Nothing has changed since."
    return None


def why_not_withdraw(edition: Edition, person: Person, day: date) -> str | None:
    """Return why ``person`` may not take a text back that was offered to sign, or None."""
    if EditionState.WITHDRAWN not in EDITION_MOVES[EditionState(edition.state)]:
        return f"This version is not on offer: {edition.get_state_display().lower()}."
    return why_not_draft(edition.agreement, person, day)
