"""What is asked again and again while one page is read, and asked of the database once."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")
_known: ContextVar[dict[Hashable, Any] | None] = ContextVar("known", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """Keep what is ``remembered`` until the end: within, nothing may be changed."""
    before = _known.set({})
    try:
        yield
    finally:
        _known.reset(before)


@contextmanager
def supposing(answers: dict[Hashable, Any]) -> Iterator[None]:
    """Take these for what was asked, and nothing else: of somebody who is nobody."""
    before = _known.set(answers)
    try:
        yield
    finally:
        _known.reset(before)


def remembered(what: Hashable, ask: Callable[[], T]) -> T:
    """Return what ``ask`` returned for ``what`` before, or ask; outside ``remembering`` anew."""
    known = _known.get()
    if known is None:
        return ask()
    if what not in known:
        known[what] = ask()
    found: T = known[what]
    return found
