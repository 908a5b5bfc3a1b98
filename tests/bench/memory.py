"""Python does not search thousands of collected tests for what is no longer used."""

import gc

import pytest

# Garbage is looked for after so many new things in place of 700: hardly a test leaves any behind.
NEW_THINGS = 50_000


def pytest_configure() -> None:
    """Look for no garbage while tests are collected: nothing of them is thrown away."""
    gc.disable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """Set aside what was collected, which stays to the end, and look for garbage again."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(NEW_THINGS, 20, 50)
