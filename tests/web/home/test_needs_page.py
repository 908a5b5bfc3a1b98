"""The first page after signing in, and who you are here."""

from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.partnerships.actions import change_partnership, open_seat, register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.web.home.views import in_days
from tests.cast import ENTERED, EVERYBODY
from tests.rounds import opened, prepared, sealed, ticket_of
from tests.second_steps import give_app
from tests.web.reading import links_of, page_text, table_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (None, ""),
        (-2, "2 days late"),
        (-729, "729 days late"),
        (-730, "2 years late"),
        (-1200, "3 years late"),
        (-1, "1 day late"),
        (0, "due today"),
        (1, "1 day left"),
        (2, "2 days left"),
    ],
)
def test_how_long_there_is_is_said_in_words(days, said):
    assert in_days(days) == said


@pytest.mark.parametrize("kind", EVERYBODY)
def test_everybody_signed_in_has_both_pages(cast, kind):
    client = cast.client(EVERYBODY[kind])

    statuses = {client.get(reverse(name)).status_code for name in ("home", "you")}

    assert statuses == {302 if kind == "public" else 200}


@pytest.mark.parametrize("who", ["invited", "derek"])
def test_where_nothing_waits_it_says_so_and_lists_nothing(cast, who):
    page = page_text(cast.client(who).get(reverse("home")))

    assert ("Nothing needs you today." in page, "Safer Places" in page) == (True, False)


def test_each_need_has_its_days_left_and_leads_to_its_page(cast, now):
    round = opened(cast, now)

    page = cast.client("ade").get(reverse("home"))

    from_the_mail = [link for link in links_of(page) if link.startswith("/answer/")]
    assert len(from_the_mail) == 1
    assert "28 days left" in page_text(page)
    assert cast.client("anybody").get(from_the_mail[0]).status_code == 200
    assert ticket_of(round, cast.ruth).token_digest not in page.text


@pytest.mark.parametrize(("days", "shown"), [(3, "Not yet reviewed here"), (30, "Sound, 66.7")])
def test_only_results_that_stand_are_beside_the_partnerships(cast, now, clock, days, shown):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    clock.move_to(now + timedelta(days=days))

    page = cast.client("ade").get(reverse("home"))

    assert table_of(page)[1] == ["Safer Places group", shown]


def test_partnerships_one_sits_on_come_before_those_one_may_only_see(cast, now):
    for name in ("Allotments", "Youth"):
        register_partnership(name, host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now)
    sit = open_seat(cast.memberships["thornford"], person=cast.priya, by=cast.priya, at=now)

    home = cast.client("priya").get(reverse("home"))
    listed = table_of(home)

    assert "Your partnerships" in page_text(home)
    assert (sit.membership.partnership.name, [row[0] for row in listed[1:]]) == (
        "Safer Places group",
        ["Safer Places group", "Allotments", "Youth"],
    )


def test_partnerships_are_not_called_ones_own_where_one_sits_on_none(cast):
    page = page_text(cast.client("tom").get(reverse("home")))

    assert ("Partnerships you can see" in page, "Your partnerships" in page) == (True, False)


@pytest.mark.parametrize("more", [0, 2])
def test_one_row_and_three_take_the_same_queries(cast, now, django_assert_num_queries, more):
    for number in range(more + 1):
        prepared(cast, now)
        if number:
            register_partnership(
                f"Net {number}", host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now
            )
    client = cast.client("priya")

    with django_assert_num_queries(49):
        page = client.get(reverse("home"))

    assert len(table_of(page)) == more + 2


def test_you_lists_posts_and_places(cast):
    officer = page_text(cast.client("priya").get(reverse("you")))
    seated = page_text(cast.client("ruth").get(reverse("you")))

    assert "Thornford District Council Partnership officer" in officer
    assert "You hold no place on a partnership." in officer
    assert "You hold no post in an organisation here." in seated
    assert "Safer Places group Chair Wexmere Police" in seated


def test_whoever_has_left_holds_no_place_any_more(cast):
    page = page_text(cast.client("derek").get(reverse("you")))

    assert "You hold no place on a partnership." in page


def test_whoever_must_have_a_second_step_is_told_here_what_happens_without_one(
    cast, settings, clock
):
    settings.SECOND_STEP_REQUIRED = True
    clock.move_to(ENTERED + timedelta(days=20))
    early = cast.client("priya").get(reverse("home"))
    clock.move_to(ENTERED + timedelta(days=30))
    late = page_text(cast.client("grace").get(reverse("home")))

    said = "Set up a passkey or an app as a second step for signing in."
    cannot = "you cannot open a round, give somebody a post, join two entries or take a file back"
    assert f"{said} Without it, {cannot} after that day 8 days left" in page_text(early)
    assert reverse("mfa_index") in links_of(early)
    assert f"{said} Until you do, {cannot} 2 days late" in late


@pytest.mark.parametrize("who", ["priya", "marcus", "ade"])
def test_whoever_has_one_or_needs_none_is_not_told(cast, settings, who):
    settings.SECOND_STEP_REQUIRED = True
    give_app(cast.priya)

    assert "second step" not in page_text(cast.client(who).get(reverse("home")))


def test_what_is_late_comes_before_what_is_due_from_whichever_part_of_the_record(cast, now):
    prepared(cast, now)
    late = {"next_review_on": now.date() - timedelta(days=3)}
    change_partnership(cast.safer, version=cast.safer.version, by=cast.priya, at=now, **late)

    said = page_text(cast.client("priya").get(reverse("home")))

    assert 0 < said.index("3 days late") < said.index("Open Yearly review")
