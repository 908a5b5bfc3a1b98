from datetime import date, datetime, timedelta

import pytest

from joinedup.domain.basics.days import LONDON
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.partnerships.actions import end_membership
from joinedup.domain.sharing.actions import (
    amend_sharing,
    record_sharing_decision,
    withdraw_sharing,
)
from joinedup.domain.sharing.answering import Verdict
from joinedup.domain.sharing.kinds import (
    Assessment,
    Basis,
    Condition,
    DataKind,
    Outcome,
    Purpose,
    SharingState,
)
from joinedup.domain.sharing.models import SharingArrangement, SharingDecision
from joinedup.domain.sharing.queries import (
    answer_for,
    decisions_visible_to,
    due_for,
    first_that_need,
    sharing_visible_to,
    state_on,
    waiting_for,
)
from tests.cast import EVERYBODY
from tests.domain.sharing.agreeing import KINDS, arranged, confirm, in_force, question, terms

pytestmark = pytest.mark.django_db


def state(day):
    return state_on(SharingArrangement.objects.get(), day)


def verdict(cast, day, **other):
    return answer_for(cast.memberships["police"], question(cast, **other), day)[0].verdict


def test_an_arrangement_holds_once_every_body_has_confirmed_it(cast, now):
    draft = arranged(cast, now)
    waiting = [len(waiting_for(person, now.date())) for person in (cast.ruth, cast.ade)]
    before = state(now.date())
    confirm(draft, cast.memberships["police"], cast.ruth, now)
    half = state(now.date())
    confirm(draft, cast.memberships["thornford"], cast.priya, now)

    assert waiting == [1, 0]
    assert [before, half] == [SharingState.DRAFT] * 2
    days = [date(2026, 3, 31), date(2026, 12, 1), date(2026, 12, 2), date(2027, 4, 1)]
    assert [state(day) for day in days] == [
        SharingState.AHEAD,
        SharingState.IN_FORCE,
        SharingState.OVERDUE,
        SharingState.EXPIRED,
    ]
    assert verbs_about(cast.safer)[-3:] == ["sharing.arranged", *["sharing.confirmed"] * 2]


def test_cover_that_ends_turns_yes_into_ask_at_midnight_in_london(cast, now):
    in_force(cast, now)
    midnight = datetime(2027, 4, 1, tzinfo=LONDON)

    told = [verdict(cast, at.date()) for at in (midnight - timedelta(seconds=1), midnight)]

    assert told == [Verdict.YES, Verdict.ASK]
    assert [len(due_for(cast.priya, day)) for day in (now.date(), date(2027, 4, 1))] == [0, 1]
    told = first_that_need(cast.priya, date(2027, 4, 1))
    assert [(each.membership, each.is_to_confirm) for each in told] == [
        (cast.memberships["police"], False)
    ]


def test_a_change_asks_every_body_again_and_nobody_confirms_what_they_did_not_see(cast, now):
    arrangement = in_force(cast, now)
    amend_sharing(arrangement, version=1, **terms(cast, limits="The ward."), by=cast.ruth, at=now)

    assert (state(now.date()), verdict(cast, now.date())) == (SharingState.DRAFT, Verdict.ASK)
    with pytest.raises(Overtaken, match="has changed since you opened it"):
        confirm(arrangement, cast.memberships["police"], cast.ruth, now, edition=1)
    contacts = arrangement.parties.values_list("contact", flat=True)
    assert [*contacts] == ["The data desk"] * 2
    with pytest.raises(Overtaken):
        amend_sharing(arrangement, version=1, **terms(cast), by=cast.priya, at=now)


def test_a_body_that_has_left_is_named_in_no_new_arrangement(cast, now):
    leaving = cast.memberships["riverside"]
    end_membership(leaving, on=now.date(), because="Done.", by=cast.ruth, at=now)
    later = now + timedelta(days=1)

    for named in ({"source": leaving}, {"recipients": [leaving]}):
        with pytest.raises(Refused, match="Riverside Food Share is not a member now"):
            arranged(cast, later, **named)


def test_what_is_saved_unchanged_asks_nobody_again(cast, now):
    arrangement = in_force(cast, now)
    same = terms(cast, kinds=[*reversed(KINDS)])

    changed = amend_sharing(arrangement, version=1, **same, by=cast.ruth, at=now)

    assert changed is False
    assert (state(now.date()), verdict(cast, now.date())) == (SharingState.IN_FORCE, Verdict.YES)
    assert "sharing.amended" not in verbs_about(cast.safer)


def test_only_those_who_speak_for_a_body_confirm_its_part(cast, now):
    draft = arranged(cast, now)

    for person in (cast.ade, cast.noor, cast.priya, cast.derek):
        with pytest.raises(Refused, match="Only those who sit for Wexmere Police"):
            confirm(draft, cast.memberships["police"], person, now)
    confirm(draft, cast.memberships["police"], cast.ruth, now)
    with pytest.raises(Refused, match="has confirmed this already"):
        confirm(draft, cast.memberships["police"], cast.ruth, now)


