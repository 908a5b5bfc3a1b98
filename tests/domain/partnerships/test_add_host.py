import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.actions import add_host
from joinedup.domain.partnerships.queries import hosts_of, visible_to
from joinedup.domain.partnerships.rules import why_not_add_host
from tests.cast import EVERYBODY

ONLY = "Only the lead host’s officers, the chair and the coordinator can change this record."
KEEPERS = {"lead host's officer", "chair", "coordinator"}


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_only_those_who_keep_the_record_add_a_host(cast, now, kind):
    reason = why_not_add_host(cast.safer, cast.farhaven, cast.who(kind), day_of(now))

    assert reason == (None if kind in KEEPERS else ONLY)


def test_another_host_stands_after_the_lead_and_its_people_see_the_record(cast, now):
    add_host(cast.safer, cast.farhaven, by=cast.priya, at=now)

    hosts = [(host.organisation, host.is_lead) for host in hosts_of(cast.safer, day_of(now))]
    assert hosts == [(cast.thornford, True), (cast.county, False), (cast.farhaven, False)]
    assert cast.safer in visible_to(cast.noor, day_of(now))
    assert history_of(cast.safer)[0].detail == {"host": cast.farhaven.public_id}


@pytest.mark.parametrize("body", ["thornford", "county"])
def test_a_host_is_not_added_twice(cast, now, body):
    host = cast.bodies[body]

    with pytest.raises(Refused, match=f"{host} is already a host."):
        add_host(cast.safer, host, by=cast.priya, at=now)
