"""A mark in the data folder while pages are served or work is done from it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no such locks
    fcntl = None  # type: ignore[assignment]

MARK = "in-use"


@contextmanager
def in_use(folder: Path) -> Iterator[None]:
    """Mark the folder as in use; the mark goes with the process, however it ends."""
    if fcntl is None or not folder.is_dir():
        yield
        return
    with open(os.open(folder / MARK, os.O_RDWR | os.O_CREAT, 0o600), "w") as mark:
        fcntl.flock(mark, fcntl.LOCK_SH)
        yield


def is_in_use(folder: Path) -> bool:
    """Tell whether a server or worker has marked the folder."""
    mark = folder / MARK
    if fcntl is None or not mark.exists():
        return False
    with mark.open("r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False
