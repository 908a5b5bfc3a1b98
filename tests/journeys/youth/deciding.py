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
    POLICE,
    TRUST,
    Story,
    in_days,
    said,
    shown,
)

SECTIONS = "ABCDE"


def appraise(story: Story) -> None:
    """Answer the charity’s own questions, and list what could go wrong for it."""
    nell = story.nell
    nell.goto(story.home)
    follow(nell, f"our side at {TRUST}", "Is it right for us?")
    press(nell, "Begin an appraisal")
    where = nell.url
    for code in SECTIONS:
        follow(nell, f"{code}. ")
        choose_everywhere(nell, "YES")
        press(nell, "Save this section")
    list_a_risk(nell)
    nell.goto(where)
    assert "So far: proceed." in said(nell)
    follow(nell, "Finish the appraisal")
    press(nell, "Finish it")


def list_a_risk(nell: Page) -> None:
    """Write down what could go wrong for the charity alone, and score it."""
    follow(nell, "List the first risk")
    write(nell, cause="The hall is sold", effect="Nowhere to meet", owner_post="Treasurer")
    for box in nell.locator("main select:not([name=owner])").all():
        box.select_option(index=2)
    write_day(nell, "review_on", in_days(90))
    press(nell, "Add this risk")


def name_who_decides(story: Story) -> None:
    """Nobody can be asked before somebody has been named, who is not the one that asks."""
    nell = story.nell
    where = nell.url
    follow(nell, "Ask for authorisation", "Say who does")
    nell.locator('select[name="person"]').select_option(label="Omar Field")
    choose(nell, "Partnerships of which tiers?", "Tiers 2 and 3")
    press(nell, "Let them authorise")
    nell.goto(where)


def authorise(story: Story) -> None:
    """Ask for a yes; the director is told and guides; whoever was named decides."""
    nell, tess, omar = story.nell, story.tess, story.omar
    follow(nell, "Ask for authorisation")
    write(nell, amount="5000")
    nell.get_by_label("Omar Field").check()
    press(nell, "Ask")
    asked = nell.url
    assert "Authorise it" not in said(nell)
    assert "The lead host has not yet decided." in shown(story.ade, f"{story.home}begin/")
    tess.goto("/")
    follow(tess, "Read what is to be authorised")
    write(tess, guidance="Mind the insurance of the hall.")
    press(tess, "I have read this")
    omar.goto("/")
    follow(omar, "Decide whether to authorise")
    assert "Mind the insurance of the hall." in said(omar)
    follow(omar, "Authorise it")
    write_day(omar, "ends_on", in_days(365))
    press(omar, "Authorise")
    nell.goto(asked)
    told = nell.get_by_role("row").filter(has_text="Tess Crane").inner_text()
    assert "Mind the insurance of the hall." in told
    assert "The lead host has not yet decided." not in shown(story.ade, f"{story.home}begin/")
    assert story.ade.goto(asked).status == 404


def promise(story: Story) -> None:
    """Promise something for one’s own side; what is asked of another counts once it accepts."""
    for page, member, words in (
        (story.nell, TRUST, "The village hall, each Friday evening"),
        (story.ade, "", "Food for twenty, each Friday evening"),
        (story.nell, POLICE, "An officer who looks in twice a month"),
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
    assert f"{POLICE} has still to accept it." in shown(ruth, story.nell.url)
    follow(ruth, "Accept or decline")
    choose(ruth, "Do you promise this?", "Yes, we promise it")
    press(ruth, "Save this answer")
    assert f"{POLICE} has still to accept it." not in said(ruth)
