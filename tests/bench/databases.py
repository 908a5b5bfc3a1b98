"""What a careless test stumbles on: lists without order come shuffled, reading may not write."""

import contextlib
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.db.models import QuerySet
from django.test import Client

READS = re.compile(
    r"\s*(SELECT|WITH|EXPLAIN|PRAGMA|SHOW|SET|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b", re.I
)
# When somebody was last here is noted with any page.
OF_VISITS = "joinedup_session"


USES_DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the database: only that can tell one database from another."""
    for item in items:
        used = USES_DATABASE & set(getattr(item, "fixturenames", ()))
        if used or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Give SQLite a file, so that threads have connections of their own as in real life."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        folder: Path = tmp_path_factory.mktemp("database")
        database.setdefault("TEST", {})["NAME"] = str(folder / "test.sqlite3")
        # Nothing here need survive a power cut, and each test would wait for the disk.
        database["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
    else:
        request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")


@pytest.fixture(autouse=True)
def lists_without_order_come_shuffled(request: pytest.FixtureRequest) -> Iterator[None]:
    """Shuffle what a query without an order returns, each test in its own lasting way."""
    chance = random.Random(request.node.nodeid)
    fetch_all = QuerySet._fetch_all

    def fetch_shuffled(queryset: QuerySet[Any]) -> None:
        fresh = queryset._result_cache is None
        fetch_all(queryset)
        if fresh and not queryset.ordered:
            chance.shuffle(queryset._result_cache)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QuerySet, "_fetch_all", fetch_shuffled)
        yield


@pytest.fixture(autouse=True)
def reading_a_page_writes_nothing() -> Iterator[None]:
    """Fail a GET that writes, unless its view declares ``writes_on_get``."""
    original = Client.request

    def request(client: Client, **environ: Any) -> Any:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return original(client, **environ)
        written: list[str] = []

        def watch(execute: Any, sql: str, *rest: Any) -> Any:
            if not READS.match(sql) and OF_VISITS not in sql:
                written.append(sql)
            return execute(sql, *rest)

        with contextlib.ExitStack() as watching:
            for connection in connections.all():
                watching.enter_context(connection.execute_wrapper(watch))
            response = original(client, **environ)
        if written and not getattr(response.resolver_match.func, "writes_on_get", False):
            pytest.fail(f"GET {environ['PATH_INFO']} wrote to the database: {written[0][:200]}")
        return response

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "request", request)
        yield
