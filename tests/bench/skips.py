"""Skipping: what may be missing on a developer's machine may not be missing in CI."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
IN_CI = bool(os.environ.get("CI"))


def find_shared_data() -> Path | None:
    """Return the folder ``shared/data`` beside the repository or beside one of its parents."""
    folders = (parent / "shared" / "data" for parent in ROOT.parents)
    return next((folder for folder in folders if folder.is_dir()), None)


@pytest.fixture
def shared_data() -> Path:
    """Real public data kept beside the repository; the test skips where it is absent."""
    folder = find_shared_data()
    if folder is None:
        pytest.skip("shared/data is not kept beside this repository")
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "shared_data" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.shared_data)


def may_skip(item: pytest.Item) -> bool:
    """Tell whether a test may skip: in CI only where the shared data it reads is absent."""
    if not IN_CI:
        return True
    return item.get_closest_marker("shared_data") is not None and find_shared_data() is None


def refuse(report: Any) -> None:
    """Turn a skip into a failure that repeats its reason."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    report.outcome = "failed"
    report.longrepr = f"In CI nothing may be skipped. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report: Any = yield
    if report.skipped and not hasattr(report, "wasxfail") and not may_skip(item):
        refuse(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    report: Any = yield
    if report.skipped and IN_CI:
        refuse(report)
    return report
