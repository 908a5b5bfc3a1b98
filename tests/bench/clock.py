"""The clock is given: it stands still at ``NOW`` until a test moves it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

# A summer morning, when London and UTC differ.
NOW = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(request: pytest.FixtureRequest) -> Iterator[time_machine.Traveller | None]:
    """Stop the clock at NOW; ``clock.move_to(moment)`` moves it. Browsers keep the real one."""
    if request.node.get_closest_marker("browser"):
        yield None
    else:
        with time_machine.travel(NOW, tick=False) as traveller:
            yield traveller


@pytest.fixture
def now() -> datetime:
    """The moment at which every test begins."""
    return NOW
