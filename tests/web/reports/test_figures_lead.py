"""Every figure in a table of the portfolio and the reports opens to its working or its list."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.models import Partnership
from tests.delivery.markup import Markup
from tests.domain.reporting.made import counted, partnership
from tests.web.reading import links_of, page_text, table_of

pytestmark = pytest.mark.django_db
LATER = timedelta(days=30)
NOT_LINKED = {
    "Year": "It names a year; the score or the counts beside it open.",
    "Second look": "A date. The result that the score beside it opens tells how it is reckoned.",
    "Second look by": "A date. The result that the score beside it opens tells how it is reckoned.",
    "Missing": "Words of the record, which the name beside them opens.",
}


@pytest.fixture
def standing(cast, now, clock):
    """Two years of results of three partnerships, one weak and one of which too few answered."""
    for name in ("Alder", "Birch", "Cedar"):
        partnership(cast, now, name, tier=2)
    counted(cast, now, {"Alder": 1, "Birch": 3, "Cedar": 2})
    counted(cast, now + LATER, {"Alder": 2, "Birch": 1, "Cedar": None})
    birch = Partnership.objects.get(name="Birch")
    change_partnership(birch, version=birch.version, exit_plan="NO", by=cast.priya, at=now)
    clock.move_to(now + 3 * LATER)
    return cast


def pages(cast):
    key = [cast.thornford.public_id]
    readers = (cast.marcus.public_id, "leadership", "committee")
    return [
        reverse("portfolio", args=key),
        *(reverse("report", args=[*key, reader]) for reader in readers),
    ]


def cells_of(page):
    """Yield each cell of the page's tables: its column, its words, and those not in a link."""
    column, words, bare, linked = None, "", "", False
    first = ""
    for piece in Markup(page.text).pieces:
        tag, attrs = piece if isinstance(piece, tuple) else (piece, {})
        if isinstance(piece, tuple) and tag == "th" and attrs.get("scope") == "col":
            first = None
        if isinstance(piece, tuple) and tag in ("td", "th") and attrs.get("scope") != "col":
            column, words, bare = attrs.get("data-label", first or "The name of the row"), "", ""
        elif column and tag in ("/td", "/th"):
            yield column, words.strip(), bare.strip()
            column = None
        elif isinstance(piece, tuple) or piece.startswith("/"):
            linked = {"a": True, "/a": False}.get(tag, linked)
        elif column:
            words += f" {piece}"
            bare += "" if linked else f" {piece}"


def unopened(page):
    """Return the figures that lead nowhere and are not excused; 0 has nothing behind it."""
    return [
        (column, words)
        for column, words, bare in cells_of(page)
        if re.search(r"\d", bare) and bare != "0" and column not in NOT_LINKED
        if not (column == "The name of the row" and re.fullmatch(r"20\d\d", bare))
    ]


def test_every_figure_of_a_table_leads_somewhere_or_is_excused_with_a_reason(standing):
    seen = [standing.client("priya").get(page) for page in pages(standing)]

    figures = [c for page in seen for c in cells_of(page) if re.search(r"\d", c[1])]
    assert [unopened(page) for page in seen] == [[], [], [], []]
    assert len(figures) > 40
    assert set(NOT_LINKED) <= {column for page in seen for column, _, _ in cells_of(page)} | {
        "Year"
    }


def test_whatever_a_figure_leads_to_is_there(standing):
    client = standing.client("priya")
    ours = {
        link.partition("#")[0]
        for page in pages(standing)[::3]
        for link in links_of(client.get(page))
        if re.search("/results/|/tier/|/members/|/reviews/", link)
    }

    assert len(ours) > 10
    assert {client.get(link).status_code for link in sorted(ours)} == {200}


def test_a_count_of_a_band_leads_to_just_so_many_results(standing):
    client = standing.client("priya")
    page = client.get(pages(standing)[0])
    counts = {
        link: int(words.partition(" ")[0])
        for link, words in zip(
            [link for link in links_of(page) if re.search(r"/results/2\d+/", link)],
            [w for c, w, _ in cells_of(page) if re.fullmatch(r"\d+ of 20\d\d", w)],
            strict=True,
        )
    }

    rows = {link: len(table_of(client.get(link))) - 1 for link in counts}

    assert rows == counts
    assert sum(counts.values()) == 6


def test_a_weak_point_of_a_directors_report_opens_to_its_working(standing):
    page = standing.client("priya").get(pages(standing)[2])

    assert "of Birch: how it was worked out" in page_text(page)


def test_there_is_no_list_of_another_band(standing):
    key = standing.thornford.public_id

    page = standing.client("priya").get(reverse("portfolio_band", args=[key, 2026, "splendid"]))

    assert page.status_code == 404
