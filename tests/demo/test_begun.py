"""A demonstration that is not there yet, or that is none of theirs."""

import pytest

from joinedup.commands import demo
from joinedup.commands.main import main
from joinedup.demo import making
from joinedup.domain.people.actions import add_person
from joinedup.domain.people.models import Person
from tests.bench.clock import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture(autouse=True)
def _demonstration(settings):
    """Be a demonstration."""
    settings.DEMONSTRATION = True


@pytest.mark.parametrize("token", ["nothing", "a" * 32, "ä"])
def test_a_link_that_is_nobodys_is_not_found(client, token):
    assert client.get(f"/demonstration/sign-in/{token}/").status_code == 404


def test_asked_for_a_fresh_one_the_command_says_that_it_takes_some_seconds(capsys, monkeypatch):
    made = []
    monkeypatch.setattr(demo, "make_anew", made.append)

    main(["demo", "--fresh"])

    assert (made, "in some seconds" in capsys.readouterr().out) == ([NOW], True)


def test_made_anew_nothing_is_left_of_the_old(monkeypatch):
    add_person("Somebody of before", email=None, by=None, at=NOW)
    monkeypatch.setattr(making, "make_district", lambda at: Person.objects.count())

    assert making.make_anew(NOW) == 0
