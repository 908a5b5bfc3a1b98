"""The newcomer's whole path: the shipped spreadsheet goes in, three answer, the papers come out."""

import re

import pytest
from playwright.sync_api import Page, expect

from joinedup.demo.district import District
from joinedup.demo.founding import enter
from joinedup.demo.moments import Present
from tests.journeys.harness.browsers import NARROW
from tests.journeys.harness.looking import look
from tests.journeys.harness.pressing import go_by
from tests.journeys.test_yearly_round import answer, downloaded, fill_day, follow, press

ANSWERS_TO_THE_QUESTIONS = (
    "Leave it out for now; the members can be named later",
    "Stokeley Parish Council (Parish or town council, E04099902)",
    "Yes, it is Thornford Advice Centre",
)
PEOPLE = (
    ("Fay Oduya", "fay@agewell.example", "Age Well Wexmere"),
    ("Jo Lee", "jo@agewell.example", "Age Well Wexmere"),
    ("Sam Price", "sam@police.example", "Wexmere Police"),
    ("Kit Moran", "kit@police.example", "Wexmere Police"),
)


@pytest.fixture
def district(db, now, settings):
    """The bodies and people of the demonstration, whose council has no register here yet."""
    settings.DEMONSTRATION = True
    district = District(Present(now))
    enter(district, now)
    return district


def bring_in(officer: Page) -> None:
    """Bring in the spreadsheet the page offers, and answer its three questions."""
    officer.goto("/partnerships/")
    follow(officer, "Bring in a register from a file")
    go_by(officer.get_by_role("button", name="Choose a file"))
    spreadsheet = downloaded(officer, "the spreadsheet this council kept before")
    officer.get_by_label("Your list").set_input_files(spreadsheet)
    press(officer, "Read the file", looking=False)
    press(officer, "Save and continue", looking=False)
    expect(officer.get_by_role("heading", name="3 questions")).to_be_visible()
    for choice in ANSWERS_TO_THE_QUESTIONS:
        officer.get_by_label(choice).check()
    press(officer, "Save and continue", looking=False)
    while "members" in officer.url:
        press(officer, "Confirm and continue", looking=False)
    expect(officer.get_by_text("will add 40 partnerships")).to_be_visible()
    press(officer, "Bring it in")


def ask(officer: Page) -> None:
    """Open a round over one of them, whose people have to be named first."""
    go_by(officer.get_by_role("button", name="Prepare a yearly review"))
    officer.get_by_label("What the round is called").fill("Yearly review 2027")
    fill_day(officer, "When the committee meets", "1 3 2030")
    press(officer, "Save and look at the dates", looking=False)
    press(officer, "Save and choose partnerships", looking=False)
    officer.get_by_text("Show only some").click()
    officer.get_by_label("With these words in the name").fill("Fraud")
    press(officer, "Show these", looking=False)
    press(officer, "Save and see who can be asked", looking=False)
    follow(officer, "paste a list of people")
    officer.get_by_label("People, one to a line").fill("\n".join(", ".join(p) for p in PEOPLE))
    press(officer, "Save these people")
    expect(officer.get_by_text("The people of Fraud Friends are in the register.")).to_be_visible()
    follow(officer, "Go on to opening")
    press(officer, "Open the round and write to everyone")


def close(officer: Page) -> None:
    """Close the round and go to the result of the one partnership."""
    officer.reload()
    expect(officer.get_by_text("3 of 4 answers have come in,")).to_be_visible()
    follow(officer, "Close and count")
    officer.get_by_label("Why").fill("Everybody who can has answered.")
    press(officer, "Close and count", looking=False)
    follow(officer, "Fraud Friends")


def test_a_newcomer_goes_from_the_spreadsheet_they_keep_to_the_papers(district, visit):
    officer = visit(district.people["priya"])
    bring_in(officer)
    ask(officer)
    for name, label in (
        ("Fay Oduya", "Fully in place, and we could show it"),
        ("Jo Lee", "Mostly in place"),
        ("Sam Price", "Started"),
    ):
        answer(visit(width=NARROW, scripts=False), name, label)
    close(officer)

    look(officer)
    expect(
        officer.get_by_text("3 of 4 people answered, from 2 of 2 members.").first
    ).to_be_visible()
    expect(officer.get_by_text(re.compile(r", \d+\.\d out of 100"))).to_be_visible()
    for name, start in (("Report as PDF", b"%PDF"), ("as Word", b"PK")):
        assert downloaded(officer, name).read_bytes()[:4].startswith(start)
