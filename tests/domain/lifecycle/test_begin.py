from datetime import date

import pytest

from joinedup.domain.authorisations.actions import refuse_authorisation
from joinedup.domain.authorisations.models import Authoriser
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.lifecycle.actions import begin_partnership, move_record
from joinedup.domain.lifecycle.queries import gates_of, goes_by_gate
from joinedup.domain.lifecycle.rules import why_not_begin, why_not_begin_now
from joinedup.domain.partnerships.actions import (
    add_member,
    change_partnership,
    open_seat,
    register_partnership,
)
from joinedup.domain.partnerships.kinds import Standing, State
from joinedup.domain.partnerships.models import Membership, Partnership
from tests.cast import EVERYBODY
from tests.domain.authorisations.asking import asked
from tests.domain.authorisations.test_authorisation_acts import granted
from tests.domain.signoffs.signing import named, offered, signed

UNDECIDED = "The lead host has not yet decided."


def proposed(cast, now, **told) -> Partnership:
    """Carry the cast's partnership from an idea: a record of its own, with the cast's members."""
    given = {"tier": 2, "state": State.PROPOSED} | told
    youth = register_partnership("Youth", host=cast.thornford, by=cast.priya, at=now, **given)
    cast.safer = youth
    for body, who in (("thornford", "helen"), ("riverside", "ade"), ("police", "ruth")):
        member = add_member(youth, cast.bodies[body], by=cast.priya, at=now)
        cast.memberships[body] = member
        if body != "police":
            open_seat(member, person=cast.people[who], by=cast.priya, at=now)
    open_seat(cast.memberships["police"], person=cast.ruth, by=cast.priya, at=now)
    return youth


def all_signed(cast, now, edition):
    for body in ("thornford", "riverside", "police"):
        named(cast, now, body)
        signed(cast, now, edition, body)


def test_a_proposed_partnership_begins_when_all_have_signed_and_its_lead_host_said_yes(cast, now):
    youth, day = proposed(cast, now, tier=None), now.date()
    said = [why_not_begin(youth, day)]
    change_partnership(youth, version=youth.version, by=cast.priya, at=now, tier=2)
    said.append(why_not_begin(youth, day))
    edition = offered(cast, now)
    said.append(why_not_begin(youth, day))
    all_signed(cast, now, edition)
    said.append(why_not_begin(youth, day))
    waiting = asked(cast, now)
    said.append(why_not_begin(youth, day))
    granted(waiting, cast, now, ends_on=date(2027, 1, 1))
    youth.refresh_from_db()
    may = {k for k in EVERYBODY if k != "public" and not why_not_begin_now(youth, cast.who(k), day)}

    begin_partnership(youth, because="All is there.", by=cast.priya, at=now)

    assert said == [
        "Work out its tier first: it says what has to be agreed and decided.",
        "Agreement: nothing has been offered to sign yet.",
        "Agreement: Riverside Food Share, Thornford District Council and Wexmere Police "
        "have not signed.",
        UNDECIDED,
        UNDECIDED,
    ]
    assert may == {"lead host's officer"}
    assert (youth.state, youth.starts_on) == (State.ACTIVE, day)
    assert verbs_about(youth)[-2:] == ["partnership.moved", "partnership.changed"]


def test_a_refusal_of_the_lead_host_and_a_yes_that_ended_look_as_undecided(cast, now):
    youth, day = proposed(cast, now), now.date()
    all_signed(cast, now, offered(cast, now))
    refuse_authorisation(asked(cast, now), reasons="No money.", version=1, by=cast.helen, at=now)

    refused = why_not_begin(youth, day)
    granted(
        asked(cast, now, Authoriser.objects.get(), N17={"answer": "YES"}),
        cast,
        now,
        ends_on=date(2026, 7, 1),
    )
    ended = [why_not_begin(youth, on) for on in (date(2026, 7, 1), date(2026, 7, 2))]

    assert refused == UNDECIDED
    assert ended == [None, UNDECIDED]


