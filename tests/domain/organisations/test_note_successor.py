from datetime import date

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.organisations.actions import (
    change_organisation,
    note_successor,
    remove_successor,
)
from joinedup.domain.organisations.kinds import SuccessionSort
from joinedup.domain.organisations.models import Succession
from joinedup.domain.organisations.queries import came_before
from joinedup.domain.organisations.rules import why_not_succeed

ON = date(2023, 4, 1)


def test_what_came_after_is_told_in_both_histories(cast, now):
    note_successor(
        cast.farhaven, cast.county, sort=SuccessionSort.MERGED, on=ON, by=cast.priya, at=now
    )

    link = Succession.objects.get()
    assert (link.predecessor, link.successor, link.sort, link.on) == (
        cast.farhaven,
        cast.county,
        SuccessionSort.MERGED,
        ON,
    )
    assert [
        (history_of(body)[0].verb, history_of(body)[0].detail["body"])
        for body in (cast.farhaven, cast.county)
    ] == [
        ("organisation.succeeded", cast.county.public_id),
        ("organisation.inherited", cast.farhaven.public_id),
    ]


def test_a_body_split_into_two_has_both_after_it(cast, now):
    for body in (cast.county, cast.thornford):
        note_successor(cast.farhaven, body, sort=SuccessionSort.SPLIT, by=cast.priya, at=now)

    assert {link.successor for link in cast.farhaven.successions.all()} == {
        cast.county,
        cast.thornford,
    }


def test_circles_are_refused_however_long(cast, now):
    note_successor(cast.police, cast.county, by=cast.priya, at=now)
    note_successor(cast.county, cast.farhaven, by=cast.priya, at=now)

    assert came_before(cast.police, cast.farhaven)
    assert why_not_succeed(cast.farhaven, cast.police) == (
        "Farhaven Borough Council came after Wexmere Police, so Wexmere Police cannot have come "
        "after it."
    )
    assert why_not_succeed(cast.police, cast.police) == "A body cannot come after itself."
    assert why_not_succeed(cast.police, cast.county) == (
        "It is noted already that Wexmere County Council came after Wexmere Police."
    )
    assert why_not_succeed(cast.police, cast.farhaven) is None


def test_nothing_comes_after_a_body_before_it_began(cast, now):
    change_organisation(cast.farhaven, version=1, from_on=date(2024, 1, 1), by=cast.priya, at=now)

    with pytest.raises(Refused, match="began on 1 January 2024, which is later") as refusal:
        note_successor(cast.farhaven, cast.county, on=ON, by=cast.priya, at=now)

    assert (refusal.value.field, Succession.objects.exists()) == ("on", False)


def test_a_mistake_is_taken_away_and_both_histories_say_so(cast, now):
    link = note_successor(cast.farhaven, cast.county, by=cast.priya, at=now)

    remove_successor(link, because="Another Farhaven.", by=cast.priya, at=now)

    assert not Succession.objects.exists()
    assert verbs_about(cast.farhaven)[-1] == "organisation.unsucceeded"
    assert verbs_about(cast.county)[-1] == "organisation.disinherited"


def test_a_stranger_can_do_neither(cast, now):
    link = note_successor(cast.farhaven, cast.county, by=cast.priya, at=now)

    with pytest.raises(Refused, match="Only a partnership officer"):
        note_successor(cast.county, cast.thornford, by=cast.ade, at=now)
    with pytest.raises(Refused, match="Only a partnership officer"):
        remove_successor(link, because="", by=cast.ade, at=now)

    assert list(Succession.objects.all()) == [link]
