"""The yearly round, from preparing it to handing over its papers, reading nothing but screens."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from joinedup.domain.instruments.actions import ship_instruments
from joinedup.domain.partnerships.actions import change_partnership
from tests.journeys.harness.browsers import NARROW
from tests.journeys.harness.looking import look, walk
from tests.journeys.harness.pressing import go_by

SECTIONS = 4
LOWER = ("Smaller and voluntary partners", "Started")


def press(page: Page, name: str, *, looking: bool = True) -> None:
    """Press a button and look at the page it leads to."""
    go_by(page.get_by_role("button", name=name, exact=True).first)
    if looking:
        look(page)


def follow(page: Page, name: str) -> None:
    """Follow a link of the page."""
    go_by(page.locator("main a").filter(has_text=name).first)


def downloaded(page: Page, name: str) -> Path:
    """Follow a link to a file, and return where the file has been put."""
    with page.expect_download() as download:
        page.locator("main a").filter(has_text=name).first.click()
    return download.value.path()


def fill_day(page: Page, legend: str, day: str) -> None:
    """Type a day in its three boxes."""
    boxes = page.get_by_role("group", name=legend)
    for name, part in zip(("Day", "Month", "Year"), day.split(), strict=True):
        boxes.get_by_label(name).fill(part)


def prepare_and_open(officer: Page, *, looking: bool = True) -> None:
    officer.goto("/rounds/prepare/")
    officer.get_by_label("What the round is called").fill("Yearly review 2027")
    fill_day(officer, "When the committee meets", "1 3 2030")
    press(officer, "Save and look at the dates", looking=looking)
    fill_day(officer, "Opening day", "2 1 2027")
    press(officer, "Save and choose partnerships", looking=looking)
    press(officer, "Save and see who can be asked", looking=looking)
    expect(officer.get_by_text("For each there is somebody with an email address.")).to_be_visible()
    follow(officer, "Go on to opening")
    expect(officer.get_by_text("We will write to 5 people")).to_be_visible()
    press(officer, "Open the round and write to everyone", looking=looking)


# Presses the labels of the page at once, as a pointer does one after the other.
CHOOSE = """([usual, lower, lowered]) => {
    for (const group of document.querySelectorAll('main fieldset')) {
        const wanted = group.innerText.includes(lowered) ? lower : usual;
        [...group.querySelectorAll('label')].find(one => one.innerText.trim() === wanted).click();
    }
}"""


def choose(page: Page, label: str, lowered: str) -> None:
    """Choose the same answer to every statement of the page with a pointer, and one lower."""
    for group in page.locator("fieldset").filter(has_not_text=lowered).all():
        group.get_by_label(label, exact=True).check()
    for group in page.locator("fieldset").filter(has_text=lowered).all():
        group.get_by_label(LOWER[1], exact=True).check()


def answer(
    page: Page, name: str, label: str, *, looking: bool = False, pointing: bool = False
) -> None:
    """Answer every statement alike from the mail somebody got, one of them lower for a charity.

    ``pointing`` goes from statement to statement with a pointer, which takes longest of all.
    """
    page.goto("/demonstration/mail/")
    row = page.get_by_role("row").filter(has_text=name).filter(has_text="Yearly review 2027")
    go_by(row.get_by_role("link").first)
    go_by(page.locator('main a[href*="/answer/"]').first)
    press(page, "Start now", looking=looking)
    # A charity says of one statement that it is less true; the others say alike of all.
    lower = LOWER[0] if label == "Mostly in place" else "nothing of the sort"
    for number in range(SECTIONS):
        if pointing:
            choose(page, label, lower)
        else:
            page.evaluate(CHOOSE, [label, LOWER[1], lower])
        press(page, "Save and continue", looking=looking and number == 0)
    page.get_by_label("Carry on with changes").check()
    press(page, "Save and check", looking=looking)
    press(page, "Send my answers", looking=looking)
    expect(page.get_by_text("Your answers have been sent")).to_be_visible()


@pytest.fixture
def district(cast, now, settings):
    """The cast in a demonstration, where the agreement of the Safer Places group has run out."""
    settings.DEMONSTRATION = True
    ship_instruments(at=now)
    told = {"agreement": "YES", "agreement_ends_on": "2024-05-31"}
    change_partnership(cast.safer, version=cast.safer.version, by=cast.priya, at=now, **told)
    return cast


def test_a_round_runs_from_its_preparation_to_its_papers(district, visit):
    officer = visit(district.priya)
    prepare_and_open(officer)
    for name, label in (
        ("Ade Okafor", "Mostly in place"),
        ("Ruth Bello", "Fully in place, and we could show it"),
        ("Colin Marsh", "Fully in place, and we could show it"),
    ):
        is_first = name == "Ade Okafor"
        answer(visit(width=NARROW), name, label, looking=is_first, pointing=is_first)

    officer.reload()
    expect(officer.get_by_text("3 of 5 answers have come in,")).to_be_visible()
    follow(officer, "Close and count")
    officer.get_by_label("Why").fill("Everybody who can has answered.")
    press(officer, "Close and count")
    follow(officer, "Safer Places group")
    look(officer)

    expect(
        officer.get_by_text("No school or college or faith group answered.").first
    ).to_be_visible()
    expect(officer.get_by_text("The agreement ran out on 31 May 2024.").first).to_be_visible()
    for name, start in (("Report as PDF", b"%PDF"), ("as Word", b"PK")):
        assert downloaded(officer, name).read_bytes()[:4].startswith(start)


def test_answering_needs_no_scripts(district, visit):
    prepare_and_open(visit(district.priya, scripts=False), looking=False)

    answer(visit(width=NARROW, scripts=False), "Ade Okafor", "Started", pointing=True)


def test_answering_can_be_done_with_the_keyboard_alone(district, visit):
    prepare_and_open(visit(district.priya), looking=False)
    page = visit(width=NARROW)
    page.goto("/demonstration/mail/")
    follow(page, "Yearly review 2027")
    go_by(page.locator('main a[href*="/answer/"]').first)

    assert "Start now" in walk(page)
    page.get_by_role("button", name="Start now").press("Enter")
    expect(page.get_by_role("heading", name="Foundations")).to_be_visible()
    assert len(walk(page)) > 8 * 2