def test_a_network_needs_its_terms_of_reference_and_nobodys_yes(cast, now):
    network = proposed(cast, now, tier=3)
    edition = offered(cast, now, tier=3, ends_on=date(2026, 7, 1))
    before = why_not_begin(network, now.date())

    all_signed(cast, now, edition)

    assert (before or "").startswith("Terms of reference: ")
    assert why_not_begin(network, now.date()) is None
    assert why_not_begin(network, date(2026, 7, 2)) == (
        "Terms of reference: it ended on 1 July 2026."
    )
    assert [gate.text for gate in gates_of(network, now.date())] == [
        "How significant it is",
        "Who sits for its members",
        "Terms of reference, signed",
    ]


def test_where_fewer_than_two_members_sit_or_one_has_joined_since_it_does_not_begin(cast, now):
    alone = register_partnership(
        "Alone", host=cast.thornford, by=cast.priya, at=now, tier=3, state=State.PROPOSED
    )
    nobody = why_not_begin(alone, now.date())
    network = proposed(cast, now, tier=3)
    all_signed(cast, now, offered(cast, now, tier=3))

    add_member(network, cast.county, by=cast.priya, at=now)

    assert nobody == "Fewer than two members have somebody on a place. Say who sits for them."
    assert why_not_begin(network, now.date()) == (
        "Terms of reference: Wexmere County Council has not signed."
    )
    with pytest.raises(Refused, match="Wexmere County Council has not signed"):
        begin_partnership(network, because="", by=cast.priya, at=now)


def test_what_goes_by_the_gate_begins_there_alone_and_what_came_as_it_is_is_moved(cast, now):
    go = {"because": "Go", "by": cast.priya, "at": now}
    told = {"host": cast.thornford, "by": None, "at": now, "state": State.PROPOSED}
    before = register_partnership("Old", **told, agreed_before=True)
    network = proposed(cast, now, tier=3)
    with pytest.raises(Refused, match="nothing has been offered to sign yet"):
        move_record(network, State.ACTIVE, **go)
    all_signed(cast, now, offered(cast, now, tier=3))
    with pytest.raises(Refused, match="Let it begin on the page of its own"):
        move_record(network, State.ACTIVE, **go)

    move_record(before, State.ACTIVE, **go)

    assert (network.state, before.state) == (State.PROPOSED, State.ACTIVE)


def test_only_what_is_carried_from_an_idea_here_goes_by_the_gate(cast, now):
    youth = proposed(cast, now)
    before = register_partnership(
        "Old", host=cast.thornford, by=None, at=now, state=State.PROPOSED, agreed_before=True
    )

    by_gate = [goes_by_gate(each) for each in (youth, before, cast.growth)]

    assert by_gate == [True, False, False]


def test_a_text_of_a_lower_tier_and_one_nobody_has_to_sign_do_not_open_the_gate(cast, now):
    youth, day = proposed(cast, now, tier=3), now.date()
    all_signed(cast, now, offered(cast, now, tier=3))
    youth.refresh_from_db()
    before = why_not_begin(youth, day)
    change_partnership(youth, version=youth.version, by=cast.priya, at=now, tier=1)
    raised = why_not_begin(youth, day)
    change_partnership(youth, version=youth.version, by=cast.priya, at=now, tier=3)
    Membership.objects.filter(partnership=youth).update(standing=Standing.OBSERVER)

    watched = why_not_begin(youth, day)

    assert before is None
    assert raised == (
        "Agreement: the tier has been raised since. Take up its clauses, and offer that text."
    )
    assert watched == (
        "Terms of reference: all its members are observers, so nobody has signed it."
    )


def test_no_record_is_moved_by_hand_past_the_gate_but_it_is_moved_back(cast, now):
    youth = proposed(cast, now)
    with pytest.raises(Refused, match="nothing has been offered to sign yet"):
        move_record(youth, State.ACTIVE, because="Now.", by=cast.priya, at=now)

    move_record(youth, State.DECLINED, because="Nobody came.", by=cast.priya, at=now)

    assert youth.state == State.DECLINED
