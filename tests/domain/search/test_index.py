import pytest
from django.apps import apps
from django.db.models.signals import post_migrate, pre_migrate

from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.search import index
from joinedup.domain.search.queries import found_by_name

pytestmark = pytest.mark.django_db


def send(signal, plan):
    config = apps.get_app_config("joinedup")
    signal.send(sender=config, app_config=config, plan=plan)


def found(typed):
    return [body.name for body in found_by_name(typed, Organisation.objects.all())]


def test_the_index_is_out_of_the_way_while_tables_change_and_right_afterwards(now):
    add_organisation("Elm House", by=None, at=now)
    send(pre_migrate, ["a change"])
    add_organisation("Elm Court", by=None, at=now)
    meanwhile = (index.is_installed(), found("court"))
    send(post_migrate, ["a change"])

    assert meanwhile == (False, [])
    assert (index.is_installed(), found("court"), found("house")) == (
        True,
        ["Elm Court"],
        ["Elm House"],
    )


def test_where_no_table_changes_the_index_stays(now):
    add_organisation("Elm House", by=None, at=now)
    send(pre_migrate, [])

    assert (index.is_installed(), found("elm")) == (True, ["Elm House"])
