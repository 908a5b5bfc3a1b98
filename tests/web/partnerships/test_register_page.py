from datetime import date

import pytest
from django.urls import reverse

from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.partnerships.actions import (
    add_partnership_name,
    change_partnership,
    register_partnership,
    report_score,
)
from joinedup.domain.partnerships.kinds import State, Told
from tests.cast import EVERYBODY
from tests.rounds import opened, sealed
from tests.web.reading import page_text, table_of

NOBODY = {"ticket holder", "former seat"}


def register(cast, who="priya", **asked):
    return cast.client(who).get(reverse("register"), asked)


def names(response):
    return [row[0].split(" Also")[0] for row in table_of(response)[1:]]


def registered(cast, now, name, **details):
    return register_partnership(name, host=cast.thornford, by=cast.priya, at=now, **details)


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_each_person_sees_the_partnerships_of_their_own_and_no_others(cast, kind):
    said = page_text(register(cast, EVERYBODY[kind]))

    is_foreign = kind == "foreign body's officer"
    assert ("Safer Places group" in said) == (kind not in NOBODY and not is_foreign)
    assert ("Farhaven Growth Board" in said) == is_foreign


def test_nobody_sees_it_without_signing_in(cast):
    response = register(cast, "anybody")

    assert (response.status_code, response["Location"]) == (302, "/sign-in/?next=/partnerships/")


def test_a_row_tells_what_a_committee_wants_to_know(cast, now):
    change_partnership(
        cast.safer,
        version=cast.safer.version,
        by=cast.priya,
        at=now,
        agreement=Told.YES,
        agreement_ends_on=date(2027, 3, 31),
        exit_plan=Told.NO,
    )
    report_score(cast.safer, 2025, overall=71.2, band="Sound", by=cast.priya, at=now)

    assert table_of(register(cast)) == [
        ["Partnership", "Members", "Tier", "Band", "Next date", "Missing"],
        [
            "Safer Places group We make the streets of Thornford safer by day and by night.",
            "6",
            "1 significant",
            "Sound 71.2 2025, reported",
            "31 March 2027 agreement ends",
            "No exit plan",
        ],
    ]


def test_what_nobody_has_told_us_is_never_called_missing(cast, now):
    registered(cast, now, "Youth", state=State.IDEA)

    rows = table_of(register(cast, name="youth"))

    assert rows[1] == [
        "Youth Idea",
        "0",
        "Not yet told us",
        "None yet",
        "None known",
        "Not all told us",
    ]


def test_a_band_of_our_own_stands_before_a_reported_one(cast, now, clock):
    report_score(cast.safer, 2025, overall=50, band="Fragile", by=cast.priya, at=now)
    sealed(cast, now, {"ruth": 3, "colin": 3, "ade": 3, "nadia": 3, "owen": 3})
    draft = table_of(register(cast))[1][3]

    clock.shift(60 * 60 * 24 * 30)

    assert draft == "Fragile 50.0 2025, reported"
    assert table_of(register(cast))[1][3].endswith(" 2026")


def test_an_open_review_is_the_next_date(cast, now):
    opened(cast, now)

    assert table_of(register(cast))[1][4] == "13 July 2026 review closes"


def test_any_name_it_ever_had_finds_it_and_is_told(cast, now):
    add_partnership_name(
        cast.safer, "Crime & Disorder Panel", sort=NameSort.FORMER, by=cast.priya, at=now
    )

    rows = table_of(register(cast, name="disorder CRIME"))

    assert rows[1][0].startswith("Safer Places group Also or formerly Crime & Disorder Panel.")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Safer Places group", "Youth Idea"]),
        ({"name": "zebra"}, []),
        ({"state": "IDEA"}, ["Youth Idea"]),
        ({"tier": "1"}, ["Safer Places group"]),
        ({"kind": "COLLABORATIVE"}, ["Safer Places group"]),
        ({"place": "thorn"}, ["Safer Places group"]),
        ({"place": "e07000999 "}, ["Safer Places group"]),
        ({"missing": "yes"}, ["Youth Idea"]),
        ({"name": "safer", "state": "IDEA"}, []),
        ({"state": "HAPPY", "tier": "9", "host": "x", "after": "x"}, None),
        ({"name": "\x00", "place": "a" * 300, "page": "2", "state__in": "IDEA"}, None),
    ],
)
def test_the_list_is_narrowed_and_what_makes_no_sense_is_left_out(cast, now, asked, found):
    registered(cast, now, "Youth", exit_plan=Told.NO)
    everything = ["Safer Places group", "Youth Idea"]

    response = register(cast, **asked)

    shown = [
        name.replace(" We make the streets of Thornford safer by day and by night.", "")
        for name in names(response)
    ]
    assert (response.status_code, shown) == (200, everything if found is None else found)


def test_the_hosts_of_the_list_are_there_to_choose_from(cast, now):
    registered(cast, now, "Youth")

    response = register(cast, host=cast.county.public_id)

    assert "Farhaven Borough Council" not in page_text(response)
    assert len(table_of(response)) == 2


def test_the_figures_above_the_table_are_links_to_what_they_count(cast, now):
    registered(cast, now, "Youth", exit_plan=Told.NO)

    said = page_text(register(cast))

    assert "2 in all 1 at the idea stage 1 active 1 of tier 1 1 with something missing" in said
    assert len(table_of(register(cast, missing="yes"))) == 2


def test_a_person_without_partnerships_is_told_what_they_will_see(cast):
    said = page_text(register(cast, "invited"))

    assert "There is no partnership here that you can see yet." in said
    assert "Register a partnership" not in said


def test_an_officer_with_an_empty_register_is_shown_the_next_step(cast, now):
    said = page_text(register(cast, "ben", name=""))

    assert "Register a partnership" in said


def test_themes_are_counted_and_narrow_the_list(cast, now):
    themes = ["Safety", "Young people"]
    change_partnership(cast.safer, version=cast.safer.version, by=cast.priya, at=now, themes=themes)
    other = register_partnership("Youth", host=cast.thornford, by=cast.priya, at=now)
    change_partnership(other, version=1, by=cast.priya, at=now, themes=["young people"])
    change_partnership(cast.growth, version=1, by=cast.noor, at=now, themes=["Harbour"])
    client = cast.client("priya")

    every = client.get("/partnerships/")
    narrowed = client.get("/partnerships/", {"theme": "Safety"})

    assert "Young people (2)" in page_text(every)
    assert "Harbour" not in page_text(every)
    assert [row[0].split(" We")[0] for row in table_of(narrowed)[1:]] == ["Safer Places group"]


@pytest.mark.parametrize(("sector", "found"), [("FAITH", True), ("HEALTH", False)])
def test_the_sector_of_a_member_narrows_the_list(cast, sector, found):
    response = cast.client("priya").get(reverse("register") + f"?sector={sector}")

    assert ("1 partnership" in page_text(response)) == found
