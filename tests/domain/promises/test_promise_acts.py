from datetime import date, timedelta
from decimal import Decimal

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.partnerships.actions import end_membership, move_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.promises.actions import (
    change_promise,
    deliver_promise,
    make_promise,
    promise_nothing,
    take_back_promise,
    tell_membership,
)
from joinedup.domain.promises.models import NothingPromised, Promise
from joinedup.domain.promises.queries import accounts_of, promises_waiting, spoken_for, visible_to
from joinedup.domain.promises.rules import why_not_answer, why_not_deliver, why_not_take_back
from tests.cast import EVERYBODY
from tests.domain.promises.promising import (
    A_MONTH,
    A_WEEK,
    answered,
    delivered,
    promised,
    released,
    told_of,
)

pytestmark = pytest.mark.django_db


def who_may(cast, rule, promise, now):
    return {
        name
        for name in EVERYBODY.values()
        if name != "anybody" and rule(promise, cast.people[name], day_of(now)) is None
    }


def test_a_promise_is_said_to_be_delivered_by_one_side_and_confirmed_by_the_other(cast, now):
    promise = promised(cast, now)
    makers = who_may(cast, why_not_deliver, promise, now)

    delivered(cast, promise, now, "ade", "The keys are at the desk.")
    confirmers = who_may(cast, why_not_answer, promise, now)
    with pytest.raises(Refused, match="Say why: the other side reads it"):
        answered(cast, promise, now, "ruth", agrees=False)
    answered(cast, promise, now, "ruth", agrees=False, note="It was locked.")
    delivered(cast, promise, now, "ade")
    answered(cast, promise, now, "nadia")

    assert confirmers == {"nadia", "owen", "ruth", "colin", "priya", "ben"}
    assert makers == confirmers | {"ade"}
    assert told_of(promise) == ("DELIVERED", ["MADE", "SAID", "NOT_YET", "SAID", "CONFIRMED"])
    assert verbs_about(cast.safer)[-2:] == ["promise.said", "promise.confirmed"]
    with pytest.raises(Refused, match="It is delivered"):
        delivered(cast, promise, now, "ade")


def test_a_delivery_that_was_only_said_leaves_no_day_behind(cast, now):
    denied, taken_back = promised(cast, now), promised(cast, now, words="A van")
    for each in (denied, taken_back):
        delivered(cast, each, now, "ade")
    answered(cast, denied, now, "ruth", agrees=False, note="It was locked.")
    take_back_promise(taken_back, version=taken_back.version, by=cast.ade, at=now)

    left = [(each.state, each.delivered_on) for each in Promise.objects.order_by("pk")]
    assert left == [("OPEN", None), ("OPEN", None)]


def test_whoever_keeps_the_record_confirms_nothing_of_their_own_body(cast, now):
    promise = promised(cast, now, "county", by="ben")
    delivered(cast, promise, now, "ben")

    with pytest.raises(Refused, match="a member other than Wexmere County Council can answer"):
        answered(cast, promise, now, "colin")

    given = promised(cast, now, "county", to=cast.memberships["riverside"], words="A van")
    delivered(cast, given, now, "ade")
    assert told_of(given) == ("DELIVERED", ["MADE", "CONFIRMED"])


def test_nobodys_promise_is_made_for_them(cast, now):
    asked = promised(cast, now, "riverside", by="colin")
    refused = promised(cast, now, "riverside", "A second room", by="ruth")
    accepters = who_may(cast, why_not_answer, asked, now)
    withdrawers = who_may(cast, why_not_take_back, asked, now)
    with pytest.raises(Refused, match="You do not speak for Riverside Food Share"):
        promised(cast, now, "riverside", by="nadia")

    answered(cast, asked, now, "ade")
    answered(cast, refused, now, "ade", agrees=False, note="We have only one.")

    assert (accepters, withdrawers) == ({"ade"}, {"ruth", "colin", "priya"})
    assert told_of(asked) == ("OPEN", ["PROPOSED", "ACCEPTED"])
    assert told_of(refused) == ("WITHDRAWN", ["PROPOSED", "DECLINED"])


def test_release_takes_both_sides_and_a_reason(cast, now):
    asked, kept, offered = (promised(cast, now, words=words) for words in ("A", "B", "C"))
    with pytest.raises(Refused, match="Say why"):
        released(cast, asked, now, "ade", because=" ")

    released(cast, asked, now, "ade")
    answered(cast, asked, now, "owen")
    released(cast, kept, now, "ade")
    answered(cast, kept, now, "ruth", agrees=False, note="We count on it.")
    released(cast, offered, now, "ruth")
    with pytest.raises(Refused, match="Only those who speak for Riverside Food Share"):
        answered(cast, offered, now, "colin")
    answered(cast, offered, now, "ade")

    assert told_of(asked) == ("RELEASED", ["MADE", "ASKED", "AGREED"])
    assert told_of(kept) == ("OPEN", ["MADE", "ASKED", "HELD"])
    assert told_of(offered) == ("RELEASED", ["MADE", "OFFERED", "AGREED"])


