import pytest

from joinedup.domain.arrangements.actions import keep_arrangement
from joinedup.domain.arrangements.kinds import RelatedKind, Scope
from joinedup.domain.arrangements.models import RelatedArrangement
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.ideas.actions import (
    answer_overlap,
    change_idea,
    decline_idea,
    keep_idea,
    propose_idea,
    scope_idea,
)
from joinedup.domain.ideas.models import Idea
from joinedup.domain.ideas.queries import ideas_waiting, overlaps_of
from joinedup.domain.ideas.rules import (
    NO_LONGER,
    why_not_change_idea,
    why_not_keep_idea,
    why_not_propose,
)
from joinedup.domain.journal.queries import history_of
from joinedup.domain.lifecycle.actions import move_record
from joinedup.domain.organisations.actions import end_organisation
from joinedup.domain.partnerships.actions import add_member, open_seat, register_partnership
from joinedup.domain.partnerships.kinds import Capacity, State, Tier
from joinedup.domain.tiers.actions import judge_tier
from tests.cast import LEFT_ON
from tests.domain.ideas.stated import OPEN, TOLD, UNSCOPED, UNTIERED, answered, scoped, stated


def test_an_idea_is_proposed_after_an_answer_to_each_the_four_questions_and_a_tier(cast, now):
    idea, day, by = stated(cast, now), day_of(now), cast.priya
    record = idea.partnership
    go = {"because": "Go", "by": by, "at": now}
    assert why_not_propose(idea, by, day) == f"{OPEN}Safer Places group."
    with pytest.raises(Refused, match=OPEN):
        move_record(record, State.PROPOSED, **go)

    answered(cast, now, idea, cast.safer, "FITS", "They work by day.")
    (said,) = (one.answer for one in overlaps_of(idea, by, day))
    assert (str(said), said.answered_at, said.answered_by) == (
        "The idea fits beside it: They work by day.",
        now,
        by,
    )
    new = register_partnership(
        "Moped watch", host=cast.thornford, purpose="Mopeds in the streets.", by=by, at=now
    )
    assert why_not_propose(idea, by, day) == f"{OPEN}Moped watch."
    answered(cast, now, idea, new)
    assert why_not_propose(idea, by, day) == UNSCOPED
    scoped(cast, now, idea)
    assert why_not_propose(idea, by, day) == UNTIERED


def test_proposed_it_is_a_partnership_and_whom_to_ask_is_on_its_map(cast, now):
    idea, day, by = stated(cast, now, likely_partners=[cast.riverside]), day_of(now), cast.priya
    record, go = idea.partnership, {"because": "Go", "by": by, "at": now}
    answered(cast, now, idea, cast.safer)
    scoped(cast, now, idea)
    judge_tier(record, {}, version=record.version, by=by, at=now)
    assert [why_not_propose(idea, who, day) for who in (by, cast.noor)] == [
        None,
        "Only the lead host’s officers, the chair and the coordinator can change this record.",
    ]

    move_record(record, State.PROPOSED, **go)

    idea = Idea.objects.get()
    assert (record.state, record.tier) == (State.PROPOSED, Tier.NETWORK)
    (there,) = record.stakeholders.all()
    assert (there.organisation, there.asks) == (cast.riverside, "Two evenings a week.")
    assert (why_not_change_idea(idea, by, day), list(ideas_waiting(by, day))) == (NO_LONGER, [])
    for late in (
        lambda: change_idea(idea, version=idea.version, record_version=9, need="x", by=by, at=now),
        lambda: scoped(cast, now, idea),
        lambda: answered(cast, now, idea, cast.safer),
        lambda: propose_idea(idea, **go),
    ):
        with pytest.raises(Refused, match="no longer an idea"):
            late()


def test_join_it_instead_is_to_be_done_or_said_otherwise(cast, now):
    idea, given_up = stated(cast, now), {"because": "We join.", "by": cast.priya, "at": now}
    with pytest.raises(Refused, match="Say first which partnership you would join instead"):
        decline_idea(idea, **given_up)

    answered(cast, now, idea, cast.safer, "JOIN", "It does this already.")
    assert why_not_propose(idea, cast.priya, day_of(now)) == (
        "You said that you would join Safer Places group instead. "
        "Give the idea up and join, or say something else of it."
    )
    decline_idea(idea, **given_up)

    idea.partnership.refresh_from_db()
    assert idea.partnership.state == State.DECLINED


