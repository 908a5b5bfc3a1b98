"""Long lists and everything of a body are made by a worker, and fetched from a page."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.jobs.actions import run_due
from joinedup.domain.organisations.actions import add_organisation, end_post, grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.parcels import queries
from joinedup.domain.parcels.kinds import KEPT
from joinedup.domain.parcels.models import Parcel
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.spreadsheets.reading import read_table
from tests.web.reading import links_of, page_text


@pytest.fixture
def all_long(monkeypatch):
    """Let every list be too long to wait for."""
    monkeypatch.setattr(queries, "LONG", 0)
    monkeypatch.setattr(queries, "LONG_PRINTED", 0)


def pressed(cast, address, who="priya", **typed):
    response = cast.client(who).post(address, typed)
    assert response.status_code == 302
    return response["Location"]


def fetched(cast, page, who="priya"):
    return cast.client(who).get(f"{page}file/")


def cells(response, sort):
    table = read_table(response.getvalue(), f"list.{sort}")
    return [table.columns, *(row.cells for row in table.rows)]


@pytest.mark.parametrize("sort", ["xlsx", "ods"])
@pytest.mark.parametrize(
    ("what", "name"), [("register", "stre"), ("memberships", "safer"), ("directory", "=nor")]
)
def test_a_long_list_is_the_same_file_as_it_would_be_at_once(
    cast, now, monkeypatch, what, name, sort
):
    register_partnership("=Streets; calm", host=cast.thornford, by=cast.priya, at=now)
    add_organisation("=Norwell", by=cast.priya, at=now)
    client, address = cast.client("priya"), reverse(f"{what}_export", args=[sort])
    at_once = client.get(address, {"name": name})
    monkeypatch.setattr(queries, "LONG", 0)

    asking = client.get(address, {"name": name})
    page = pressed(cast, asking["Location"])
    run_due(now)

    assert asking["Location"].startswith(reverse("list_take", args=[what, sort]))
    assert cells(fetched(cast, page), sort) == cells(at_once, sort)
    assert len(cells(fetched(cast, page), sort)) > 1


def test_a_long_register_is_printed_with_what_was_asked(cast, now, all_long):
    address = reverse("register_export", args=["pdf"])
    asking = cast.client("priya").get(address, {"state": "ACTIVE"})
    said = page_text(cast.client("priya").get(asking["Location"]))
    page = pressed(cast, asking["Location"])
    run_due(now)

    response = fetched(cast, page)
    assert "The partnerships as PDF to print" in said
    assert "State Active" in said
    assert response.getvalue()[:5] == b"%PDF-"
    assert response["Content-Disposition"] == 'attachment; filename="register-2026-06-15.pdf"'
    assert response["Cache-Control"] == "no-store"


def test_csv_is_sent_while_it_is_read_however_long_it_is(cast, all_long):
    response = cast.client("priya").get(reverse("register_export", args=["csv"]))

    assert response.status_code == 200


@pytest.mark.parametrize(("what", "sort"), [("everything", "zip"), ("register", "csv"), ("x", "y")])
def test_no_other_list_is_made(cast, what, sort):
    assert cast.client("priya").get(f"/exports/long/{what}/{sort}/").status_code == 404


def test_everything_is_asked_for_watched_and_fetched(cast, now):
    client = cast.client("priya")
    assert reverse("everything_take") in links_of(client.get(reverse("exports")))
    page = pressed(cast, reverse("everything_take"), organisation=cast.thornford.public_id)
    waits = page_text(client.get(page))
    before = page_text(client.get(reverse("home")))
    run_due(now)
    ready = page_text(client.get(page))

    assert "This file is being made." in waits
    assert client.get(f"{page}file/").status_code == 200
    assert "ready for you to fetch" not in before
    assert "1 file is ready for you to fetch" in page_text(client.get(reverse("home")))
    assert "This file is ready." in ready
    assert "Kept until 22 June 2026" in ready
    listed = page_text(client.get(reverse("exports")))
    assert "Everything of Thornford District Council" in listed
    zipped = zipfile.ZipFile(io.BytesIO(fetched(cast, page).getvalue()))
    assert "Ruth Bello" in zipped.read("memberships.html").decode()
    assert "Priya Nair" in zipped.read("history.csv").decode()


def test_a_file_that_is_not_ready_cannot_be_fetched(cast):
    page = pressed(cast, reverse("list_take", args=["register", "ods"]))

    assert fetched(cast, page).status_code == 404


@pytest.mark.parametrize("way", ["foreign", "left", "late"])
def test_a_file_that_is_not_ones_own_any_more_looks_like_none(cast, now, clock, way):
    page = pressed(cast, reverse("list_take", args=["register", "ods"]))
    run_due(now)
    before = fetched(cast, page).status_code
    if way == "left":
        post = cast.priya.posts.get()
        day = now.date() - timedelta(days=1)
        end_post(post, on=day, because="Left.", by=cast.grace, at=now)
    elif way == "late":
        clock.move_to(now + KEPT)
    client = cast.client("ben" if way == "foreign" else "priya")

    met = [client.get(f"{page}{end}").status_code for end in ("", "file/", "clear/")]
    assert (before, met) == (200, [404, 404, 404])


def test_a_file_is_cleared_away_by_a_press(cast, now):
    page = pressed(cast, reverse("list_take", args=["register", "ods"]))

    assert pressed(cast, f"{page}clear/") == reverse("exports")
    assert not Parcel.objects.exists()


@pytest.mark.parametrize("who", ["marcus", "grace", "ade"])
def test_whoever_may_not_take_everything_along_is_told_so(cast, who):
    said = page_text(cast.client(who).get(reverse("everything_take")))

    assert "Only a partnership officer or manager takes everything" in said


def test_the_list_of_files_asks_as_much_for_one_as_for_three(cast, now, django_assert_num_queries):
    client = cast.client("priya")
    for sort in ("xlsx", "ods"):
        pressed(cast, reverse("list_take", args=["directory", sort]))
        with django_assert_num_queries(10):
            client.get(reverse("exports"))


def test_one_who_works_for_several_bodies_chooses(cast, now):
    grant_post(cast.priya, cast.county, PostKind.OFFICER, by=cast.grace, at=now)
    client = cast.client("priya")

    said = page_text(client.get(reverse("everything_take")))
    refused = client.post(reverse("everything_take"), {"organisation": cast.farhaven.public_id})

    assert "Of which organisation?" in said
    assert refused.status_code == 422
