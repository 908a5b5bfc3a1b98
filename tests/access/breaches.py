"""Holes made on purpose: a rule that never refuses, a filter that lets everything through.

The rules and filters are found by their shape, so that none is written without being tried.
"""

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db.models import QuerySet

from joinedup import domain
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership

Function = Callable[..., Any]


def modules_of_domain() -> Iterator[Any]:
    """Yield every module of the domain."""
    for found in pkgutil.walk_packages(domain.__path__, f"{domain.__name__}."):
        yield importlib.import_module(found.name)


def functions() -> dict[str, Function]:
    """Return every function of the domain by its whole name, where it is defined."""
    return {
        f"{module.__name__}.{name}".removeprefix("joinedup.domain."): value
        for module in modules_of_domain()
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__
    }


def rules() -> dict[str, Function]:
    """Return the rules that ask who somebody is."""
    return {
        name: rule
        for name, rule in functions().items()
        if rule.__name__.startswith("why_not_") and "person" in inspect.signature(rule).parameters
    }


def filters() -> dict[str, Function]:
    """Return the queries that give some things, or their keys, to one person and not to another."""
    return {
        name: query
        for name, query in functions().items()
        if next(iter(inspect.signature(query).parameters), "") == "person"
        and query.__annotations__.get("return") in (QuerySet, list[int])
    }


def refuses_nothing(*_: Any, **__: Any) -> None:
    """Stand in for a rule."""


# Of what those queries return the keys that return no more than keys.
KEYS_OF: dict[str, Any] = {
    "confirmations.queries.looking_after_places": Organisation,
    "contacts.queries.sat_for": Organisation,
    "organisations.queries.works_for": Organisation,
    "partnerships.seats.sits_on": Partnership,
}


def lets_all_through(name: str, query: Function) -> Function:
    """Return what stands in for a filter."""
    if query.__annotations__["return"] == list[int]:
        every = KEYS_OF[name].objects.order_by("pk").values_list("pk", flat=True)
        return lambda *_, **__: list(every.all())
    return lambda *given, **named: without_conditions(query(*given, **named))


def without_conditions(asked: QuerySet[Any]) -> QuerySet[Any]:
    """Return a query that gives the same of every row there is."""
    every = asked.all()
    every.query.where = type(every.query.where)()
    every.query.clear_limits()
    return every


def breach(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Put a hole in the place of a rule or filter, wherever it has been imported."""
    original = functions()[name]
    is_rule = original.__name__.startswith("why_not_")
    stand_in(monkeypatch, {name: refuses_nothing if is_rule else lets_all_through(name, original)})


def stand_in(monkeypatch: pytest.MonkeyPatch, others: dict[str, Function]) -> None:
    """Put other functions in the place of those of these names, wherever they were imported."""
    # What is first imported while another stands there would keep it for good.
    importlib.import_module("joinedup.urls")
    originals = functions()
    instead = {id(originals[name]): other for name, other in others.items()}
    for module in [m for n, m in sys.modules.items() if n.startswith("joinedup.")]:
        for attribute, value in list(vars(module).items()):
            if id(value) in instead:
                monkeypatch.setattr(module, attribute, instead[id(value)])
