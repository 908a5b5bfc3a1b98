from datetime import date

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.organisations.actions import (
    add_organisation,
    change_organisation,
    end_organisation,
)
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import visible_to

ON = date(2026, 3, 31)


def test_a_body_that_ended_keeps_its_page(cast, now):
    end_organisation(cast.farhaven, on=ON, because="Reorganised.", by=cast.priya, at=now)

    kept = Organisation.objects.get(pk=cast.farhaven.pk)
    assert (kept.to_on, kept.holds_on(ON), kept.holds_on(date(2026, 4, 1))) == (ON, True, False)
    assert cast.farhaven in visible_to(cast.ade)
    entry = history_of(cast.farhaven)[0]
    assert (entry.because, entry.detail) == ("Reorganised.", {"on": "31 March 2026"})


def test_it_ends_once_and_not_before_it_began(cast, now):
    new = add_organisation("New Council", from_on=date(2026, 4, 1), by=cast.priya, at=now)

    with pytest.raises(Refused, match="It began on 1 April 2026") as refusal:
        end_organisation(new, on=ON, by=cast.priya, at=now)
    assert refusal.value.field == "on"

    end_organisation(new, on=date(2026, 5, 1), by=cast.priya, at=now)
    with pytest.raises(Refused, match="It is noted already that New Council ended on 1 May 2026"):
        end_organisation(new, on=date(2026, 5, 2), by=cast.priya, at=now)


def test_a_wrong_end_is_corrected_in_its_entry(cast, now):
    end_organisation(cast.farhaven, on=ON, by=cast.priya, at=now)

    change_organisation(cast.farhaven, version=2, to_on=None, by=cast.priya, at=now)

    assert Organisation.objects.get(pk=cast.farhaven.pk).to_on is None
    assert history_of(cast.farhaven)[0].detail == {"was": {"to_on": "2026-03-31"}}


def test_an_entry_cannot_end_before_it_begins(cast, now):
    with pytest.raises(Refused, match="It began on") as refusal:
        add_organisation("A", from_on=ON, to_on=date(2020, 1, 1), by=cast.priya, at=now)

    assert refusal.value.field == "to_on"


def test_a_stranger_cannot_end_a_body(cast, now):
    with pytest.raises(Refused, match="Only a partnership officer"):
        end_organisation(cast.farhaven, on=ON, by=cast.ade, at=now)
