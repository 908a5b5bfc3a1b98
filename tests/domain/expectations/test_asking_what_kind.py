from datetime import timedelta

import pytest

from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.expectations.actions import (
    answer_kind,
    ask_kind,
    open_passed,
    put_kind_in_record,
    settle_kind,
)
from joinedup.domain.expectations.kinds import COLUMNS
from joinedup.domain.expectations.models import KindAnswer, KindAsking
from joinedup.domain.expectations.queries import (
    answer_for,
    answers_shown_to,
    askings_to_answer,
    askings_to_repeat,
    askings_to_settle,
    askings_visible_to,
    compared,
    kind_found,
    latest_asking,
)
from joinedup.domain.expectations.rules import (
    why_not_answer,
    why_not_ask,
    why_not_draft_agreement,
    why_not_put_kind,
    why_not_settle,
)
from joinedup.domain.journal.models import Entry
from joinedup.domain.notices.models import Message
from joinedup.domain.partnerships.actions import end_membership, move_partnership, open_seat
from joinedup.domain.partnerships.kinds import Kind, State
from joinedup.domain.steps.shown import shown_beside
from tests.cast import EVERYBODY
from tests.domain.expectations.asking import DAYS, all_answered, answer, asked
from tests.domain.expectations.test_comparing import said

SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]
KEEPERS = {"chair", "coordinator", "lead host's officer"}
OUTSIDE = {"ticket holder", "former seat", "foreign body's officer"}


def those_who_may(cast, rule, *things):
    return {kind for kind in SIGNED_IN if not rule(*things[:1], cast.who(kind), *things[1:])}


def refused(act, *args, **given):
    with pytest.raises(Refused) as refusal:
        act(*args, **given)
    return refusal.value.reason


def settle(cast, asking, at, settled="DIFFER", kind="", because="We said so."):
    asking.refresh_from_db()
    said = {"settled": settled, "kind": kind, "because": because}
    settle_kind(asking, version=asking.version, **said, by=cast.ruth, at=at)


def test_those_who_keep_the_record_ask_and_those_who_speak_for_members_answer(cast, now):
    day = now.date()
    ask = those_who_may(cast, why_not_ask, cast.safer, day)

    asking = asked(cast, now)

    county = cast.memberships["county"]
    answers = {k for k in SIGNED_IN if not why_not_answer(asking, county, cast.who(k), day)}
    knows = {k for k in SIGNED_IN if asking in askings_visible_to(cast.who(k), day)}
    assert (ask, answers) == (KEEPERS, {"coordinator", "another host's officer"})
    assert knows == set(SIGNED_IN) - OUTSIDE


def test_the_members_are_asked_once_at_a_time_with_a_day_that_is_still_to_come(cast, now):
    by = {"by": cast.priya, "at": now}
    days = (now.date(), now.date() + timedelta(days=200))
    early, late = (refused(ask_kind, cast.safer, closes_on=day, **by) for day in days)
    alone = refused(ask_kind, cast.growth, closes_on=now.date() + DAYS, by=cast.noor, at=now)
    asking = asked(cast, now)
    twice = refused(asked, cast, now)
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)

    assert early == "Choose a day that is still to come."
    assert late == "Choose a day within half a year. Nobody sees any answer before it."
    assert alone == "There is nothing to compare before it has two members. Add them first."
    assert twice == "The members are being asked already, until 29 June 2026."
    ended = "This partnership has ended. Its record is kept as it was."
    asking = KindAsking.objects.get(pk=asking.pk)
    assert why_not_ask(cast.safer, cast.priya, now.date()) == ended
    assert refused(answer, cast, asking, now, "riverside", "333333") == ended


def test_nobody_sees_an_answer_before_the_last_member_has_answered(cast, now):
    asking, day = asked(cast, now), now.date()
    for body in ("thornford", "county", "police", "riverside", "mosque"):
        answer(cast, asking, now, body, "333333")
        assert compared(latest_asking(cast.safer), day) is None
    told = why_not_draft_agreement(cast.safer, day)

    answer(cast, asking, now, "academy", "444444")

    found = compared(latest_asking(cast.safer), day)
    assert told is not None
    assert "are being asked what kind of partnership this is, until 29 June 2026" in told
    assert found is not None
    assert found.sentence == "Members see different kinds of partnership."
    assert [each.member for each in found.said][:2] == ["Riverside Food Share", "Thornford Academy"]
    assert refused(answer, cast, asking, now, "police", "111111", version=1) == (
        "The answers are open to all members now, so nobody can change one any more."
    )


