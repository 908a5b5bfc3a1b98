"""What a maker makes: an address to ask for, and what a form there may hold."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.access.world import World


@dataclass(frozen=True)
class Made:
    """What stands in the address, which of it names a thing, and what a form may hold."""

    args: dict[str, Any]
    ids: tuple[str, ...] = ()
    fill: dict[str, Any] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


Maker = Callable[[World], Made]
