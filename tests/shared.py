"""Where the real public data lies that some tests read; they skip where it is absent."""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent


def shared(path: str) -> Path:
    """Return a file of the shared data; skips the test that asks where there is none."""
    folder = os.environ.get("JOINEDUP_SHARED", "")
    for place in (folder, REPOSITORY.parent / "shared", REPOSITORY.parent.parent / "shared"):
        if place and (Path(place) / path).is_file():
            return Path(place) / path
    pytest.skip(f"shared data is absent: {path}")
