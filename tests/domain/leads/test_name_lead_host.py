import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.leads import queries
from joinedup.domain.leads.actions import name_lead_host
from joinedup.domain.leads.queries import lead_of, to_take_on
from joinedup.domain.leads.rules import why_not_lead, why_not_say_lead
from joinedup.domain.organisations.actions import end_organisation
from joinedup.domain.partnerships import queries as register
from joinedup.domain.partnerships.actions import move_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import hosts_of
from joinedup.domain.partnerships.rules import ENDED
from tests.cast import EVERYBODY, LEFT_ON

HAND = (
    "Only an officer or manager of Thornford District Council, which leads the record, "
    "can hand it over."
)
TAKE = "Only a partnership officer or manager of a host or member can take the record on."
SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]


def leave_without_lead(cast, now):
    end_organisation(cast.thornford, on=LEFT_ON, by=None, at=now)


@pytest.mark.parametrize("kind", SIGNED_IN)
def test_only_the_lead_hosts_officers_hand_a_record_over(cast, now, kind):
    reason = why_not_say_lead(cast.safer, cast.who(kind), day_of(now))

    assert reason == (None if kind == "lead host's officer" else HAND)


@pytest.mark.parametrize("kind", SIGNED_IN)
def test_officers_of_hosts_and_members_may_take_on_what_nobody_leads(cast, now, kind):
    leave_without_lead(cast, now)

    reason = why_not_say_lead(cast.safer, cast.who(kind), day_of(now))
    waiting = list(to_take_on(cast.who(kind), day_of(now)))

    may = {"lead host's officer": [], "another host's officer": [cast.safer]}
    assert (reason, waiting) == (None if kind in may else TAKE, may.get(kind, []))


def test_a_record_is_handed_over_and_whoever_led_it_stays_a_host(cast, now):
    name_lead_host(cast.safer, cast.county, by=cast.priya, at=now)

    hosts = [(host.organisation, host.is_lead) for host in hosts_of(cast.safer, day_of(now))]
    assert hosts == [(cast.county, True), (cast.thornford, False)]
    assert history_of(cast.safer)[0].detail == {"host": cast.county.public_id}
    assert why_not_say_lead(cast.safer, cast.ben, day_of(now)) is None


def test_a_member_can_lead_and_becomes_a_host(cast, now):
    name_lead_host(cast.safer, cast.police, by=cast.priya, at=now)

    assert lead_of(cast.safer, day_of(now)) == cast.police


def test_a_record_is_taken_on_when_its_lead_host_has_ended(cast, now):
    leave_without_lead(cast, now)
    assert lead_of(cast.safer, day_of(now)) is None

    name_lead_host(cast.safer, cast.county, by=cast.ben, at=now)

    assert [host.organisation for host in hosts_of(cast.safer, day_of(now))] == [cast.county]
    assert list(to_take_on(cast.ben, day_of(now))) == []


def test_an_officer_takes_a_record_on_for_their_own_body_alone(cast, now):
    leave_without_lead(cast, now)

    reason = why_not_lead(cast.safer, cast.police, cast.ben, day_of(now))

    assert reason == (
        "Only a partnership officer or manager of Wexmere Police can take the record on for it."
    )


@pytest.mark.parametrize("body", ["thornford", "farhaven"])
def test_neither_who_leads_already_nor_a_stranger_can_lead(cast, now, body):
    with pytest.raises(Refused, match="leads it already, has ended, or is neither a host nor"):
        name_lead_host(cast.safer, cast.bodies[body], by=cast.priya, at=now)


def test_of_two_who_take_a_record_on_at_once_one_is_told(cast, now):
    seen = Partnership.objects.get(pk=cast.safer.pk)
    name_lead_host(cast.safer, cast.county, by=cast.priya, at=now)

    with pytest.raises(Overtaken):
        name_lead_host(seen, cast.police, by=None, at=now)


def test_what_is_over_needs_nobody_to_lead_it(cast, now):
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)
    leave_without_lead(cast, now)

    assert why_not_say_lead(cast.safer, cast.ben, day_of(now)) == ENDED
    assert list(to_take_on(cast.ben, day_of(now))) == []


@pytest.mark.parametrize("few", [0, 1])
def test_of_very_many_only_what_may_have_no_lead_is_asked(cast, now, monkeypatch, few):
    for module in (queries, register):
        monkeypatch.setattr(module, "FEW", few)
    assert list(to_take_on(cast.ben, day_of(now))) == []

    leave_without_lead(cast, now)

    assert list(to_take_on(cast.ben, day_of(now))) == [cast.safer]
