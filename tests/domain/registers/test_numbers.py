import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.registers.numbers import normalised, why_not_number
from joinedup.domain.registers.schemes import SCHEMES

CODES = sorted(SCHEMES)
# What the registers' own examples look like, and how people type them.
TYPED = [
    ("GSS", " e07000123 ", "E07000123"),
    ("GB-CHC", "Reg. charity no: 1,234,567", "1234567"),
    ("GB-CHC", "1234567 – 1", "1234567-1"),
    ("GB-CHC", "１２３４５６７", "1234567"),
    ("GB-SC", "SCO12345", "SC012345"),
    ("GB-SC", "sc 012345", "SC012345"),
    ("GB-SC", "12345", "SC012345"),
    ("GB-NIC", "NIC 100123", "100123"),
    ("GB-REV", "xr 12345", "XR12345"),
    ("GB-COH", "GB-COH-09506232", "09506232"),
    ("GB-COH", "Company number 123456", "00123456"),
    ("GB-COH", "sc 12345", "SC012345"),
    ("GB-COH", "ni5", "NI000005"),
    ("GB-COH", "OC301234", "OC301234"),
    ("GB-COH", "IP12345R", "IP12345R"),
    ("GB-COH", "R0001234", "R0001234"),
    ("GB-MPR", "235c", "235C"),
    ("GB-EDU", "URN 123456", "123456"),
    ("GB-WALEDU", "660/2130", "6602130"),
    ("GB-SCOTEDU", "521 7631", "5217631"),
    ("GB-IRN", "5420059", "542-0059"),
    ("GB-IRN", "542/0059", "542-0059"),
    ("GB-UKPRN", "UKPRN: 10012345", "10012345"),
    ("GB-HESA", "69", "0069"),
    ("GB-NHS", "7a1a5", "7A1A5"),
    ("GB-LAE", "wot", "WOT"),
    ("GB-PLA", "AGY", "AGY"),
    ("GB-SHPE", "l 1234", "L1234"),
    ("GB-GOR", "ot1211", "OT1211"),
    ("GB-COE", "608393", "608393"),
    ("XI-LEI", "7245 00PM K2A2 M1SQ Q228", "724500PMK2A2M1SQQ228"),
    ("XI-ROR", "https://ror.org/05ASF4E91", "05asf4e91"),
    ("XI-WIKIDATA", "https://www.wikidata.org/wiki/Q1377", "Q1377"),
]


@pytest.mark.parametrize(("scheme", "typed", "value"), TYPED)
def test_a_number_is_brought_into_the_form_of_its_register(scheme, typed, value):
    assert (why_not_number(scheme, typed), normalised(scheme, typed)) == (None, value)


@pytest.mark.parametrize(
    ("scheme", "typed", "reason"),
    [
        ("GSS", "Thornford", "An area code is a letter and eight figures, such as E07000123."),
        ("GB-CHC", "12345", "A charity number has six or seven figures, such as 1234567."),
        (
            "GB-CHC",
            "SC012345",
            "A charity number has six or seven figures, such as 1234567. What you typed looks "
            "like another: Charity number, Scotland.",
        ),
        (
            "GB-COH",
            "XX123456",
            "A company number has eight figures, such as 01234567, or two letters and six "
            "figures, such as SC123456.",
        ),
        (
            "GB-UKPRN",
            "20012345",
            "A learning provider number has eight figures and begins with 1, such as 10012345.",
        ),
        ("XX", "1", "“XX” is not a register we know."),
    ],
)
def test_what_is_no_number_is_told_what_one_looks_like(scheme, typed, reason):
    assert why_not_number(scheme, typed) == reason


def test_a_wrong_figure_in_a_checked_number_is_noticed():
    right = "724500PMK2A2M1SQQ228"

    wrong = [right[:18] + f"{check:02}" for check in range(100) if f"{check:02}" != right[18:]]

    assert why_not_number("XI-LEI", right) is None
    assert all(why_not_number("XI-LEI", number) for number in wrong)


@pytest.mark.parametrize("scheme", CODES)
def test_every_register_has_a_name_a_sentence_and_an_example_that_is_one(scheme):
    told = SCHEMES[scheme]
    examples = re.findall(r"(?:such as | or )([A-Z0-9a-z-]*\d[A-Z0-9a-z-]*)(?=[,. ]|$)", told.shape)

    assert told.label
    assert told.shape.endswith(".")
    assert [example for example in examples if why_not_number(scheme, example)] == []


@given(st.sampled_from(CODES), st.text(max_size=30))
def test_whatever_is_typed_is_taken_or_refused_with_a_sentence(scheme, typed):
    reason = why_not_number(scheme, typed)

    assert reason is None or reason.endswith(".")


@given(st.data(), st.sampled_from(CODES))
def test_a_number_that_is_taken_stays_as_it_is(data, scheme):
    value = data.draw(st.from_regex(SCHEMES[scheme].pattern, fullmatch=True).filter(str.isascii))
    if why_not_number(scheme, value) is None:
        once = normalised(scheme, value)

        assert normalised(scheme, once) == once
        assert why_not_number(scheme, once) is None


@given(st.integers(min_value=1, max_value=99_999_999), st.sampled_from(["", " ", "no. ", "\t"]))
def test_any_figures_make_a_company_number_of_eight(number, before):
    assert normalised("GB-COH", f"{before}{number}") == f"{number:08}"


@given(st.integers(min_value=1, max_value=999_999), st.sampled_from(["SC", "sc ", "SC-", ""]))
def test_a_scottish_number_is_the_same_however_it_is_typed(number, before):
    assert normalised("GB-SC", f"{before}{number}") == f"SC{number:06}"
