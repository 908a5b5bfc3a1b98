"""The register a page at a time, in as many queries for one row as for many."""

import pytest
from django.urls import reverse

from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.partnerships.actions import (
    add_member,
    add_partnership_name,
    register_partnership,
    report_score,
)
from tests.delivery.markup import Markup
from tests.web.reading import table_of

QUERIES = 17


def fill(cast, now, count):
    for number in range(count):
        partnership = register_partnership(
            f"Network {number:02}", host=cast.thornford, by=cast.priya, at=now
        )
        add_member(partnership, cast.riverside, by=cast.priya, at=now)
        add_partnership_name(
            partnership, f"Web {number}", sort=NameSort.ALIAS, by=cast.priya, at=now
        )
        report_score(partnership, 2025, overall=60, band="Sound", by=cast.priya, at=now)


def page(client, query=""):
    response = client.get(reverse("register") + query)
    links = {
        attrs["rel"]: attrs["href"]
        for tag, attrs in Markup(response.text).elements
        if tag == "a" and attrs.get("rel") in ("next", "prev")
    }
    return [row[0] for row in table_of(response)[1:]], links


@pytest.mark.parametrize("rows", [0, 2])
def test_one_row_and_three_take_the_same_queries(cast, now, django_assert_num_queries, rows):
    fill(cast, now, rows)
    client = cast.client("priya")

    with django_assert_num_queries(QUERIES):
        response = client.get(reverse("register"))

    assert len(table_of(response)) == rows + 2


@pytest.mark.parametrize("rows", [1, 3])
def test_searching_and_turning_pages_takes_four_more(cast, now, django_assert_num_queries, rows):
    fill(cast, now, rows + 1)
    client = cast.client("priya")
    first = cast.safer.__class__.objects.get(name="Network 00")

    with django_assert_num_queries(QUERIES + 4):
        response = client.get(reverse("register"), {"name": "web", "after": first.public_id})

    assert len(table_of(response)) == rows + 1


def test_every_row_is_shown_once_going_on_and_going_back(cast, now):
    fill(cast, now, 59)
    client, shown, links = cast.client("priya"), [], {"next": ""}

    while "next" in links:
        rows, links = page(client, links["next"])
        shown.append(rows)

    back = [page(client, links["prev"])[0]]
    assert [len(rows) for rows in shown] == [25, 25, 10]
    assert [name for rows in shown for name in rows] == sorted(name for r in shown for name in r)
    assert back == [shown[1]]
    assert "prev" not in page(client, page(client, links["prev"])[1]["prev"])[1]


def test_the_pages_keep_what_was_asked(cast, now):
    fill(cast, now, 30)

    _, links = page(cast.client("priya"), "?name=network&state=IDEA")

    assert links["next"].startswith("?name=network&state=IDEA&after=")


def test_somebody_elses_row_in_the_address_shows_the_first_page(cast, now):
    fill(cast, now, 3)

    rows, _ = page(cast.client("priya"), f"?after={cast.growth.public_id}")

    assert rows[0].startswith("Network 00")
