import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.organisations.actions import (
    correct_identifier,
    identify_organisation,
    remove_identifier,
)
from joinedup.domain.organisations.queries import known_as


@pytest.fixture
def number(cast, now):
    identify_organisation(cast.riverside, "GB-CHC", "1234567", by=cast.priya, at=now)
    return cast.riverside.identifiers.get()


def test_a_mistyped_number_is_put_right_and_the_history_keeps_what_it_was(cast, now, number):
    correct_identifier(number, " 1 234 568", because="A slip.", by=cast.priya, at=now)

    assert (known_as("GB-CHC", "1234567"), known_as("GB-CHC", "1234568")) == (None, cast.riverside)
    entry = history_of(cast.riverside)[0]
    assert (entry.because, entry.detail) == (
        "A slip.",
        {"scheme": "GB-CHC", "value": "1234568", "old": "1234567"},
    )


def test_the_same_number_again_leaves_no_trace(cast, now, number):
    correct_identifier(number, "1234567", by=cast.priya, at=now)

    assert verbs_about(cast.riverside)[-1] == "organisation.identified"


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("12", "A charity number has six or seven figures"),
        ("7654321", "is that of Thornford Central Mosque"),
    ],
)
def test_it_cannot_become_what_is_no_number_or_anothers(cast, now, number, value, reason):
    identify_organisation(cast.mosque, "GB-CHC", "7654321", by=cast.priya, at=now)

    with pytest.raises(Refused, match=reason) as refusal:
        correct_identifier(number, value, by=cast.priya, at=now)

    assert (refusal.value.field, known_as("GB-CHC", "1234567")) == ("value", cast.riverside)


def test_a_number_taken_away_may_be_given_to_another(cast, now, number):
    remove_identifier(number, because="It is the mosque’s.", by=cast.priya, at=now)
    identify_organisation(cast.mosque, "GB-CHC", "1234567", by=cast.priya, at=now)

    assert known_as("GB-CHC", "1234567") == cast.mosque
    entry = history_of(cast.riverside)[0]
    assert (entry.verb, entry.because, entry.detail) == (
        "organisation.unnumbered",
        "It is the mosque’s.",
        {"scheme": "GB-CHC", "value": "1234567"},
    )


def test_a_stranger_can_do_neither(cast, now, number):
    with pytest.raises(Refused, match="Only a partnership officer"):
        correct_identifier(number, "1234568", by=cast.ade, at=now)
    with pytest.raises(Refused, match="Only a partnership officer"):
        remove_identifier(number, because="", by=cast.ade, at=now)

    assert known_as("GB-CHC", "1234567") == cast.riverside
