"""A link from the server signs its person in once, within ten minutes, and nobody else ever."""

from datetime import timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.upkeep.actions import let_in, set_up_installation
from joinedup.domain.upkeep.links import link_for, person_behind

pytestmark = pytest.mark.django_db


def token_of(person, at):
    return link_for(person, at).rstrip("/").rpartition("/")[2]


def test_a_link_lets_its_person_in_once(cast, now):
    token = token_of(cast.grace, now)

    let_in(token, at=now + timedelta(minutes=9))

    with pytest.raises(Refused, match="This link has been used"):
        let_in(token, at=now + timedelta(minutes=9))
    assert verbs_about(cast.grace)[-1] == "person.let-in"


def test_of_two_who_press_at_once_one_is_let_in(cast, now, monkeypatch):
    token = token_of(cast.grace, now)
    behind = person_behind(token, now)
    monkeypatch.setattr("joinedup.domain.upkeep.actions.person_behind", lambda token, at: behind)
    let_in(token, at=now)
    behind.refresh_from_db()
    behind.session_seed = "as the other saw it"

    with pytest.raises(Refused):
        let_in(token, at=now)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda token: token[:-1] + ("a" if token[-1] != "a" else "b"),
        lambda token: token.replace("-1", "-2", 1),
        lambda token: "zzzzzzzzzz" + token[10:],
        lambda token: token.rpartition("-")[0],
        lambda token: "",
        lambda token: "a-²-b",
        lambda token: "é-9999999999-é",
    ],
)
def test_a_link_that_was_touched_is_nobodys(cast, now, spoil):
    assert person_behind(spoil(token_of(cast.grace, now)), now) is None


def test_a_link_is_late_after_ten_minutes(cast, now):
    token = token_of(cast.grace, now)

    seen = [person_behind(token, now + timedelta(minutes=m, seconds=-1)) for m in (10, 11)]

    assert seen == [cast.grace, None]


def test_opening_the_link_uses_nothing_and_pressing_signs_in(cast, now, client):
    link = f"/let-in/{token_of(cast.grace, now)}/"

    before = [client.get(link).status_code for _ in range(3)]
    pressed = client.post(link)
    page = client.get("/needs/")

    assert (before, pressed.headers["Location"]) == ([200] * 3, "/needs/")
    assert "Grace Lin" in page.text
    assert client.get(link).status_code == 404


def test_being_let_in_signs_out_everywhere_else(cast, now):
    before = cast.grace.get_session_auth_hash()

    after = let_in(token_of(cast.grace, now), at=now).get_session_auth_hash()

    cast.grace.refresh_from_db()
    assert before != after == cast.grace.get_session_auth_hash()


def set_up(name, now, email="ann@holt.example"):
    return set_up_installation(name, sector="COUNCIL", name="Ann Holt", email=email, at=now)


def test_setting_up_twice_makes_one_steward(now):
    first, again = set_up("Holt Council", now), set_up("holt council", now)

    assert (first, first.posts.count()) == (again, 2)


def test_a_name_that_several_bear_is_asked_about(now):
    for _ in range(2):
        add_organisation("Holt Council", by=None, at=now)

    with pytest.raises(Refused, match="2 organisations here are or were called “Holt Council”"):
        set_up("Holt Council", now)
