"""Two people who link two partnerships both ways at one moment make no circle."""

import contextlib
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.structure import rules
from joinedup.domain.structure.actions import link_partnership
from joinedup.domain.structure.kinds import LinkSort
from joinedup.domain.structure.models import Link

# Seconds for the other to look as well: where one waits for the other, nobody comes.
PATIENCE = 0.4


@pytest.mark.django_db(transaction=True)
def test_of_two_links_made_at_one_moment_the_one_that_closes_a_circle_is_refused(
    cast, now, monkeypatch
):
    other = register_partnership("Night Economy", host=cast.thornford, by=cast.priya, at=now)
    both_looked, look = Barrier(2), rules.ids_above

    def look_and_wait(*asked):
        found = look(*asked)
        with contextlib.suppress(BrokenBarrierError):
            both_looked.wait(PATIENCE)
        return found

    def link(pair):
        try:
            link_partnership(*pair, sort=LinkSort.REPORTS_TO, by=cast.priya, at=now)
        except Refused as refused:
            return str(refused)
        finally:
            connection.close()

    monkeypatch.setattr(rules, "ids_above", look_and_wait)
    with ThreadPoolExecutor(2) as threads:
        said = list(threads.map(link, [(cast.safer, other), (other, cast.safer)]))

    circles = [sentence for sentence in said if sentence and "make a circle" in sentence]
    assert (len(circles), Link.objects.count()) == (1, 1)
