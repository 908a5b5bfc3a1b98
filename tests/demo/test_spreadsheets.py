"""The spreadsheets of the demonstration, against its bodies and partnerships as written down."""

import csv
import io

import pytest
from django.urls import reverse

from joinedup.demo import content
from joinedup.demo.made_register import COLUMNS, made_register
from joinedup.demo.spreadsheet import ugly_register
from joinedup.domain.matching.known import Known, KnownOrganisation, KnownPartnership, KnownPerson
from joinedup.domain.rolls.planning import plan
from joinedup.domain.rolls.shipping import mapping_for, shipped_mappings
from joinedup.domain.spreadsheets.reading import read_table
from tests.shared import shared

OFFICERS = {"thornford", "county", "farhaven"}


@pytest.fixture(scope="module")
def district():
    bodies = content.bodies()
    people = [(p, p.address(bodies[p.of])) for p in content.people().values()]
    return Known(
        organisations=tuple(
            KnownOrganisation(
                key,
                body.name,
                body.sector,
                tuple(other.name for other in body.names),
                tuple(body.ids.items()),
                key in OFFICERS,
            )
            for key, body in bodies.items()
        ),
        partnerships=tuple(
            KnownPartnership(one.key, one.name, tuple(other.name for other in one.names))
            for one in content.partnerships()
        ),
        people=tuple(KnownPerson(mail, person.name, mail) for person, mail in people if mail),
        host="thornford",
        own=frozenset({"thornford"}),
    )


def planned(data, known):
    table = read_table(data)
    return plan(table, mapping_for(table), known, {})


def created(found):
    return {thing: n for thing, n in found.counts()["created"].items() if n}


def test_the_ugly_spreadsheet_leads_to_three_plain_questions(district):
    found = planned(ugly_register()[1], district)

    assert [question.sentence for question in found.questions] == [
        "Row 14: “Parish councils x28” is not one organisation. What should we do?",
        "Row 22: more than one organisation is or was called “Stokeley with Marsh End Parish "
        "Council”. Which is meant?",
        "Row 35: is “Advice Centre” the same as “Thornford Advice Centre”?",
    ]
    assert (found.rows, found.problems, created(found)["partnerships"]) == (40, (), 40)
    assert {step.outcome for step in found.steps_of("people")} == {"unchanged"}


def test_the_ugly_spreadsheet_is_the_same_file_each_time():
    assert ugly_register() == ugly_register()


def test_the_made_register_has_the_size_of_the_real_one(district):
    found = planned(made_register().encode(), district)

    assert (found.rows, found.problems, found.questions, found.left_out) == (342, (), (), ())
    assert created(found) == {
        "partnerships": 314,
        "organisations": 382,
        "memberships": 656,
        "hosts": 628,
        "people": 418,
        "seats": 649,
    }


def test_the_made_register_is_found_by_its_headings():
    table = read_table(made_register().encode())

    assert table.columns == COLUMNS
    assert mapping_for(table) == shipped_mappings()["made-register"]


def test_the_host_of_the_made_register_can_be_chosen():
    rows = list(csv.DictReader(io.StringIO(made_register("Farhaven Borough Council"))))

    assert {row["Lead host"] for row in rows} == {"Farhaven Borough Council"}


@pytest.mark.shared_data
def test_no_council_of_the_made_register_is_a_real_one():
    real = shared("data/real/uk_local_authorities.csv").read_text().casefold()
    rows = csv.DictReader(io.StringIO(made_register()))
    places = {row["Council"].removesuffix(" District Council") for row in rows}

    assert [place for place in places if place.casefold() in real] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "kept_as"),
    [
        ("demonstration_spreadsheet", "Partnerships register FINAL v7.xlsx"),
        ("demonstration_register", "community-safety-partnerships.csv"),
    ],
)
def test_the_spreadsheets_can_be_kept_in_the_demonstration_alone(client, settings, name, kept_as):
    settings.DEMONSTRATION = True
    shown = client.get(reverse(name))
    settings.DEMONSTRATION = False
    elsewhere = client.get(reverse(name))

    assert (shown.status_code, elsewhere.status_code) == (200, 404)
    assert f'filename="{kept_as}"' in shown.headers["Content-Disposition"]
