"""An officer fills a new partnership; who takes a place sees it, and who loses it does not."""

import re

from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from tests.journeys.harness.looking import look
from tests.journeys.harness.pressing import go_by


def press(page, text):
    go_by(page.get_by_role("button", name=text))


def follow(page, text):
    # A link that begins something looks like a button, and calls itself one.
    go_by(page.get_by_role("link", name=text).or_(page.get_by_role("button", name=text)).first)


def test_a_partnership_is_registered_and_filled_without_scripts(cast, visit):
    page = visit(cast.priya, width=320, scripts=False)

    page.goto("/partnerships/")
    follow(page, "Register a partnership")
    for question in page.get_by_label("Yes", exact=True).all():
        question.check()
    press(page, "Go on")
    page.get_by_label("Name of the partnership").fill("Youth Voice")
    page.get_by_label("What it is for").fill("Young people are heard before things are settled.")
    page.get_by_label("Yes, it is at work").check()
    press(page, "Register it")
    assert "Add the other members." in page.inner_text("main")

    for body in ("riverside", "academy"):
        page.goto(page.url.removesuffix("members/"))
        follow(page, "Members and their places")
        follow(page, "Add a member")
        page.get_by_label("Find the organisation").fill(body)
        press(page, "Search")
        page.get_by_label(re.compile(body, re.I)).last.check()
        press(page, "Add as a member")

    follow(page, "Add a place for Riverside Food Share")
    page.get_by_label("Full name").fill("Zoe Hart")
    page.get_by_label("Email address").fill("zoe@mail.example")
    press(page, "Add the place")
    assert "Representative: Zoe Hart" in page.inner_text("main")

    zoe = visit(Person.objects.get(name="Zoe Hart"), scripts=False)
    zoe.goto("/partnerships/")
    follow(zoe, "Youth Voice")
    assert "Young people are heard before things are settled." in zoe.inner_text("main")


def test_whoever_loses_a_place_stops_seeing_the_partnership(cast, visit):
    page, ade = visit(cast.ruth), visit(cast.ade)
    ade.goto("/partnerships/")
    follow(ade, "Safer Places group")

    page.goto(ade.url + "members/")
    follow(page, "Change who sits here for Riverside Food Share")
    look(page)
    page.get_by_label("Full name").fill("Zoe Hart")
    page.get_by_label("Email address").fill("zoe")
    press(page, "Save who sits here")
    look(page)
    page.get_by_label("Email address").fill("zoe@mail.example")
    press(page, "Save who sits here")
    ade.reload()

    assert "Zoe Hart" in page.inner_text("main")
    assert "Page not found" in ade.inner_text("main")


def test_two_people_change_one_record_and_neither_text_is_lost(cast, visit):
    mine, theirs = visit(cast.priya), visit(cast.ruth)
    for page in (mine, theirs):
        page.goto(f"/partnerships/{cast.safer.public_id}/change/")
    theirs.get_by_label("What it is for").fill("Ruth wrote this.")
    press(theirs, "Save the record")

    mine.get_by_label("What it is for").fill("Priya wrote that.")
    press(mine, "Save the record")
    look(mine)
    said = mine.inner_text("main")
    press(mine, "Save the record")

    assert "Ruth wrote this." in said
    assert Partnership.objects.get(pk=cast.safer.pk).purpose == "Priya wrote that."
