"""Tests come in the same order in every process, or two processes could not share them out."""

import pytest


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for mark in metafunc.definition.iter_markers("parametrize"):
        if isinstance(mark.args[1], (set, frozenset)):
            raise pytest.UsageError(
                f"{metafunc.definition.nodeid} runs over a set, whose order changes from one "
                "process to the next. Sort it."
            )
