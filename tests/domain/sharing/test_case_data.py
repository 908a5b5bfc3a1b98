from joinedup.domain.sharing.case_data import POSTCODE, case_data_in, why_not_kept

TABLE = {
    "Sent to 943 476 5919 by mail": "an NHS number",
    "9434765919": "an NHS number",
    "AB 12 34 56 C": "a National Insurance number",
    "AB-12-34-56-C": "a National Insurance number",
    "qq123456b": "a National Insurance number",
    "Jane Example, 3/4/2011": "a name with a date of birth",
    "Jane O’Hara (3 April 2011)": "a name with a date of birth",
    "a child born on 3 April 2011": "a name with a date of birth",
    "DOB: 03.04.11": "a name with a date of birth",
    "lives at XX1 2YZ": "a postcode",
    "the council asked again on 3 April 2026": None,
    "ring 01632 960 123": None,
    "9434765918": None,
    "Schedule 1 paragraph 18, Article 9(2)(a)": None,
    "": None,
}


def test_what_looks_like_one_persons_data_is_told_from_what_does_not():
    assert {text: case_data_in(text) for text in TABLE} == TABLE


def test_the_refusal_says_what_to_do():
    assert why_not_kept("Fine.", "XX1 2YZ") == (
        "This looks like a postcode. Nothing about a single person is kept here. Say it without."
    )


def test_an_office_has_a_postcode_and_nothing_else_of_a_person():
    told = [why_not_kept(text, but=POSTCODE) for text in ("Town Hall, XX1 2YZ", "9434765919")]

    assert [told[0], (told[1] or "")[:27]] == [None, "This looks like an NHS numb"]
