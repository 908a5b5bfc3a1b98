import pytest

from joinedup.domain.agreements.actions import (
    decline_proposal,
    take_proposal,
    withdraw_proposal,
)
from joinedup.domain.agreements.drafting import draft_of
from joinedup.domain.agreements.kinds import ProposalState, Standing
from joinedup.domain.agreements.missing import missing_to_offer
from joinedup.domain.agreements.models import Proposal
from joinedup.domain.agreements.queries import (
    proposals_on,
    proposals_to_decide,
    proposals_visible_to,
)
from joinedup.domain.agreements.rules import why_not_decide, why_not_take_back
from joinedup.domain.basics.refusals import Overtaken
from joinedup.domain.clauses.catalogue import catalogue
from joinedup.domain.journal.models import Entry
from joinedup.domain.notices.models import Message
from tests.domain.agreements.test_writing import KEEPERS, OUTSIDE, SIGNED_IN, refused
from tests.domain.agreements.writing import NOTICE, begun, clause_of, decide, proposed

pytestmark = pytest.mark.django_db
SIX = NOTICE.replace("Three", "Six")


def take(cast, proposal, at, words="", **seen):
    """Take a proposal as the database has it, unless ``seen`` says what the person saw."""
    proposal, clause = (
        Proposal.objects.get(pk=proposal.pk),
        clause_of(proposal.agreement, proposal.code),
    )
    seen = {"version": proposal.version, "clause_version": clause.version} | seen
    take_proposal(proposal, clause, words=words, **seen, by=cast.ruth, at=at)


@pytest.fixture
def agreement(cast, now):
    """An agreement in which three paragraphs say how members leave."""
    agreement = begun(cast, now)
    decide(cast, agreement, now, "AG36", words=NOTICE)
    return agreement


def test_a_member_proposes_and_those_who_write_decide(cast, now, agreement):
    day = now.date()
    proposal = proposed(cast, agreement, now, SIX)

    deciding = {k for k in SIGNED_IN if not why_not_decide(proposal, cast.who(k), day)}
    back = {k for k in SIGNED_IN if not why_not_take_back(proposal, cast.who(k), day)}
    reading = {k for k in SIGNED_IN if proposal in proposals_visible_to(cast.who(k), day)}
    told = Message.objects.filter(subject__contains="proposes a change")
    assert (deciding, back) == (KEEPERS, {"core seat"})
    assert reading == set(SIGNED_IN) - OUTSIDE
    assert list(proposals_to_decide(cast.colin, day)) == [proposal]
    assert list(proposals_to_decide(cast.ade, day)) == []
    assert {message.to for message in told} == {cast.ruth, cast.colin}
    assert "1 proposed change is still open. Take or decline what members proposed." in (
        missing_to_offer(draft_of(agreement, day), day)
    )


def test_a_proposal_says_something_new_with_a_reason_and_for_a_member_of_ones_own(
    cast, now, agreement
):
    said = [
        refused(proposed, cast, agreement, now, NOTICE + "\r\n"),
        refused(proposed, cast, agreement, now, " … "),
        refused(proposed, cast, agreement, now, SIX, body="police"),
    ]

    assert said == [
        "This is how the clause reads already. Change what you want changed.",
        "Write how the clause should read.",
        "You do not speak for Wexmere Police in this partnership.",
    ]
    assert Proposal.objects.count() == 0


def test_a_proposal_taken_becomes_the_clause_joined_with_what_changed_meanwhile(
    cast, now, agreement
):
    proposal = proposed(cast, agreement, now, SIX)
    decide(cast, agreement, now, "AG36", words=NOTICE.replace("To the chair", "To all"))
    with pytest.raises(Overtaken):
        take(cast, proposal, now, clause_version=2)
    take(cast, proposal, now)
    again = refused(take, cast, proposal, now)

    assert clause_of(agreement, "AG36").words == "Six months’ notice.\n\nIn writing.\n\nTo all."
    assert again == "This proposal has been decided: taken."
    assert Message.objects.filter(to=cast.ade, subject__contains="was taken").count() == 1
    assert Entry.objects.get(verb="agreement.taken").detail == {
        "member": "Riverside Food Share",
        "clause": "Leaving",
    }


def test_changes_of_one_place_are_never_joined_by_themselves_and_no_words_are_lost(
    cast, now, agreement
):
    proposal = proposed(cast, agreement, now, SIX)
    decide(cast, agreement, now, "AG36", words=NOTICE.replace("Three", "Two"))
    said = refused(take, cast, proposal, now)
    kept = (clause_of(agreement, "AG36").words, Proposal.objects.get().words)
    take(cast, proposal, now, words="Six months’ notice, or two if all agree.")

    assert said.startswith("The clause has been changed in the same place")
    assert kept == (NOTICE.replace("Three", "Two"), SIX)
    assert clause_of(agreement, "AG36").words == "Six months’ notice, or two if all agree."
    assert proposals_on(agreement, "AG36").get().words_before == NOTICE


def test_a_proposal_taken_with_a_gap_in_its_words_leaves_the_clause_to_do(cast, now, agreement):
    code, gap = next((code, m.gaps[0]) for code, m in catalogue().items() if m.gaps)
    proposal = proposed(cast, agreement, now, f"Within {gap}.", code)

    take(cast, proposal, now)

    clause = clause_of(agreement, code)
    assert (clause.words, clause.standing) == (f"Within {gap}.", Standing.TO_DO)


def test_a_proposal_is_declined_for_a_reason_or_taken_back(cast, now, agreement):
    first, second = (proposed(cast, agreement, now, words) for words in (SIX, "None."))
    by = {"version": 1, "by": cast.ruth, "at": now}
    bare = refused(decline_proposal, first, reason=" ", **by)
    decline_proposal(first, reason="The council’s rules say three.", **by)
    withdraw_proposal(second, version=1, by=cast.ade, at=now)

    states = [each.state for each in proposals_on(agreement).order_by("id")]
    letter = Message.objects.get(to=cast.ade, subject__contains="was declined")
    assert bare == "Say why, so that the member can answer."
    assert states == [ProposalState.DECLINED, ProposalState.WITHDRAWN]
    assert "The council’s rules say three." in letter.body
    assert clause_of(agreement, "AG36").standing == Standing.IN_AGREEMENT
