"""The councils of a public list, with every name they are called by and what came after them."""

import csv
from collections import defaultdict
from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from joinedup.domain.basics.folding import LONGEST, folded
from joinedup.domain.organisations.actions import (
    add_organisation,
    add_other_name,
    identify_organisation,
    note_successor,
)
from joinedup.domain.organisations.kinds import NameSort, Sector, SuccessionSort
from joinedup.domain.organisations.models import Organisation, Succession
from joinedup.domain.organisations.queries import bearing, found_by, other_names_of, standing
from tests.shared import shared

LIST = "data/real/uk_local_authorities.csv"
REGISTERS = {
    "England": "GB-LAE",
    "Scotland": "GB-LAS",
    "Wales": "GB-PLA",
    "Northern Ireland": "GB-LANI",
}
ENTERED = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)

pytestmark = [pytest.mark.shared_data, pytest.mark.django_db, pytest.mark.once]


def day(text):
    return date.fromisoformat(text) if text else None


def names_of(row):
    """Return what the list calls a council: names are set apart by commas, and hold some."""
    told = {row["official-name"], row["nice-name"], row["alt-names"]}
    parts = row["alt-names"].split(",") if row["nice-name"].count(",") == 0 else []
    return sorted(
        {name.strip() for name in (*told, *parts) if folded(name) and len(name) <= LONGEST}
    )


def enter(row):
    """Put one council in the directory by acts, as an officer would."""
    council = add_organisation(
        row["official-name"],
        sector=Sector.COUNCIL,
        from_on=day(row["start-date"]),
        to_on=day(row["end-date"]),
        by=None,
        at=ENTERED,
    )
    for name in names_of(row):
        if folded(name) != council.folded_name:
            to_on = council.to_on
            add_other_name(council, name, sort=NameSort.ALIAS, to_on=to_on, by=None, at=ENTERED)
    if row["gss-code"]:
        identify_organisation(council, "GSS", row["gss-code"], by=None, at=ENTERED)
    if len(row["local-authority-code"]) <= (4 if row["nation"] == "England" else 3):
        scheme = REGISTERS[row["nation"]]
        identify_organisation(council, scheme, row["local-authority-code"], by=None, at=ENTERED)
    return council


@pytest.fixture(scope="module")
def rows():
    with shared(LIST).open(encoding="utf-8-sig") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def councils(rows, django_db_setup, django_db_blocker):
    """Return the councils by their code, entered once for all the tests here."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield entered_all(rows)
        transaction.set_rollback(True)


def entered_all(rows):
    """Enter the councils, each followed by what came after it, and return them by their code."""
    entered = {row["local-authority-code"]: enter(row) for row in rows}
    for row in rows:
        after = [entered[code] for code in row["replaced-by"].split(",") if code]
        for successor in after:
            note_successor(
                entered[row["local-authority-code"]],
                successor,
                sort=SuccessionSort.SPLIT if len(after) > 1 else SuccessionSort.REPLACED,
                on=day(row["end-date"]),
                by=None,
                at=ENTERED,
            )
    return entered


def test_every_name_finds_every_council_that_ever_bore_it(rows, councils):
    bearers = defaultdict(set)
    for row in rows:
        for name in names_of(row):
            bearers[folded(name)].add(councils[row["local-authority-code"]])

    found = {name: set(bearing(name)) for name in bearers}
    searched = {name: bearers[name] - set(found_by(name, standing())) for name in bearers}

    assert len(councils) == Organisation.objects.count() == 470
    assert found == bearers
    assert {name for name, missed in searched.items() if missed} == set()
    shared_names = {name for name, among in bearers.items() if len(among) > 1}
    assert {"somerset", "north yorkshire"} <= shared_names
    assert {len(found[name]) for name in shared_names} == {2, 3}


def test_every_council_that_ended_says_when_and_what_came_after(rows, councils):
    ended = [row for row in rows if row["end-date"]]

    said = defaultdict(set)
    for link in Succession.objects.all():
        said[link.predecessor_id].add((link.successor_id, link.on))

    replaced = [row for row in ended if row["replaced-by"]]
    assert (len(ended), len(replaced), len(said)) == (73, 48, 48)
    for row in replaced:
        old, on = councils[row["local-authority-code"]], day(row["end-date"])
        after = {councils[code].pk for code in row["replaced-by"].split(",")}
        assert (said[old.pk], old.to_on) == ({(pk, on) for pk in after}, on)
    old = next(one for one in councils.values() if one.name == "Allerdale Borough Council")
    assert other_names_of([old.pk]) == {old.pk: ["Allerdale (until 1 April 2023)"]}
