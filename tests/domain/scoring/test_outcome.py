import json

from joinedup.domain.scoring.outcome import as_json, from_stored, stored
from joinedup.domain.scoring.results import score
from joinedup.domain.scoring.sheets import Sheet
from tests.domain.instruments.made import all_of, sheets, small, yearly


def test_the_json_of_a_result_holds_printed_figures():
    instrument = small(MORE='[[unscored]]\nid = "dk"\nlabel = "I do not know"')
    answers = [
        {"A1": 5, "A2": 4, "B1": 1, "B2": "dk"},
        {"A1": 4, "A2": 4, "B1": 3, "B2": "dk"},
        {"A1": 4, "A2": 5, "B1": 5, "B2": 1},
    ]

    result = score(instrument, sheets(*answers, organisations="AAB"))

    assert as_json(result) == {
        "by_person": view(3.2, 4.3, 2.0),
        "by_organisation": view(3.3, 4.4, 2.3),
        "statements": {
            "A1": figures(4.3333, 0.9444),
            "A2": figures(4.3333, 0.9444),
            "B1": figures(3.0, 0.3333, split=True),
            "B2": figures(1.0, None, unsure=0.6667),
        },
        "respondents": 3,
        "organisations": 2,
        "indicative": False,
    }


def view(overall, first, second):
    sections = {"A": {"score": first, "band": None}, "B": {"score": second, "band": None}}
    words = {"band": None, "uncapped_band": None, "caps": []}
    return {"overall": overall, **words, "sections": sections}


def figures(mean, agreement, *, split=False, unsure=0.0):
    return {"mean": mean, "agreement": agreement, "split": split, "dont_know_share": unsure}


def test_withheld_figures_are_null_and_the_band_incomplete():
    printed = as_json(score(yearly(), [Sheet("p", "A", {"SF1": "na"})]))

    assert printed["by_person"] == {
        "overall": None,
        "band": "Incomplete",
        "uncapped_band": None,
        "caps": [],
        "sections": {code: {"score": None, "band": None} for code in ("SF", "SP", "SI", "SM")},
    }
    assert printed["statements"]["SF1"] == figures(None, None, unsure=None)


def test_a_stored_result_comes_back_to_the_last_fraction():
    answered = sheets(
        all_of(3, SF1="dk", SF8=0), all_of(1, SF8=1), all_of(0, SI1=None), organisations="AAB"
    )
    result = score(yearly(), answered)

    kept = json.loads(json.dumps(stored(result)))

    assert from_stored(kept) == result
    assert as_json(from_stored(kept)) == as_json(result)
    assert kept["by_person"]["means"]["SF8"] == "1/3"
