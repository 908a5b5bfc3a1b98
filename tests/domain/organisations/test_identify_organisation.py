import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.organisations.actions import identify_organisation
from joinedup.domain.organisations.queries import known_as
from joinedup.domain.organisations.rules import why_not_identified_by

TAKEN = (
    "Official area code (GSS) E07000999 is that of Thornford District Council, in the directory "
    "already."
)


@pytest.mark.parametrize(
    ("scheme", "value", "reason"),
    [
        ("GB-CHC", "1234567", None),
        ("GSS", "E07000998", None),
        ("GSS", "E07000999", TAKEN),
        ("GSS", "e07000999", TAKEN),
        ("GSS", "Thornford", "An area code is a letter and eight figures, such as E07000123."),
        ("XX", "1", "“XX” is not a register we know."),
    ],
)
def test_a_number_belongs_to_one_body_and_a_register_we_know(cast, scheme, value, reason):
    assert why_not_identified_by(scheme, value) == reason


def test_a_number_finds_the_body(cast, now):
    identify_organisation(cast.riverside, "GB-CHC", " 1234567 ", by=cast.priya, at=now)

    assert known_as("GB-CHC", "1234567") == cast.riverside
    assert known_as("GB-COH", "1234567") is None
    assert history_of(cast.riverside)[0].detail == {"scheme": "GB-CHC", "value": "1234567"}


def test_codes_are_written_in_capitals(cast, now):
    identify_organisation(cast.county, "GSS", "e10000999", by=cast.priya, at=now)

    assert known_as("GSS", "E10000999") == cast.county


def test_a_taken_number_is_refused_beside_its_field(cast, now):
    with pytest.raises(Refused) as refusal:
        identify_organisation(cast.county, "GSS", "E07000999", by=cast.priya, at=now)

    assert (refusal.value.field, refusal.value.reason) == ("value", TAKEN)
    assert known_as("GSS", "E07000999") == cast.thornford


def test_a_stranger_cannot_number_a_body(cast, now):
    with pytest.raises(Refused, match="Only a partnership officer"):
        identify_organisation(cast.county, "GB-CHC", "1234567", by=cast.ade, at=now)


def test_a_charity_of_two_nations_has_two_numbers_and_each_finds_it(cast, now):
    identify_organisation(cast.riverside, "GB-CHC", "1,234,567", by=cast.priya, at=now)
    identify_organisation(cast.riverside, "GB-SC", "sc 12345", by=cast.priya, at=now)

    assert [str(number) for number in cast.riverside.identifiers.all()] == [
        "GB-CHC-1234567",
        "GB-SC-SC012345",
    ]
    assert known_as("GB-SC", "SC012345") == cast.riverside


def test_a_number_typed_otherwise_is_still_taken(cast, now):
    identify_organisation(cast.riverside, "GB-COH", "123456", by=cast.priya, at=now)

    assert why_not_identified_by("GB-COH", "company no. 00123456") == (
        "Company number 00123456 is that of Riverside Food Share, in the directory already."
    )
