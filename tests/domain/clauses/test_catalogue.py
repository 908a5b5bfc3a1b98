from joinedup.domain.clauses.catalogue import catalogue, in_groups, needed_by

EVERYBODY = "AG1 AG2 AG4 AG5 AG9 AG12 AG13 AG14 AG17 AG20 AG27 AG34 AG35 AG36 AG37 AG39 AG40"


def test_each_tier_decides_on_its_own_clauses_and_every_agreement_on_its_end():
    every = [f"AG{number}" for number in range(1, 41)]
    money = {"AG21", "AG22", "AG23", "AG24", "AG38"}

    assert [matter.code for matter in needed_by(1)] == every == list(catalogue())
    assert {m.code for m in needed_by(1)} - {m.code for m in needed_by(2)} == money
    assert [matter.code for matter in needed_by(3)] == EVERYBODY.split()
    assert [matter.code for matter in needed_by(3) if matter.is_exit] == ["AG36", "AG37"]


def test_clauses_stand_in_groups_with_guidance_and_their_gaps_are_known():
    assert list(in_groups({"AG40", "AG2", "AG1"})) == ["Who", "Agreeing"]
    assert [m.code for m in in_groups({"AG40", "AG2", "AG1"})["Who"]] == ["AG1", "AG2"]
    assert all(matter.guidance.endswith(".") for matter in catalogue().values())
    assert catalogue()["AG32"].gaps == ("[whom]", "[how many]")
    assert catalogue()["AG36"].gaps == ()
