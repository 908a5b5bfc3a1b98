"""Grave acts ask for a second step taken lately, and lose nothing meanwhile (trust.md, A13)."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.cache import cache
from django.urls import reverse

from joinedup.delivery.audiences import routes
from joinedup.delivery.second_step import FRESH, TIME_TO_SET_UP
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Post
from tests.access.objects import MAKERS
from tests.access.probing import everything
from tests.access.tables import cases
from tests.bench.clock import NOW
from tests.cast import ENTERED
from tests.second_steps import code_now, confirmed, give_app

pytestmark = pytest.mark.django_db
# What is grave is settled (DESIGN 10.14); whoever adds to it does so here as well.
GRAVE = {"round_open", "round_remind", "post_new"}
GRAVE |= {"organisation_join", "merge_undo", "import_undo", "everything_take"}
GRAVE |= {"round_letters", "round_extend", "round_reopen", "round_sending_resume"}
GRAVE |= {"sign", "sign_on_paper", "signatories", "signatory_end"}
GRAVE |= {"authorisers", "authoriser_end", "authorisation_grant", "authorisation_refuse"}
CASES = [case for case in cases() if case.route in GRAVE]
TYPED = {"name": "Kim Lee & Co “K”", "email": "kim@mail.example", "kind": "AUDITOR", "title": "A"}


@pytest.fixture(autouse=True)
def _unlimited():
    """Forget what was tried and used; the library counts in the cache."""
    cache.clear()


@pytest.fixture
def post_new(cast):
    return reverse("post_new", args=[cast.thornford.public_id])


def went_on(client, page):
    """Press the button of the page that hands back what was typed."""
    action = re.search(r'<form method="post" action="([^"]+)" novalidate>', page.text)[1]
    pairs = re.findall(r'<input type="hidden" name="(?!csrf)([^"]+)" value="([^"]*)">', page.text)
    return client.post(unescape(action), {name: unescape(value) for name, value in pairs})


def test_the_grave_acts_are_those_that_are_listed():
    assert {name for name, _, pattern in routes() if pattern.callback.grave} == GRAVE


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
@pytest.mark.parametrize("how_long_ago", [None, FRESH], ids=["never taken here", "too long ago"])
def test_no_grave_act_is_done_without_a_fresh_second_step(world, clock, case, how_long_ago):
    kind = "steward" if case.thing == "post" else "lead host's officer"
    person, made = world.person(kind), MAKERS[case.own](world)
    give_app(person)
    client = world.cast.client("grace" if kind == "steward" else "priya")
    if how_long_ago:
        confirmed(client, person)
        clock.move_to(NOW + how_long_ago)
    before = everything()

    answer = client.post(reverse(case.route, kwargs=made.args), case.post)

    assert (answer.status_code, answer["Location"]) == (
        302,
        "/you/confirm/?next=%2Fyou%2Fconfirm%2Fgo-on%2F",
    )
    assert everything() == before


def test_what_was_typed_comes_back_and_is_done_once_it_is_confirmed(cast, post_new):
    give_app(cast.grace)
    client = cast.client("grace")

    asked = client.post(post_new, TYPED)
    confirmed_ = client.post(asked["Location"], {"code": code_now()})
    page = client.get(confirmed_["Location"])
    none_yet = Post.objects.filter(person__name=TYPED["name"]).count()
    done = went_on(client, page)

    assert (confirmed_["Location"], none_yet) == (reverse("go_on"), 0)
    assert done["Location"] == reverse("organisation_posts", args=[cast.thornford.public_id])
    post = Post.objects.get(person__name=TYPED["name"])
    assert (post.kind, post.title, post.person.email) == ("AUDITOR", "A", "kim@mail.example")
    assert "Nothing is waiting" in client.get(reverse("go_on")).text


def test_a_step_taken_lately_is_enough_and_looking_needs_none(cast, clock, post_new):
    give_app(cast.grace)
    client = cast.client("grace")
    looked = client.get(post_new).status_code
    confirmed(client, cast.grace)
    clock.move_to(NOW + FRESH - timedelta(seconds=1))

    done = client.post(post_new, TYPED)

    assert (looked, done.status_code, Post.objects.filter(title="A").count()) == (200, 302, 1)


def test_whoever_has_no_second_step_is_not_asked_for_one(cast, post_new):
    assert cast.client("grace").post(post_new, TYPED).status_code == 302


def test_somebody_elses_confirmation_in_the_same_browser_counts_for_nothing(cast, post_new):
    give_app(cast.grace)
    client = confirmed(cast.client("grace"), cast.priya)

    answer = client.post(post_new, TYPED)

    assert answer["Location"].startswith("/you/confirm/")


def test_a_wrong_code_confirms_nothing(cast, post_new):
    give_app(cast.grace)
    client = cast.client("grace")
    asked = client.post(post_new, TYPED)

    wrong = client.post(asked["Location"], {"code": "000000"})

    assert (wrong.status_code, "That did not work" in wrong.text) == (422, True)
    assert client.post(post_new, TYPED)["Location"] == asked["Location"]


def test_confirming_gives_the_session_a_new_identity(cast, post_new):
    give_app(cast.grace)
    client = cast.client("grace")
    asked = client.post(post_new, TYPED)
    before = client.cookies["sessionid"].value

    client.post(asked["Location"], {"code": code_now()})

    assert client.cookies["sessionid"].value != before


@pytest.mark.parametrize(
    ("name", "days", "status"),
    [("grace", 0, 302), ("grace", 1, 409)],
    ids=["on the last day", "the day after"],
)
def test_where_it_is_required_a_keeper_has_four_weeks_to_set_one_up(
    cast, clock, settings, post_new, name, days, status
):
    settings.SECOND_STEP_REQUIRED = True
    clock.move_to(ENTERED + TIME_TO_SET_UP + timedelta(days=days))
    client = cast.client(name)

    answer = client.post(post_new, TYPED)

    assert answer.status_code == status
    assert Post.objects.filter(title="A").exists() == (status == 302)
    if status == 409:
        assert "set up a second step" in answer.text
        assert "29 April 2025" in client.get(reverse("mfa_index")).text
        give_app(cast.grace)
        page = confirmed(client, cast.grace).get(reverse("go_on"))
        assert went_on(client, page).status_code == 302


def test_a_post_granted_today_counts_from_today(cast, settings, now):
    settings.SECOND_STEP_REQUIRED = True
    grant_post(cast.ade, cast.riverside, PostKind.OFFICER, by=None, at=now)

    page = cast.client("ade").get(reverse("mfa_index"))

    assert "13 July 2026" in page.text


def test_directors_and_members_are_not_asked_to(cast, settings):
    settings.SECOND_STEP_REQUIRED = True

    pages = [cast.client(name).get(reverse("mfa_index")).text for name in ("marcus", "ade")]

    assert ["Set up a passkey or an app by" in page for page in pages] == [False, False]
