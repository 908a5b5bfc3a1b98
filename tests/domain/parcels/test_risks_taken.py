from tests.domain.parcels.test_appraised import rows_of
from tests.domain.risks.listing import add


def test_a_body_takes_along_its_own_risks_and_the_shared_ones_and_nobody_elses(cast, now):
    add(cast, now, cause="shared")
    add(cast, now, "thornford", cause="thornford")
    add(cast, now, "county", "ben", cause="county")

    taken = {
        (who, body): [
            (row["What could happen"], row["Own list of"], row["Kind"], row["Impact now"])
            for row in rows_of(cast, who, body, "risks", now)
        ]
        for who, body in (("priya", "thornford"), ("ben", "county"), ("ben", "thornford"))
    }

    shared = ("shared", None, "Partner capacity or withdrawal", 3)
    assert taken == {
        ("priya", "thornford"): [shared, ("thornford", cast.thornford.name, *shared[2:])],
        ("ben", "county"): [shared, ("county", cast.bodies["county"].name, *shared[2:])],
        ("ben", "thornford"): [shared],
    }
