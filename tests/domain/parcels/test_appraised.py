from joinedup.domain.parcels.own import everything_of
from tests.domain.appraisals.answering import ACTION
from tests.domain.authorisations.asking import asked

PARTLY = {"answer": "PARTLY", "evidence": "Not yet."} | ACTION


def rows_of(cast, who, body, part, now):
    whole = everything_of(cast.bodies[body], cast.people[who], now)
    sheet = whole.parts[part].sheet()
    return [dict(zip([c.heading for c in sheet.columns], row, strict=True)) for row in sheet.rows]


def test_a_body_takes_its_own_appraisals_along_and_nobody_elses(cast, now):
    asked(cast, now, N17=PARTLY)

    told = rows_of(cast, "priya", "thornford", "appraisals", now)
    waiting = rows_of(cast, "priya", "thornford", "authorisations", now)
    others = [rows_of(cast, "ben", body, "appraisals", now) for body in ("county", "thornford")]

    [short] = [row for row in told if row["Answer"] == "Partly"]
    assert (len(told), short["Question"], short["By whom"]) == (31, "N17", "Kim Lee")
    assert (short["Decision"], short["Done on"]) == ("Proceed with conditions", None)
    assert [(row["Asked of"], row["What became of it"]) for row in waiting] == [
        ("Helen Castle", "Waiting for a decision")
    ]
    assert others == [[], []]
