"""An officer brings in the spreadsheet they keep, reading nothing but the screens."""

import os
from pathlib import Path

import pytest

from joinedup.domain.arrivals.actions import stage_long_import
from joinedup.domain.imports.models import Import
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.models import Partnership
from tests.domain.imports.bringing import REGISTER, brought_in
from tests.journeys.harness.browsers import NARROW, WIDE
from tests.journeys.harness.looking import faults
from tests.journeys.harness.pressing import go_by

LIST = REGISTER.replace("Riverside Food Share", "Riverside, Parish councils x28").replace(
    "ann@t.example|2020", "ann at t|2020"
)
PICTURES = os.environ.get("JOINEDUP_PICTURES", "")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "register.csv"
    path.write_text(f"sep=|\n{LIST}")
    return path


def looked_at(page, name):
    """Hold a page to what every page is held to, and keep a picture of it when asked to."""
    if PICTURES:
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=str(Path(PICTURES) / f"{name}-{width}.png"), full_page=True)
    return {name: faults(page)}


def press(page, text):
    go_by(page.get_by_role("button", name=text, exact=True))


def heading(page):
    return page.locator("h1").inner_text().splitlines()[-1]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_spreadsheet_goes_in_and_what_only_a_person_knows_is_asked(cast, visit, file, scripts):
    page = visit(cast.priya, scripts=scripts)
    page.goto("/partnerships/")
    go_by(page.get_by_role("link", name="Bring in a register from a file"))
    go_by(page.get_by_role("button", name="Choose a file"))
    page.get_by_label("Your list").set_input_files(file)

    told = [heading(page)]
    press(page, "Read the file")
    for button in (
        "Save and continue",
        "Leave these cells out and go on",
    ):
        told.append(heading(page))
        press(page, button)
    told.append(heading(page))
    page.get_by_label("Yes, it is Riverside Food Share").check()
    page.get_by_label("Leave it out for now; the members can be named later").check()
    for button in ("Save and continue", "Confirm and continue", "Bring it in"):
        press(page, button)
        told.append(heading(page))

    assert told == [
        "Choose the file",
        "What is each column?",
        "What we cannot read",
        "2 questions",
        "Are these the members?",
        "What will happen",
        "Your register is in",
    ]


def test_every_page_on_the_way_is_sound(cast, visit, file):
    page = visit(cast.priya)
    page.goto("/imports/")
    found = looked_at(page, "1-list")
    go_by(page.get_by_role("button", name="Choose a file"))
    found |= looked_at(page, "2-new")
    page.get_by_label("Your list").set_input_files(file)
    press(page, "Read the file")
    found |= looked_at(page, "3-columns")
    press(page, "Save and continue")
    found |= looked_at(page, "4-problems")
    press(page, "Leave these cells out and go on")
    found |= looked_at(page, "5-questions")
    page.get_by_label("Yes, it is Riverside Food Share").check()
    page.get_by_label("Leave it out for now; the members can be named later").check()
    press(page, "Save and continue")
    found |= looked_at(page, "6-members")
    go_by(page.get_by_role("link", name="register.csv", exact=True))
    found |= looked_at(page, "7-file")
    go_by(page.get_by_role("button", name="Go on"))
    press(page, "Confirm and continue")
    found |= looked_at(page, "8-check")
    press(page, "Bring it in")
    found |= looked_at(page, "9-done")

    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_the_pages_of_a_file_in_work_and_of_one_to_be_taken_back_are_sound(cast, visit, now):
    applied, _ = brought_in(cast, now)
    one = Partnership.objects.get(name="Warm Homes")
    change_partnership(one, version=1, purpose="Warmth.", by=cast.priya, at=now)
    who = {"organisation": cast.thornford, "by": cast.priya, "at": now}
    long = stage_long_import([REGISTER.encode()], "all of it.csv", **who)
    Import.objects.filter(pk=long.pk).update(done=42_000, total=200_000)
    page = visit(cast.priya)
    found = {}

    page.goto(f"/imports/{long.public_id}/")
    found |= looked_at(page, "10-working")
    page.goto(f"/imports/{applied.public_id}/added/memberships/")
    found |= looked_at(page, "11-made")
    page.goto(f"/imports/{applied.public_id}/undo/")
    found |= looked_at(page, "12-undo")
    press(page, "Take it back")
    found |= looked_at(page, "13-undone")

    assert heading(page) == "register.csv"
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
