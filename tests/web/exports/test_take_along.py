import csv
import io

import pytest
from django.urls import reverse

from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.partnerships.actions import add_partnership_name, register_partnership
from joinedup.domain.partnerships.kinds import State
from tests.cast import EVERYBODY
from tests.domain.documents.reading import letters_of
from tests.web.reading import links_of

REGISTER, PLACES = "register_export", "memberships_export"
MAIL = "@mail.example"


def asked(cast, who, page=REGISTER, sort="csv", **query):
    return cast.client(who).get(reverse(page, args=[sort]), query)


def rows_of(response):
    return list(csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig"))))


def names(response):
    return [row["Partnership"] for row in rows_of(response)]


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_each_person_takes_along_what_they_see_and_no_more(cast, kind):
    sees = {
        "ticket holder": [],
        "former seat": [],
        "foreign body's officer": ["Farhaven Growth Board"],
    }

    assert names(asked(cast, EVERYBODY[kind])) == sees.get(kind, ["Safer Places group"])


def test_a_list_is_taken_along_as_it_was_narrowed(cast, now):
    for name, state in (("Youth", State.IDEA), ("Warm Homes", State.ACTIVE)):
        register_partnership(name, host=cast.thornford, state=state, by=cast.priya, at=now)

    found = [names(asked(cast, "priya", **query)) for query in ({"state": "IDEA"}, {"name": "hom"})]

    assert found == [["Youth"], ["Warm Homes"]]
    assert len(names(asked(cast, "priya"))) == 3


def test_a_row_tells_the_record_and_leaves_empty_what_nobody_told(cast, now):
    add_partnership_name(cast.safer, "=Streets; calm", sort=NameSort.ALIAS, by=cast.priya, at=now)

    row = rows_of(asked(cast, "priya"))[0]

    told = ("Other names", "Tier", "Lead host", "Agreement", "Exit plan")
    assert [row[name] for name in told] == [
        '"=Streets; calm"',
        "1, significant",
        "Thornford District Council",
        "",
        "",
    ]
    assert row["Members"].startswith("Riverside Food Share; Thornford Academy")


@pytest.mark.parametrize(
    ("who", "sees"), [("priya", True), ("ruth", True), ("ade", False), ("ben", False)]
)
def test_addresses_are_told_to_those_who_keep_the_record(cast, who, sees):
    said = asked(cast, who, PLACES).getvalue().decode()

    assert ("Ruth Bello" in said, MAIL in said) == (True, sees)


def test_who_left_is_in_no_list(cast):
    assert "Derek Finch" not in asked(cast, "priya", PLACES).getvalue().decode()


@pytest.mark.parametrize("page", [REGISTER, PLACES, "directory_export"])
@pytest.mark.parametrize("sort", ["xlsx", "ods"])
def test_every_list_comes_in_every_format(cast, page, sort):
    response = asked(cast, "priya", page, sort)

    assert response.getvalue()[:2] == b"PK"
    assert response["Content-Disposition"].endswith(f'-2026-06-15.{sort}"')
    assert response["Cache-Control"] == "no-store"


def test_the_printed_register_says_what_was_asked_and_indexes_every_name(cast, now):
    add_partnership_name(cast.safer, "Street Watch", sort=NameSort.FORMER, by=cast.priya, at=now)

    said = "".join(letters_of(asked(cast, "priya", sort="pdf", state="ACTIVE").getvalue()))

    for words in ("Registerofpartnerships", "StateActive", "1.SaferPlacesgroup", "Indexofnames"):
        assert words in said
    assert "StreetWatchentry1" in said


@pytest.mark.parametrize("sort", ["exe", "docx", "CSV"])
def test_there_are_no_other_formats(cast, sort):
    assert asked(cast, "priya", sort=sort).status_code == 404


def test_the_pages_offer_the_files_with_what_was_asked(cast):
    query = {"name": "safer", "odd__key": "1"}
    links = links_of(cast.client("priya").get(reverse("register"), query))

    assert f"{reverse(REGISTER, args=['ods'])}?name=safer" in links
    assert f"{reverse(PLACES, args=['csv'])}?name=safer" in links
