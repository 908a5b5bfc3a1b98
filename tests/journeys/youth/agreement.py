"""From a draft to the day the project begins, with a refusal and an amendment."""

from playwright.sync_api import Page

from tests.journeys.harness.filling import (
    choose,
    decide_clauses,
    follow,
    press,
    write,
    write_day,
)
from tests.journeys.youth.people import (
    COUNCIL,
    FOOD_SHARE,
    POLICE,
    PROJECT,
    Story,
    in_days,
    said,
    shown,
)

SHORTER = "A member may leave with one month’s notice in writing to the chair."


def draft_the_agreement(story: Story) -> None:
    """Begin with the clauses of its tier, decide each, and offer the text to sign."""
    priya = story.priya
    priya.goto(f"{story.home}agreement/")
    press(priya, "Begin the agreement")
    decided = decide_clauses(priya)
    assert (set(decided), len(decided) > 20) == ({True}, True)
    date_it(priya)
    assert "Every clause is decided." in said(priya)
    offer(priya, story, 1)


def date_it(priya: Page) -> None:
    priya.reload()
    follow(priya, "Change dates and status")
    write_day(priya, "starts_on", in_days(0))
    write_day(priya, "review_on", in_days(365))
    choose(
        priya, "Is it meant to be binding?", "No, it says what we intend, and we mean to keep to it"
    )
    press(priya, "Save")


def offer(priya: Page, story: Story, number: int) -> None:
    priya.goto(f"{story.home}agreement/")
    follow(priya, "Read the text and offer it to sign")
    press(priya, "Offer this text to sign")
    assert f"Version {number} is offered to sign." in said(priya)


def refuse_to_sign(story: Story) -> None:
    """Each member names who signs for it; the police read the text and say why they will not."""
    for page, body, person in (
        (story.priya, COUNCIL, "Helen Castle"),
        (story.ade, FOOD_SHARE, "Ade Okafor"),
        (story.ruth, POLICE, "Ruth Bello"),
    ):
        page.goto(f"{story.home}signing/")
        follow(page, f"Say who signs for {body}")
        page.locator('select[name="person"]').select_option(label=person)
        write(page, capacity="Authorised by the board")
        press(page, "Let them sign")
    ruth = story.ruth
    ruth.goto(f"{story.home}signing/")
    follow(ruth, f"Read and sign for {POLICE}", "We do not sign this")
    write(ruth, reasons="Three months is too long for us.")
    press(ruth, "Say that we do not sign")
    assert f"{POLICE} does not sign" in shown(story.ade, f"{story.home}signing/")


def amend_the_agreement(story: Story) -> None:
    """Propose how a clause should read; everybody sees what differs; a new version is offered."""
    priya, ade, ruth = story.priya, story.ade, story.ruth
    ruth.goto(f"{story.home}agreement/")
    follow(ruth, "Leaving", "Propose a change")
    write(ruth, words=SHORTER, why="We move people at a month’s notice.")
    press(ruth, "Propose this")
    ade.goto(ruth.url)
    assert "one month’s" in " ".join(ade.locator("main ins").all_inner_texts())
    assert "three months’" in " ".join(ade.locator("main del").all_inner_texts())
    priya.goto(ruth.url)
    follow(priya, "Take it")
    press(priya, "Take it")
    offer(priya, story, 2)
    changed = shown(ade, f"{story.home}agreement/differences/1/2/")
    assert "What differs between version 1 and version 2" in changed
    assert ade.locator("main h3").all_inner_texts() == ["Leaving"]


def sign(story: Story) -> None:
    """Each member’s authorised person signs the text that is shown; nobody else can."""
    assert "Read and sign for" not in shown(story.priya, f"{story.home}signing/")
    for page, body in ((story.helen, COUNCIL), (story.ade, FOOD_SHARE), (story.ruth, POLICE)):
        page.goto("/")
        follow(page, f"Sign the agreement of {PROJECT} for {body}")
        assert SHORTER in said(page)
        press(page, f"Sign for {body}")
    assert "Every member has signed version 2. It stands." in said(story.ruth)


def begin(story: Story) -> None:
    """Nothing is missing any more, and the officer of the lead host lets it begin."""
    priya = story.priya
    priya.goto(story.home)
    follow(priya, "See what is missing before it can begin")
    assert "Everything is there." in said(priya)
    press(priya, "Let it begin")
    assert "It has begun." in said(priya)