def test_what_is_no_partnership_goes_on_the_list_of_the_rest(cast, now):
    idea, day = stated(cast, now), day_of(now)
    answered(cast, now, idea, cast.safer)
    with pytest.raises(Refused, match="Only what is not a partnership by your answers"):
        keep_idea(idea, kind="GRANT", by=cast.priya, at=now)
    scoped(cast, now, idea, Scope.AIM, Scope.EFFORT)
    assert why_not_propose(idea, cast.priya, day).startswith("By your answers it is not a")
    with pytest.raises(Overtaken):
        scope_idea(idea, noes=[], version=1, by=cast.priya, at=now)

    keep_idea(idea, kind="GRANT", by=cast.priya, at=now)

    kept = RelatedArrangement.objects.get(name="Quiet nights")
    assert (kept.organisation, kept.kind, kept.from_on, kept.note) == (
        cast.thornford,
        "GRANT",
        day,
        TOLD["purpose"],
    )
    idea.partnership.refresh_from_db()
    last = history_of(idea.partnership)[0]
    assert (idea.partnership.state, last.because) == (
        State.DECLINED,
        "Each is after something of its own. "
        "Nothing is done together beyond buying, funding or naming somebody.",
    )


def test_it_goes_on_the_list_of_whoever_leads_by_their_own_officer_only(cast, now):
    idea, day = stated(cast, now), day_of(now)
    scoped(cast, now, idea, Scope.AIM)
    by = {"by": cast.priya, "at": now}
    member = add_member(idea.partnership, cast.police, **by)
    open_seat(member, person=cast.ruth, capacity=Capacity.CHAIR, **by)

    chair = why_not_keep_idea(idea, cast.ruth, day)
    end_organisation(cast.thornford, on=LEFT_ON, by=None, at=now)

    none = "Nobody leads its record, and it goes on the list of whoever does. Say first who."
    assert chair == (
        "Only a partnership officer or manager of Thornford District Council keeps its list."
    )
    assert why_not_keep_idea(idea, cast.ruth, day) == none
    with pytest.raises(Refused, match=none):
        keep_idea(idea, kind="GRANT", by=cast.ruth, at=now)


def test_an_answer_is_about_what_is_found_in_words_by_those_who_keep_it(cast, now):
    van = keep_arrangement(cast.thornford, "Safer streets", kind=RelatedKind.GRANT, by=None, at=now)
    over = register_partnership(
        "Night mopeds", host=cast.thornford, state=State.CLOSED, by=cast.priya, at=now
    )
    idea = stated(cast, now)
    for thing, choice, words, by, reason in [
        (cast.growth, "FITS", "Yes.", "priya", "This is not among the things like your idea"),
        (van, "JOIN", "Yes.", "priya", "Nobody can join a related arrangement"),
        (over, "JOIN", "Yes.", "priya", "It has ended, so nobody can join it"),
        (van, "FITS", " ", "priya", "Say why, in a sentence"),
        (cast.safer, "FITS", "Yes.", "noor", "Only the lead host’s officers"),
        (cast.safer, "FITS", "Yes.", "marcus", "Only the lead host’s officers"),
    ]:
        with pytest.raises(Refused, match=reason):
            answered(cast, now, idea, thing, choice, words, by)
    assert not idea.overlap_answers.exists()

    said = {"choice": "FITS", "words": "Yes.", "version": 1, "by": cast.priya, "at": now}
    answer_overlap(idea, van.public_id, **said)
    with pytest.raises(Overtaken):
        answer_overlap(idea, van.public_id, **said)
    assert idea.overlap_answers.count() == 1


def test_a_record_that_nobody_thought_out_goes_on_unless_something_is_like_it(cast, now):
    told = {"host": cast.thornford, "by": cast.priya, "at": now}
    like = register_partnership("Safer streets", purpose=TOLD["purpose"], **told)
    other = register_partnership("Hot meals", **told)
    go = {"because": "Go", "by": cast.priya, "at": now}

    with pytest.raises(Refused, match="It looks like Safer Places group"):
        move_record(like, State.PROPOSED, **go)
    move_record(like, State.DECLINED, **go)
    move_record(other, State.PROPOSED, **go)

    assert (like.state, other.state) == (State.DECLINED, State.PROPOSED)
