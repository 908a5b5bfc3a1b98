"""Which cases come by each rule and filter: where a hole in it could show."""

from functools import wraps
from typing import Any

import pytest

from tests.access.asking import MIGHTIEST, telling
from tests.access.breaches import Function, filters, rules, stand_in
from tests.access.expecting import Relation
from tests.access.probing import mismatches, probing
from tests.access.tables import Case, Table
from tests.access.world import World

# Found once in each process: it takes a minute.
FOUND: dict[str, set[str]] = {}
WHO = ("public", "core seat", "chair", "auditor", *MIGHTIEST)


def cases_asking(table: Table, world: World, among: tuple[Case, ...]) -> dict[str, set[str]]:
    """Return the cases in which each rule and filter is asked, by their ids.

    Found by asking for own things as a few people; another person may come by more.
    """
    if not FOUND:
        watched: dict[str, Function] = rules() | filters()
        found, met = {name: set[str]() for name in watched}, set[str]()
        with pytest.MonkeyPatch.context() as patch:
            stand_in(patch, {name: noting(name, it, met) for name, it in watched.items()})
            for case in among:
                met.clear()
                with probing(world, case) as prober:
                    list(mismatches(table, prober, WHO, [telling(case)], [Relation.OWN]))
                for name in met:
                    found[name].add(case.id)
        FOUND.update(found)
    return FOUND


def noting(name: str, original: Function, met: set[str]) -> Function:
    """Return what stands in for a function, notes that it was asked, and asks it."""

    @wraps(original)
    def asked(*given: Any, **named: Any) -> Any:
        met.add(name)
        return original(*given, **named)

    return asked
