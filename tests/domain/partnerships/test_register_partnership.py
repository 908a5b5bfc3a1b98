from datetime import date

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.organisations.actions import end_post
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.partnerships.kinds import Kind, State, Told
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import hosts_of, visible_to
from joinedup.domain.partnerships.rules import why_not_register, why_not_register_any
from tests.cast import EVERYBODY

ONLY = (
    "Only a partnership officer or manager of Thornford District Council "
    "can register a partnership for it."
)
ONLY_ANY = "Only a partnership officer or manager can register a partnership."
SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]
OFFICERS = {"lead host's officer", "another host's officer", "foreign body's officer"}


@pytest.mark.parametrize("kind", SIGNED_IN)
def test_only_the_hosts_own_officers_register_for_it(cast, now, kind):
    reason = why_not_register(cast.thornford, cast.who(kind), day_of(now))

    assert reason == (None if kind == "lead host's officer" else ONLY)


@pytest.mark.parametrize("kind", SIGNED_IN)
def test_an_officer_of_any_body_registers_for_some_body(cast, now, kind):
    reason = why_not_register_any(cast.who(kind), day_of(now))

    assert reason == (None if kind in OFFICERS else ONLY_ANY)


def test_registering_enters_the_record_with_its_lead_host(cast, now):
    partnership = register_partnership(
        " St Mary’s Youth Project ",
        host=cast.thornford,
        by=cast.priya,
        at=now,
        purpose="Somewhere to go after school.",
    )

    kept = Partnership.objects.get(pk=partnership.pk)
    assert (kept.name, kept.folded_name) == ("St Mary’s Youth Project", "saint marys youth project")
    assert (kept.state, kept.kind, kept.tier) == (State.IDEA, Kind.UNTOLD, None)
    assert (kept.agreement, kept.exit_plan) == (Told.UNTOLD, Told.UNTOLD)
    assert [host.organisation for host in hosts_of(kept, day_of(now))] == [cast.thornford]
    assert verbs_about(kept) == ["partnership.registered"]
    assert history_of(kept)[0].detail == {"host": cast.thornford.public_id}


def test_who_registers_sees_what_they_registered(cast, now):
    partnership = register_partnership("Youth", host=cast.thornford, by=cast.priya, at=now)

    assert partnership in visible_to(cast.priya, day_of(now))
    assert partnership not in visible_to(cast.ben, day_of(now))


@pytest.mark.parametrize(
    ("details", "field", "reason"),
    [
        ({"name": " … "}, "name", "Enter a name with letters or numbers in it."),
        (
            {"starts_on": date(2026, 2, 1), "ends_on": date(2026, 1, 1)},
            "ends_on",
            "A partnership cannot end before it starts.",
        ),
        ({"reference": "P-1"}, "reference", "Reference P-1 is taken."),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(cast, now, details, field, reason):
    register_partnership("First", host=cast.thornford, by=cast.priya, at=now, reference="P-1")

    with pytest.raises(Refused) as refusal:
        register_partnership(
            **({"name": "Second"} | details), host=cast.thornford, by=cast.priya, at=now
        )

    assert (refusal.value.field, refusal.value.reason) == (field, reason)
    assert not Partnership.objects.filter(name="Second").exists()


def test_two_partnerships_without_a_reference_do_not_collide(cast, now):
    for name in ("First", "Second"):
        register_partnership(name, host=cast.thornford, by=cast.priya, at=now)

    assert Partnership.objects.filter(reference="", name__in=["First", "Second"]).count() == 2


def test_an_officer_who_has_left_cannot_register(cast, now):
    end_post(cast.priya.posts.get(), on=day_of(cast.at), because="", by=cast.grace, at=now)

    with pytest.raises(Refused, match=ONLY):
        register_partnership("Youth", host=cast.thornford, by=cast.priya, at=now)
