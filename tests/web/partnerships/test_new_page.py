import pytest
from django.urls import reverse

from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.models import Partnership
from tests.web.reading import errors_of, page_text

PAGE = "/partnerships/new/"


def typed(cast, **other):
    return {
        "name": "Youth Voice",
        "purpose": "Young people are heard.",
        "is_running": "no",
        "host": cast.thornford.public_id,
    } | other


@pytest.mark.parametrize(
    ("is_running", "state", "agreed_before"), [("yes", "ACTIVE", True), ("no", "IDEA", False)]
)
def test_four_answers_register_a_partnership(cast, is_running, state, agreed_before):
    response = cast.client("priya").post(PAGE, typed(cast, is_running=is_running))

    new = Partnership.objects.get(name="Youth Voice")
    assert (response.status_code, response["Location"]) == (
        302,
        reverse("partnership", args=[new.public_id]),
    )
    assert (new.state, new.agreed_before, new.purpose) == (
        state,
        agreed_before,
        "Young people are heard.",
    )


def test_what_was_left_out_is_asked_for_and_what_was_typed_is_kept(cast):
    response = cast.client("priya").post(PAGE, typed(cast, purpose="", is_running=""))

    assert response.status_code == 422
    assert errors_of(response) == [
        "Enter what it is for",
        "Give an answer to “Is it already running?”",
    ]
    assert 'value="Youth Voice"' in response.text


def test_a_name_that_is_there_already_is_asked_about_once(cast):
    client = cast.client("priya")
    again = typed(cast, name="safer places GROUP")

    asked = client.post(PAGE, again)
    done = client.post(PAGE, again | {"is_another": "on"})

    assert (asked.status_code, done.status_code) == (422, 302)
    assert errors_of(asked) == [
        "Safer Places group is in the register already. If this is another one, tick below."
    ]


def test_a_name_that_only_others_may_see_is_not_given_away(cast):
    response = cast.client("priya").post(PAGE, typed(cast, name="Farhaven Growth Board"))

    assert response.status_code == 302


@pytest.mark.parametrize("who", ["ade", "ruth", "marcus", "grace"])
def test_who_may_not_register_is_told_why_and_writes_nothing(cast, who):
    client = cast.client(who)

    shown = page_text(client.get(PAGE))
    sent = client.post(PAGE, typed(cast))

    assert "Only a partnership officer or manager can register a partnership." in shown
    assert (sent.status_code, Partnership.objects.filter(name="Youth Voice").count()) == (422, 0)


def test_an_officer_of_two_bodies_says_which_keeps_the_record(cast, now):
    grant_post(cast.priya, cast.county, PostKind.MANAGER, by=None, at=now)
    client = cast.client("priya")

    shown = page_text(client.get(PAGE))
    client.post(PAGE, typed(cast, host=cast.county.public_id))

    assert "Who keeps its record?" in shown
    new = Partnership.objects.get(name="Youth Voice")
    assert new.hostings.get().organisation == cast.county


def test_nobody_registers_for_a_body_that_is_not_theirs(cast):
    response = cast.client("priya").post(PAGE, typed(cast, host=cast.farhaven.public_id))

    assert response.status_code == 422
