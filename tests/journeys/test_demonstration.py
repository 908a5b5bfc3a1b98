"""The demonstration as a newcomer meets it: be somebody, close the round, read what was found."""

import pytest
from playwright.sync_api import Page

from tests.demo.of_today import write_district
from tests.journeys.harness.crawling import crawl
from tests.journeys.harness.looking import faults, look, walk
from tests.journeys.harness.pressing import go_by

ANOTHER = frozenset({"demonstration_sign_in"})


@pytest.fixture
def newcomer(visit, settings, folder_of_the_run) -> Page:
    """A browser in which nobody has signed in, before a district made today."""
    settings.DEMONSTRATION = True
    shown = visit()
    write_district(folder_of_the_run)
    return shown


def be(page: Page, name: str) -> None:
    """Choose who to be."""
    page.goto("/demonstration/")
    go_by(page.get_by_role("link", name=f"Be {name}"))


def follow(page: Page, *names: str) -> None:
    """Follow one link after another."""
    for name in names:
        go_by(page.get_by_role("link", name=name).first)


def test_a_newcomer_closes_the_round_and_reads_three_sentences(newcomer):
    newcomer.goto("/")
    follow(newcomer, "Choose who to be")
    look(newcomer)
    assert len(walk(newcomer)) > 10
    be(newcomer, "Priya Nair")
    look(newcomer)
    follow(newcomer, "Rounds", "Yearly review")
    go_by(newcomer.get_by_role("button", name="Close and count"))
    newcomer.get_by_label("Why").fill("Everybody who can has answered.")
    go_by(newcomer.locator("main form").get_by_role("button").first)
    follow(newcomer, "Safer Places group")
    look(newcomer)

    said = newcomer.locator(".ju-in-short p").all_inner_texts()

    assert [
        "Smaller and voluntary partners have as real a say" in said[0],
        "No faith group answered" in said[1],
        "The agreement ran out" in said[2],
    ] == [True, True, True]


@pytest.mark.deep
def test_every_page_of_the_district_is_sound(newcomer):
    found = {}
    for name in ("Priya Nair", "Ade Okafor", "Marcus Webb", "Ben Whitlock"):
        be(newcomer, name)
        for route in crawl(newcomer, "/needs/", but_not=ANOTHER):
            found[name, route] = faults(newcomer)

    assert {page: wrong for page, wrong in found.items() if wrong} == {}
