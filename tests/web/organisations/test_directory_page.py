import pytest
from django.urls import reverse

from joinedup.domain.organisations.actions import add_organisation, add_other_name
from joinedup.domain.organisations.kinds import NameSort, Sector
from joinedup.domain.partnerships.actions import add_member, register_partnership
from tests.cast import EVERYBODY
from tests.web.reading import links_of, page_text, table_of

QUERIES = 10
PAGE = "/organisations/"


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_the_directory_is_open_to_everybody_who_has_signed_in(cast, kind):
    response = cast.client(EVERYBODY[kind]).get(PAGE)

    assert [row[0] for row in table_of(response)[1:]] == [
        "Farhaven Borough Council",
        "Riverside Food Share",
        "Thornford Academy",
        "Thornford Central Mosque",
        "Thornford District Council",
        "Wexmere County Council",
        "Wexmere Police",
    ]


def test_nobody_sees_it_without_signing_in(cast):
    assert cast.client("anybody").get(PAGE).status_code == 302


@pytest.mark.parametrize(("who", "shared"), [("ade", "1"), ("noor", "0"), ("invited", "0")])
def test_only_partnerships_the_viewer_may_see_are_counted(cast, who, shared):
    rows = table_of(cast.client(who).get(PAGE, {"name": "riverside"}))

    assert rows[1:] == [["Riverside Food Share", "Charity or voluntary group", shared]]


def test_any_name_it_ever_had_finds_it_and_is_told(cast, now):
    add_other_name(cast.riverside, "Soup Kitchen", sort=NameSort.FORMER, by=cast.priya, at=now)

    rows = table_of(cast.client("ade").get(PAGE, {"name": "KITCHEN soup"}))

    assert rows[1][0] == "Riverside Food Share Also or formerly Soup Kitchen"


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"sector": "COUNCIL"}, 3),
        ({"sector": "COUNCIL", "name": "thorn"}, 1),
        ({"sector": "X"}, 7),
        ({"name": "\x00"}, 7),
    ],
)
def test_the_list_is_narrowed_and_what_makes_no_sense_is_left_out(cast, asked, count):
    assert len(table_of(cast.client("ade").get(PAGE, asked))) == count + 1


def test_nothing_found_says_what_to_try(cast):
    said = page_text(cast.client("ade").get(PAGE, {"name": "zebra"}))

    assert "No organisation was found Try fewer words" in said


@pytest.mark.parametrize(("who", "may"), [("priya", True), ("grace", True), ("ade", False)])
def test_adding_is_offered_to_those_who_may(cast, who, may):
    assert (reverse("organisation_new") in links_of(cast.client(who).get(PAGE))) == may


@pytest.mark.parametrize("more", [0, 30])
def test_many_rows_take_the_queries_of_few(cast, now, django_assert_num_queries, more):
    for number in range(more):
        body = add_organisation(
            f"Allotment {number:02}", sector=Sector.COMMUNITY, by=cast.priya, at=now
        )
        shared = register_partnership(f"P{number}", host=cast.thornford, by=cast.priya, at=now)
        add_member(shared, body, by=cast.priya, at=now)
    client = cast.client("priya")

    with django_assert_num_queries(QUERIES):
        response = client.get(PAGE)

    assert len(table_of(response)) == min(25, 7 + more) + 1
