"""The bench is strict: each thing it forbids is tried."""

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.template import engines
from django.test import Client
from django.urls import path
from jinja2 import StrictUndefined

from joinedup.delivery.audiences import Audience, page
from joinedup.domain.people.actions import add_person
from joinedup.domain.people.models import Person
from tests.bench.sockets import UnreachableError

ROOT = Path(__file__).parents[2]


@page(Audience.ANYONE)
def careless(request):
    add_person("Ada Reader", email=None, by=None, at=request.now)
    return HttpResponse("read")


urlpatterns = [
    path("careless", careless, name="careless"),
    path("declared", page(Audience.ANYONE, writes_on_get=True)(lambda r: careless(r))),
]


def test_another_machine_cannot_be_reached():
    with (
        socket.socket() as outward,
        pytest.raises(UnreachableError, match=r"tried to reach 192\.0\.2\.1"),
    ):
        outward.connect(("192.0.2.1", 80))

    with pytest.raises(UnreachableError, match=r"tried to reach example\.org"):
        socket.getaddrinfo("example.org", 80)


def test_the_clock_stands_still_until_it_is_moved(clock, now):
    before = datetime.now(UTC)
    clock.move_to(datetime(2027, 1, 1, tzinfo=UTC))

    assert (before, datetime.now(UTC)) == (now, datetime(2027, 1, 1, tzinfo=UTC))


@pytest.mark.django_db
def test_a_list_without_order_comes_shuffled_and_one_with_order_does_not(now):
    for number in range(9):
        add_person(f"Person {number}", email=None, by=None, at=now)

    unordered = [person.name for person in Person.objects.order_by()]
    ordered = [person.name for person in Person.objects.order_by("name")]

    assert ordered == [f"Person {number}" for number in range(9)]
    assert unordered != ordered
    assert sorted(unordered) == ordered


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_reading_a_page_that_writes_fails_unless_it_is_declared():
    with pytest.raises(pytest.fail.Exception, match="GET /careless wrote to the database: INSERT"):
        Client().get("/careless")

    assert Client().get("/declared").content == b"read"


def test_an_undefined_name_in_a_template_fails():
    assert engines["jinja2"].env.undefined is StrictUndefined


def pytest_over(folder, text, *plugins):
    """Run pytest over one file of its own, with some of the bench, and return what it says."""
    (folder / "test_planted.py").write_text(text)
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = shared_data\n")
    words = [sys.executable, "-m", "pytest", "-p", "no:django", "-q", "-rs"]
    words += [word for plugin in plugins for word in ("-p", f"tests.bench.{plugin}")]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*words, "."], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_a_test_that_runs_over_a_set_is_refused(tmp_path):
    over_a_set = """
import pytest

@pytest.mark.parametrize("letter", {"a", "b"})
def test_in_no_order(letter):
    assert letter
"""

    done = pytest_over(tmp_path, over_a_set, "order")

    assert "test_in_no_order runs over a set" in done.stdout + done.stderr
    assert done.returncode != 0


SKIPPING = """
import pytest

def test_without_a_reason_that_counts():
    pytest.skip("no browser here")
"""


@pytest.mark.parametrize(
    ("in_ci", "closing"), [("", "1 skipped"), ("true", "1 failed")], ids=["outside CI", "in CI"]
)
def test_a_skip_is_a_failure_in_ci_only(tmp_path, monkeypatch, in_ci, closing):
    monkeypatch.setenv("CI", in_ci)

    done = pytest_over(tmp_path, SKIPPING, "skips")

    assert closing in done.stdout
    assert "no browser here" in done.stdout
