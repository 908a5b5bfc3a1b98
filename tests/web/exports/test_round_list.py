"""The partnerships of a round as a file: how many answered and whole results, never an answer."""

import csv
import io

import pytest
from django.urls import reverse

from tests.cast import EVERYBODY

RESULT = ("Band", "Score", "Members asked", "What holds the band down")


def asked(world, who, stage, sort="csv"):
    address = reverse("round_export", args=[world.rounds[stage].public_id, sort])
    return world.cast.client(who).get(address)


def row_of(response):
    (row,) = csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig")))
    return row


def test_a_result_that_stands_is_told_with_who_many_answered(world):
    response = asked(world, "priya", "standing")
    row = row_of(response)

    review = world.review("standing")
    assert (row["Partnership"], row["People asked"], row["People who answered"]) == (
        "Safer Places group",
        "6",
        "4",
    )
    assert (row["Standing"], row["Band"], row["Score"]) == (
        "Stands",
        review.band,
        str(review.overall),
    )
    assert response["Content-Disposition"] == 'attachment; filename="round-2026-06-15.csv"'


def test_a_result_that_does_not_stand_says_draft_in_the_row_and_the_name(world):
    response = asked(world, "priya", "counted")

    assert row_of(response)["Standing"].startswith("Draft until")
    assert "round-draft-2026-06-15.csv" in response["Content-Disposition"]


@pytest.mark.parametrize("who", ["helen", "tom"])
def test_whoever_may_not_read_a_draft_result_reads_how_many_answered(world, who):
    row = row_of(asked(world, who, "counted"))

    assert [row[name] for name in RESULT] == ["", "", "", ""]
    assert row["Standing"] == "Draft, for its members and hosts"
    assert row["People who answered"] == "4"


def test_an_open_round_tells_how_many_answered_and_nothing_else(world):
    row = row_of(asked(world, "priya", "open"))

    assert [row[name] for name in RESULT] == ["", "", "", ""]
    assert (row["Standing"], row["People who answered"]) == ("Not counted yet", "1")


def test_of_a_result_of_too_few_only_that_is_told(world):
    address = reverse("round_export", args=[world.abroad["counted"].public_id, "csv"])

    row = row_of(world.cast.client("noor").get(address))

    assert (row["Band"], row["Score"]) == ("Incomplete", "")
    assert (row["What holds the band down"], row["Band before caps"]) == ("", "")


def test_no_name_and_no_answer_of_anybody_is_in_it(world):
    said = asked(world, "priya", "counted").getvalue().decode()

    names = [world.person(kind).name for kind in EVERYBODY if kind != "public"]
    assert [name for name in names if name in said] == []


@pytest.mark.parametrize("sort", ["xlsx", "ods"])
def test_it_comes_as_a_spreadsheet_too(world, sort):
    assert asked(world, "priya", "standing", sort).getvalue()[:2] == b"PK"


def test_there_are_no_other_formats_and_no_rounds_of_others(world):
    assert asked(world, "priya", "standing", "pdf").status_code == 404
    assert asked(world, "noor", "standing").status_code == 404
