"""What is somebody else's takes as long to be not found as what never was (trust.md, A5)."""

import random
import time

import pytest
from django.test import Client
from django.urls import reverse

from tests.access.objects import MAKERS, never_was
from tests.access.tables import Case, cases
from tests.access.world import World

PAIRS = 1000
# Of one thing each: its foreign maker is asked for by somebody who has no part there.
CASES = [case for case in cases() if case.id in ("partnership", "round-2", "result-1", "import")]

pytestmark = [pytest.mark.deep, pytest.mark.django_db]


def seconds(client: Client, address: str) -> float:
    began = time.perf_counter()
    client.get(address)
    return time.perf_counter() - began


def told_apart(foreign: list[float], missing: list[float]) -> float:
    """Return how often a foreign thing takes longer than a missing one; a half tells nothing."""
    order = sorted([(each, True) for each in foreign] + [(each, False) for each in missing])
    ranks = sum(rank for rank, (_, is_foreign) in enumerate(order, start=1) if is_foreign)
    return (ranks - len(foreign) * (len(foreign) + 1) / 2) / (len(foreign) * len(missing))


def timed(world: World, case: Case) -> dict[bool, list[float]]:
    """Return how long foreign (True) and missing things took, asked for in mixed order."""
    client = world.cast.client("ade")
    args = MAKERS[case.foreign](world).args
    taken: dict[bool, list[float]] = {True: [], False: []}
    order = [True, False] * PAIRS
    random.Random(case.id).shuffle(order)
    for is_foreign in order:
        public_id = args["public_id"] if is_foreign else never_was(args["public_id"])
        address = reverse(case.route, kwargs=args | {"public_id": public_id})
        taken[is_foreign].append(seconds(client, address))
    return taken


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_time_it_takes_tells_nothing(world, case):
    taken = timed(world, case)

    assert 0.45 <= told_apart(taken[True], taken[False]) <= 0.55


def test_a_difference_in_time_would_be_told():
    assert told_apart([2, 3, 4], [1, 1, 1]) == 1
    assert told_apart([1, 4], [2, 3]) == 0.5
