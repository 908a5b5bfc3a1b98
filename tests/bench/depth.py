"""What takes long runs in the deep run alone: ``make test-deep``."""

import os

import pytest

DEEP = os.environ.get("JOINEDUP_TEST_DEPTH") == "deep"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the deep tests; left out is not skipped, so CI does not mind."""
    if DEEP:
        return
    deep = [item for item in items if item.get_closest_marker("deep")]
    config.hook.pytest_deselected(items=deep)
    items[:] = [item for item in items if item not in deep]