def test_once_the_day_has_passed_what_there_is_is_open_and_noted_by_the_service(cast, now):
    asking = asked(cast, now)
    answer(cast, asking, now, "police", "333333")
    last, after = now + DAYS, now + DAYS + timedelta(days=1)
    open_passed(at=last)
    on_the_day = compared(latest_asking(cast.safer), last.date())

    found = compared(latest_asking(cast.safer), after.date())
    open_passed(at=after)

    asking.refresh_from_db()
    assert on_the_day is None
    assert found is not None
    assert found.sentence == "Only Wexmere Police answered, so there is nothing to compare."
    assert (asking.shown_at, asking.differs) == (after, False)
    assert askings_to_settle(cast.priya, after.date()).count() == 0
    again = f"{found.sentence} Ask them again"
    assert why_not_settle(asking, cast.priya, after.date()) == f"{again}."
    assert why_not_draft_agreement(cast.safer, after.date()) == (
        f"{again} before an agreement is drafted."
    )


def test_an_answer_of_a_member_that_left_before_it_was_open_is_not_counted(cast, now):
    asking = asked(cast, now)
    for body in ("police", "mosque"):
        answer(cast, asking, now, body, "333333")
    end_membership(cast.memberships["mosque"], on=now.date(), because="So.", by=cast.priya, at=now)
    after = now + DAYS + timedelta(days=1)

    open_passed(at=after)

    found = shown_beside(cast.safer.pk, [], after)
    assert (found["kind_answers"], found["kind_differs"]) == (1, False)


def test_a_member_that_left_is_neither_waited_for_nor_shown_and_one_that_joined_is(cast, now):
    asking, later = asked(cast, now), now + timedelta(days=2)
    for body in ("mosque", "thornford", "county", "police", "riverside"):
        answer(cast, asking, now, body, "333333" if body != "mosque" else "111111")
    for body in ("academy", "mosque"):
        end_membership(
            cast.memberships[body], on=now.date(), because="Moved.", by=cast.priya, at=now
        )

    answer(cast, asking, later, "police", "333332", version=1)

    found = compared(latest_asking(cast.safer), later.date())
    assert found is not None
    assert (found.sentence, found.agreed) == (
        "All members who answered see a coordinated partnership.",
        Kind.COORDINATED,
    )
    assert "Mosque" not in str(found.said)


def test_an_answer_can_be_changed_until_then_and_only_its_giver_is_shown_it(cast, now):
    asking = asked(cast, now)
    first = answer(cast, asking, now, "county", "111111")
    again = answer(cast, asking, now, "county", "111111")
    answer(cast, asking, now, "county", "222222", version=1)

    there = answer_for(asking, cast.memberships["county"])

    shown = [answers_shown_to(there, cast.people[name]) for name in ("colin", "ben", "priya")]
    assert first == again == there
    assert shown == [said("county", "222222").answers, {}, {}]


def test_two_who_speak_for_one_member_never_overwrite_each_other_unawares(cast, now):
    asking = asked(cast, now)
    answer(cast, asking, now, "county", "111111")

    with pytest.raises(Overtaken, match="Somebody else answered for the same member"):
        answer(cast, asking, now, "county", "444444", by="ben")
    answer(cast, asking, now, "county", "444444", by="ben", version=1)

    assert [(a.risk, a.answered_by) for a in KindAnswer.objects.all()] == [
        (Kind.COLLABORATIVE, cast.ben)
    ]


def test_nobody_answers_for_another_member_or_in_part(cast, now):
    asking = asked(cast, now)

    foreign = refused(answer, cast, asking, now, "police", "333333", by="priya")
    police, by = cast.memberships["police"], {"by": cast.ruth, "at": now}
    part = {"objectives": Kind.COLLABORATIVE, "planning": Kind.UNTOLD}
    half = refused(answer_kind, asking, police, version=0, **by, **part)

    assert foreign == "You do not speak for Wexmere Police in this partnership."
    assert half == "Give an answer to “How much is planned together?”"


def test_a_difference_is_settled_with_reasons_before_an_agreement_is_drafted(cast, now):
    day = now.date()
    before = why_not_draft_agreement(cast.safer, day)
    asking = all_answered(cast, now, riverside="444444")
    differ = why_not_draft_agreement(cast.safer, day)
    may = those_who_may(cast, why_not_settle, asking, day)
    reasons = [
        refused(settle, cast, asking, now, "AGREED", because="We talked."),
        refused(settle, cast, asking, now, "DIFFER", because=" "),
    ]

    settle(cast, asking, now, "DIFFER", because="We pay; they run it. Both know it.")

    assert before == (
        "Nobody has asked the members yet what kind of partnership this is. "
        "Ask them before an agreement is drafted."
    )
    assert differ == (
        "Members see different kinds of partnership. Write down how you deal with it before an "
        "agreement is drafted: that you agree now, or that you differ and why."
    )
    assert (may, reasons) == (KEEPERS, ["Say which kind you agree on.", "Say why."])
    assert why_not_draft_agreement(cast.safer, day) is None
    assert why_not_put_kind(asking, cast.ruth, day) == "The members have not agreed on one kind."

    settle(cast, asking, now, "AGREED", Kind.COORDINATED)

    assert kind_found(latest_asking(cast.safer), day) == Kind.COORDINATED