def test_what_a_member_that_has_left_still_owes_can_be_let_go(cast, now):
    promise = promised(cast, now)
    to_it = promised(cast, now, "police", to=cast.memberships["riverside"])
    leaves = {"on": day_of(now) - timedelta(days=1), "because": "Closed.", "by": cast.ruth}
    end_membership(cast.memberships["riverside"], **leaves, at=now)
    promise, to_it = Promise.objects.get(pk=promise.pk), Promise.objects.get(pk=to_it.pk)

    left = [account for account in accounts_of(cast.safer, set(), day_of(now)) if account.has_left]
    released(cast, promise, now, "nadia")
    delivered(cast, to_it, now, "priya")

    assert [(each.promised, each.received) for each in left] == [([promise], [to_it])]
    assert told_of(promise) == ("RELEASED", ["MADE", "RELEASED"])
    assert told_of(to_it) == ("DELIVERED", ["MADE", "CONFIRMED"])


def test_a_yearly_promise_is_due_again_and_its_lateness_is_told_by_the_day(cast, now):
    yearly = {"sort": "CASH", "amount": Decimal(500), "rhythm": "YEARLY"}
    promise = promised(cast, now, words="Our share", **yearly)
    lasting = promised(cast, now, words="Our hall", rhythm="LASTING", due_on=None)
    due = day_of(now) + A_MONTH
    days = [due, due + timedelta(days=1)]
    before = [[each.is_late(day) for day in days] for each in (promise, lasting)]

    delivered(cast, promise, now, "ade")
    while_said = promise.is_late(days[1])
    answered(cast, promise, now, "ruth")

    assert (before, while_said) == ([[False, True], [False, False]], False)
    assert (promise.state, promise.times) == ("OPEN", 1)
    assert promise.due_on == date(due.year + 1, due.month, due.day)


DAY = date(2026, 6, 15)
TOO_EARLY, TOO_LATE = DAY - A_WEEK, DAY + A_WEEK
# The field, for whom, what is told and why not; a short name stands for that member.
CONTRADICTIONS = [
    ("to", "mosque", {"to": "mosque"}, "Nobody promises something to itself"),
    ("to", "mosque", {"to": "elsewhere"}, "Riverside Food Share is not a member here"),
    ("words", "mosque", {"words": " …"}, "Say what is promised"),
    ("words", "riverside", {}, "has promised the same already"),
    ("amount", "mosque", {"sort": "CASH", "amount": Decimal(-5)}, "Enter more than 0"),
    ("amount", "mosque", {"amount": Decimal(5)}, "Only money and hours have an amount"),
    ("due_on", "mosque", {"due_on": None}, "Enter the day by which"),
    ("due_on", "mosque", {"due_on": TOO_EARLY}, "cannot be due before that"),
    ("due_on", "mosque", {"rhythm": "LASTING"}, "Leave it empty"),
    ("promised_on", "mosque", {"promised_on": TOO_LATE}, "Choose today or a day before"),
]


def test_contradictory_promises_are_refused_in_words_beside_what_is_wrong(cast, now):
    members = cast.memberships | {"elsewhere": cast.growth.memberships.get()}
    promise = promised(cast, now)
    said = {"version": 1, "by": cast.ade, "at": now}

    for field, body, told, reason in CONTRADICTIONS:
        to = {"to": members[told["to"]]} if "to" in told else {}
        with pytest.raises(Refused, match=reason) as refusal:
            promised(cast, now, body, **told | to)
        assert refusal.value.field == field
    with pytest.raises(Refused, match="Choose today"):
        deliver_promise(promise, on=TOO_LATE, **said)
    with pytest.raises(Refused, match="cannot have been delivered before"):
        deliver_promise(promise, on=TOO_EARLY, **said)

    assert Promise.objects.get() == promise


def test_a_promise_is_put_right_freely_on_its_first_day_and_grows_afterwards(cast, now):
    promise = promised(cast, now, sort="CASH", words="Our share", amount=Decimal(500))
    due, tomorrow = promise.due_on, now + timedelta(days=1)
    told = {"words": "Our share", "amount": Decimal(400), "due_on": due, "by": cast.ade}

    change_promise(promise, version=1, **told, at=now)
    with pytest.raises(Overtaken):
        change_promise(promise, version=1, **told, at=now)
    for less, reason in [
        ({"amount": None}, "Others rely on £400. Ask to be released"),
        ({"due_on": due + A_WEEK}, "Others rely on 15 July 2026"),
    ]:
        with pytest.raises(Refused, match=reason):
            change_promise(promise, version=2, **told | less, at=tomorrow)
    with pytest.raises(Refused, match="Others rely on it by now"):
        take_back_promise(promise, version=2, by=cast.ade, at=tomorrow)
    with pytest.raises(Refused, match="Only Riverside Food Share can change"):
        change_promise(promise, version=2, **told | {"by": cast.ruth}, at=tomorrow)
    more = {"words": "Our whole share", "amount": Decimal(600)}
    change_promise(promise, version=2, **told | more, at=tomorrow)

    assert (promise.amount, promise.steps.first().note) == (600, "Before: Our share")