def test_what_is_withdrawn_covers_nothing_and_says_why(cast, now):
    arrangement = in_force(cast, now)
    with pytest.raises(Refused, match="Only the lead host’s officers"):
        withdraw_sharing(arrangement, version=1, because="No.", by=cast.ade, at=now)
    withdraw_sharing(arrangement, version=1, because="It was wrong.", by=cast.ruth, at=now)

    answer, _ = answer_for(cast.memberships["police"], question(cast), now.date())

    assert state(now.date()) == SharingState.WITHDRAWN
    assert answer.reasons == ("What covered it was withdrawn: It was wrong.",)
    with pytest.raises(Refused, match="was withdrawn"):
        amend_sharing(arrangement, version=2, **terms(cast), by=cast.ruth, at=now)


def test_what_cannot_be_is_refused_beside_its_field(cast, now):
    police = cast.memberships["police"]
    table = [
        ({"recipients": []}, "recipients"),
        ({"recipients": [police]}, "recipients"),
        ({"basis": Basis.NONE}, "basis"),
        ({"basis": Basis.POLICING, "purpose": Purpose.HELP}, "basis"),
        ({"basis": Basis.POLICING}, "condition"),
        ({"condition": Condition.LE_SAFE}, "condition"),
        ({"condition": Condition.CONSENT}, "condition"),
        ({"kinds": [DataKind.HEALTH], "condition": Condition.OFF_VITAL}, "condition"),
        ({"assessed_on": None}, "assessment"),
        ({"assessment": Assessment.NOT_NEEDED}, "assessment"),
        ({"ends_on": date(2026, 3, 1)}, "ends_on"),
        ({"review_on": date(2026, 3, 1)}, "review_on"),
        ({"limits": "Jane Example, 3/4/2011"}, "limits"),
    ]

    fields = []
    for wrong, _ in table:
        with pytest.raises(Refused) as refusal:
            arranged(cast, now, **wrong)
        fields.append(refusal.value.field)

    assert fields == [field for _, field in table]
    arranged(cast, now, basis=Basis.NONE, kinds=[DataKind.FIGURES])
    arranged(cast, now, basis=Basis.POLICING, condition=Condition.UNTOLD)


def decide(cast, now, outcome, by="ruth", because="The family said no.", on=date(2026, 5, 4)):
    source, by = cast.memberships["police"], cast.people[by]
    told = {"outcome": outcome, "because": because, "on": on}
    return record_sharing_decision(source, question(cast), **told, by=by, at=now)


def test_a_refusal_makes_yes_into_ask_until_it_is_shared_or_arranged_anew(cast, now):
    arrangement, later = in_force(cast, now), now + timedelta(days=1)
    decide(cast, now, Outcome.REFUSED)
    refused = verdict(cast, now.date())
    other = verdict(cast, now.date(), kind=DataKind.OFFENCES)
    amend_sharing(arrangement, version=1, **terms(cast, limits="."), by=cast.ruth, at=later)
    confirm(arrangement, cast.memberships["police"], cast.ruth, later)
    confirm(arrangement, cast.memberships["thornford"], cast.priya, later)
    anew = verdict(cast, later.date())
    decide(cast, later, Outcome.REFUSED, because="Still no.", on=date(2026, 5, 5))
    decide(cast, later, Outcome.SHARED, because="They agree now.", on=date(2026, 5, 6))

    assert [refused, other, anew] == [Verdict.ASK, Verdict.YES, Verdict.YES]
    assert verdict(cast, later.date()) is Verdict.YES
    told = SharingDecision.objects.values_list("outcome", "told")
    assert [*told] == [("SHARED", "ASK"), ("REFUSED", "YES"), ("REFUSED", "YES")]


def test_what_a_body_decided_is_its_own(cast, now):
    decide(cast, now, Outcome.REFUSED)

    seen = {
        kind
        for kind in EVERYBODY
        if kind != "public" and decisions_visible_to(cast.who(kind), now.date()).exists()
    }

    assert seen == {"chair"}
    assert "sharing.decided" not in verbs_about(cast.safer)
    with pytest.raises(Refused, match="Only those who work or sit for Wexmere Police"):
        decide(cast, now, Outcome.REFUSED, by="priya")
    with pytest.raises(Refused, match="looks like a postcode"):
        decide(cast, now, Outcome.SHARED, because="For XX1 2YZ")


def test_arrangements_are_seen_by_those_who_may_open_the_partnership(cast, now):
    arranged(cast, now)

    seen = {kind for kind in EVERYBODY if sharing_visible_to(cast.who(kind), now.date()).exists()}

    assert {*EVERYBODY} - seen == {
        "public",
        "ticket holder",
        "former seat",
        "foreign body's officer",
    }