def test_members_who_agree_settle_nothing_and_put_the_kind_in_the_record(cast, now):
    asking, day = all_answered(cast, now), now.date()
    may = those_who_may(cast, why_not_put_kind, asking, day)

    put_kind_in_record(asking, by=cast.colin, at=now)

    cast.safer.refresh_from_db()
    settled = why_not_settle(asking, cast.ruth, day)
    again = why_not_put_kind(latest_asking(cast.safer), cast.ruth, day)
    assert (may, cast.safer.kind) == (KEEPERS, Kind.COORDINATED)
    assert settled == "The members agree, so there is nothing to settle."
    assert again == "The record says so already: coordinated."
    assert why_not_draft_agreement(cast.safer, day) is None


def test_what_was_asked_again_leaves_what_was_said_before_as_it_is(cast, now):
    first, later = all_answered(cast, now, riverside="444444"), now + timedelta(days=1)
    asked(cast, later)

    settled, put = (
        rule(first, cast.ruth, later.date()) for rule in (why_not_settle, why_not_put_kind)
    )

    assert settled == "The members have been asked again since. Settle what they said then."
    assert put == "The members have been asked again since."


def test_what_needs_whom_while_members_are_asked_and_after(cast, now):
    day, year = now.date(), now + timedelta(days=340)
    asking = asked(cast, now)

    def to_answer():
        waits = {k: askings_to_answer(cast.who(k), day, 5) for k in SIGNED_IN}
        return {k: [m.member_name for _, m in w] for k, w in waits.items() if w}

    waiting = to_answer()
    answer(cast, asking, now, "thornford", "333333")
    open_seat(cast.memberships["riverside"], by=cast.priya, at=now)
    left = to_answer().keys()
    for body in ("county", "police", "riverside", "mosque", "academy"):
        answer(cast, asking, now, body, "444444" if body == "police" else "333333")
    settles = {k for k in SIGNED_IN if askings_to_settle(cast.who(k), day)}
    asks = [{k for k in SIGNED_IN if askings_to_repeat(cast.who(k), d)} for d in (day, year.date())]

    assert waiting == {
        "core seat": ["Riverside Food Share"],
        "associate seat": ["Thornford Central Mosque"],
        "observer seat": ["Thornford Academy"],
        "chair": ["Wexmere Police"],
        "coordinator": ["Wexmere County Council"],
        "lead host's officer": ["Thornford District Council"],
    }
    assert left == waiting.keys() - {"lead host's officer"}
    assert (settles, asks) == (KEEPERS, [set(), KEEPERS])


def test_the_journal_tells_that_a_member_answered_and_never_what(cast, now):
    asking = asked(cast, now)
    answer(cast, asking, now, "police", "111111")

    told = Entry.objects.filter(verb__startswith="kind.")

    assert [(each.verb, each.because, each.detail) for each in told] == [
        ("kind.answered", "", {"member": "Wexmere Police"}),
        ("kind.asked", "", {"on": "29 June 2026"}),
    ]
    assert str(KindAnswer.objects.get()).endswith("has answered")


def test_whoever_sits_for_a_member_is_written_to_twice_and_never_told_an_answer(cast, now):
    asking = asked(cast, now)
    first = {each.to: each for each in Message.objects.all()}
    for body in ("thornford", "county", "police", "riverside", "mosque", "academy"):
        answer(cast, asking, now, body, "111111" if body == "police" else "333333")

    then = [each for each in Message.objects.all() if each not in first.values()]

    sitting = {cast.people[name] for name in ("ruth", "colin", "ade", "nadia", "owen")}
    page = f"/partnerships/{cast.safer.public_id}/kind/"
    mails = [*first.values(), *then]
    assert (set(first), {each.to for each in then}) == (sitting, sitting)
    assert first[cast.ade].subject == "What kind of partnership is it for you?"
    assert "Safer Places group what kind of partnership it is. You sit for Riverside" in (
        first[cast.ade].body
    )
    assert {each.subject for each in then} == {"What members say their partnership is"}
    assert all(page in each.body for each in mails)
    assert not any(kind in each.body.lower() for each in mails for kind in map(str.lower, COLUMNS))