def test_what_was_said_by_mistake_is_taken_back_by_whoever_said_it(cast, now):
    made, said, asked, offered = (promised(cast, now, words=words) for words in "ABCD")
    delivered(cast, said, now, "ade")
    released(cast, asked, now, "ade")
    released(cast, offered, now, "ruth")
    with pytest.raises(Refused, match="Only Riverside Food Share can take that back"):
        take_back_promise(said, version=2, by=cast.ruth, at=now)
    with pytest.raises(Refused, match="Only the others can take that back"):
        take_back_promise(offered, version=2, by=cast.ade, at=now)

    take_back_promise(made, version=1, by=cast.ade, at=now)
    for promise, by in ((said, cast.ade), (asked, cast.ade), (offered, cast.ruth)):
        take_back_promise(promise, version=2, by=by, at=now)

    assert told_of(made) == ("WITHDRAWN", ["MADE", "WITHDRAWN"])
    assert told_of(said) == ("OPEN", ["MADE", "SAID", "TAKEN_BACK"])
    assert [told_of(each)[0] for each in (asked, offered)] == ["OPEN", "OPEN"]


def test_a_member_says_that_it_promises_nothing_until_it_promises_something(cast, now):
    mosque = cast.memberships["mosque"]
    with pytest.raises(Refused, match="Only those who speak for Thornford Central Mosque"):
        promise_nothing(mosque, by=cast.ruth, at=now)

    promise_nothing(mosque, by=cast.nadia, at=now)
    with pytest.raises(Refused, match="has said so already"):
        promise_nothing(mosque, by=cast.nadia, at=now)
    promised(cast, now, "mosque")

    assert NothingPromised.objects.count() == 0
    with pytest.raises(Refused, match="has promised something"):
        promise_nothing(mosque, by=cast.nadia, at=now)


def test_ours_come_first_and_the_late_ones_before_the_others(cast, now):
    old = now - 2 * A_MONTH
    kept = promised(cast, now, "police", "A desk")
    late = promised(cast, now, "police", "A car", promised_on=old.date(), due_on=old.date())
    tell = {"brings": "Patrols", "gains": "Quiet nights", "by": cast.ruth, "at": now}
    tell_membership(cast.memberships["police"], version=1, **tell)

    own = spoken_for(cast.ruth, cast.safer, day_of(now))
    first, *others = accounts_of(cast.safer, own, day_of(now))

    assert (first.membership.member_name, first.promised) == ("Wexmere Police", [late, kept])
    assert (first.late(day_of(now)), first.membership.gains) == ([late], "Quiet nights")
    assert [account.is_ours for account in others] == [False] * 5


def test_all_on_the_partnership_read_promises_and_only_those_who_can_act_are_asked(cast, now):
    old = (now - A_MONTH).date()
    late = promised(cast, now, words="Late", promised_on=old, due_on=old)
    promised(cast, now, words="Later")
    said = promised(cast, now, words="Said")
    delivered(cast, said, now, "ade")
    to_police = promised(cast, now, "county", to=cast.memberships["police"], by="ben")
    released(cast, to_police, now, "ben")

    seen = {name for name in EVERYBODY.values() if visible_to(cast.people[name], day_of(now))}
    waiting = {
        name: [promise.words for promise in found]
        for name in seen
        if (found := list(promises_waiting(cast.people[name], day_of(now))))
    }

    assert {"anybody", "invited", "derek", "noor"}.isdisjoint(seen)
    assert seen >= {"ade", "nadia", "owen", "ruth", "colin", "priya", "ben", "marcus", "tom"}
    ruth = ["Said", to_police.words]
    assert waiting == {"ade": [late.words], "ruth": ruth, "colin": ["Said"], "priya": ["Said"]}


def test_nothing_is_promised_where_the_partnership_has_ended(cast, now):
    promise = promised(cast, now)
    for to in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, to, because="Done.", by=cast.priya, at=now)
    ended = Promise.objects.get(pk=promise.pk)
    member = ended.membership

    for act in (
        lambda: delivered(cast, ended, now, "ade"),
        lambda: released(cast, ended, now, "ade"),
        lambda: answered(cast, ended, now, "ade"),
        lambda: take_back_promise(ended, version=1, by=cast.ade, at=now),
        lambda: promise_nothing(member, by=cast.ade, at=now),
        lambda: make_promise(
            member, sort="ROOMS", words="A hall", promised_on=day_of(now), by=cast.ade, at=now
        ),
        lambda: change_promise(
            ended, version=1, words="B", amount=None, due_on=None, by=cast.ade, at=now
        ),
    ):
        with pytest.raises(Refused, match="This partnership has ended"):
            act()
    assert list(promises_waiting(cast.ade, day_of(now) + A_MONTH)) == []
