"""The charity’s own yes, and what each promises."""

from playwright.sync_api import Page

from tests.journeys.harness.filling import (
    choose,
    choose_everywhere,
    follow,
    press,
    write,
    write_day,
)
from tests.journeys.youth.people import (
    COUNCIL,
    POLICE,
    PROJECT,
    Story,
    in_days,
    said,
    shown,
)

SECTIONS = "ABCDE"


def appraise(story: Story) -> None:
    """Answer the charity’s own questions, and list what could go wrong for it."""
    priya = story.priya
    priya.goto(story.home)
    follow(priya, f"our side at {COUNCIL}", "Is it right for us?")
    press(priya, "Begin an appraisal")
    where = priya.url
    for code in SECTIONS:
        follow(priya, f"{code}. ")
        choose_everywhere(priya, "YES")
        press(priya, "Save this section")
    list_a_risk(priya)
    priya.goto(where)
    assert "So far: proceed." in said(priya)
    follow(priya, "Finish the appraisal")
    press(priya, "Finish it")


def list_a_risk(priya: Page) -> None:
    """Write down what could go wrong for the charity alone, and score it."""
    follow(priya, "List the first risk")
    write(priya, cause="The hall is sold", effect="Nowhere to meet", owner_post="Treasurer")
    for box in priya.locator("main select:not([name=owner])").all():
        box.select_option(index=2)
    write_day(priya, "review_on", in_days(90))
    press(priya, "Add this risk")


def authorise(story: Story) -> None:
    """Ask for a yes; the director is told and guides; whoever was named decides."""
    priya, marcus, helen = story.priya, story.marcus, story.helen
    priya.goto("/")
    follow(priya, f"Ask for {PROJECT} to be authorised")
    write(priya, amount="5000")
    priya.get_by_label("Helen Castle").check()
    press(priya, "Ask")
    asked = priya.url
    assert "Authorise it" not in said(priya)
    assert "The lead host has not yet decided." in shown(story.ade, f"{story.home}begin/")
    marcus.goto("/")
    follow(marcus, f"Read what is to be authorised for {PROJECT}")
    write(marcus, guidance="Mind the insurance of the hall.")
    press(marcus, "I have read this")
    helen.goto("/")
    follow(helen, f"Decide whether to authorise {PROJECT}")
    assert "Mind the insurance of the hall." in said(helen)
    follow(helen, "Authorise it")
    write_day(helen, "ends_on", in_days(365))
    press(helen, "Authorise")
    priya.goto(asked)
    told = priya.get_by_role("row").filter(has_text="Marcus Webb").inner_text()
    assert "Mind the insurance of the hall." in told
    assert "The lead host has not yet decided." not in shown(story.ade, f"{story.home}begin/")
    assert story.ade.goto(asked).status == 404


def promise(story: Story) -> None:
    """Promise something for one’s own side; what is asked of another counts once it accepts."""
    for page, member, words in (
        (story.priya, COUNCIL, "The village hall, each Friday evening"),
        (story.ade, "", "Food for twenty, each Friday evening"),
        (story.priya, POLICE, "An officer who looks in twice a month"),
    ):
        page.goto(f"{story.home}members/")
        follow(page, "Promises", "Write down a promise")
        if member:
            choose(page, "Who promises it?", member)
        write(page, words=words)
        choose(page, "What sort of thing?", "Equipment, goods or a service")
        choose(page, "Once, or each year?", "For as long as the partnership lasts")
        press(page, "Save this promise")
    ruth = story.ruth
    assert f"{POLICE} has still to accept it." in shown(ruth, story.priya.url)
    follow(ruth, "Accept or decline")
    choose(ruth, "Do you promise this?", "Yes, we promise it")
    press(ruth, "Save this answer")
    assert f"{POLICE} has still to accept it." not in said(ruth)
