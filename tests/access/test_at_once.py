"""Two people who press the same button at one moment: one act is done, the other is told of it."""

import contextlib
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection
from django.test import Client

from joinedup.domain.journal.models import Entry
from tests.access.probing import UNCOUNTED, Prober, files_of
from tests.access.tables import access_table, cases
from tests.bench.databases import READS
from tests.second_steps import confirmed

pytestmark = pytest.mark.django_db(transaction=True)
TABLE = access_table()
PRESSES = [
    case for case in cases() if "POST" in case.methods and TABLE.named(case.thing, case.right)
]
ADDING = (
    *("member_new", "place_fill-1", "partnership_host", "link_new", "contribution_new"),
    *("organisation_identifier", "organisation_successor", "consortium_join", "post_new"),
    *("search_keep", "change_question", "round_choose"),
    *("authorisation_ask", "authorisation_grant", "sign_on_paper"),
)
# Seconds for the other to come as far: where one writer waits for another, nobody comes.
PATIENCE = 0.4


def pressed_at_once(world, case):
    """Press the button of a case in two browsers; both have asked whether they may, then write."""
    prober, ready = Prober(world, case), Barrier(2)
    own = prober.made[next(iter(prober.made))][0]
    kind = next(kind for kind in TABLE.persons if kind in TABLE.named(case.thing, case.right))
    clients = [browser(world, kind, own) for _ in range(2)]

    def press(client):
        waited = []

        def wait(execute, sql, *rest):
            writes = not READS.match(sql) and not any(name in sql for name in UNCOUNTED)
            if writes and not waited:
                waited.append(sql)
                with contextlib.suppress(BrokenBarrierError):
                    ready.wait(PATIENCE)
            return execute(sql, *rest)

        try:
            form = prober.form(kind, own) | files_of(own)
            with connection.execute_wrapper(wait):
                return client.post(prober.address(own), form)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        return sorted(threads.map(press, clients), key=lambda answer: answer.status_code)


def browser(world, kind, own):
    """Return a browser of its own in which somebody has signed in."""
    client = Client()
    if kind != "public":
        client.force_login(world.person(kind))
        confirmed(client, world.person(kind))
    client.cookies.load(own.cookies)
    return client


@pytest.mark.parametrize("name", ADDING)
def test_of_two_who_add_the_same_the_second_is_told_and_loses_nothing(world, name):
    case = next(case for case in cases() if case.id == name)

    first, second = pressed_at_once(world, case)

    assert (first.status_code, second.status_code) == (302, 409)
    page = second.content.decode()
    for typed in case.post.values():
        assert "{" in str(typed) or str(typed) in page
    told = Entry.objects.values_list("verb", "kind", "thing", "at", "detail")
    assert len(set(map(str, told))) == len(told)


@pytest.mark.deep
@pytest.mark.parametrize("case", PRESSES, ids=lambda case: case.id)
def test_no_press_at_one_moment_is_a_fault_of_ours(world, case):
    statuses = [answer.status_code for answer in pressed_at_once(world, case)]

    assert set(statuses) <= {200, 302, 404, 409, 422, 429}
