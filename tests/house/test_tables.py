"""Tables point downwards, and who-and-when go together."""

import pytest
from django.apps import apps
from django.db import models
from django.db.models import CheckConstraint

from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.reviews import __name__ as reviews
from tests.house.tree import domain_packages

TABLES = list(apps.get_app_config("joinedup").get_models(include_auto_created=True))
ORDER = domain_packages()


def package_of(table: type[models.Model]) -> str:
    return table.__module__.removeprefix("joinedup.domain.").partition(".")[0]


def points_upwards(table: type[models.Model], target: type[models.Model]) -> bool:
    """Tell whether a key from ``table`` to ``target`` goes to a package that is not below it."""
    here, there = package_of(table), package_of(target)
    if there not in ORDER:
        return True
    return here != there and ORDER.index(there) >= ORDER.index(here)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_foreign_keys_point_downwards(table):
    keys = [f for f in table._meta.get_fields() if f.is_relation and not f.auto_created]

    upward = [f.name for f in keys if points_upwards(table, f.related_model)]

    assert upward == []


def test_a_key_that_points_upwards_is_noticed():
    class Review:
        __module__ = f"{reviews}.models"

    assert points_upwards(Person, Partnership)
    assert points_upwards(Partnership, Review)
    assert not points_upwards(Partnership, Person)


def pairs_without_a_constraint(table: type[models.Model]) -> list[str]:
    """Return the ``x_at`` and ``x_by`` that the database would let apart."""
    fields = {field.name: field for field in table._meta.concrete_fields}
    conditions = [
        str(c.condition) for c in table._meta.constraints if isinstance(c, CheckConstraint)
    ]
    return [
        f"{moment} and {person}"
        for moment in fields
        if moment.endswith("_at") and (person := moment.removesuffix("_at") + "_by") in fields
        if fields[moment].null or fields[person].null
        if not any(f"{moment}__isnull" in c and f"{person}__isnull" in c for c in conditions)
    ]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_moment_and_person_are_known_together(table):
    assert pairs_without_a_constraint(table) == []
