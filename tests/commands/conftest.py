"""An installation of its own, in which commands run as typed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.answers import words
from tests.commands.postbox import postbox
from tests.house.tree import ROOT

__all__ = ["postbox"]
Typed = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    """Run ``joinedup`` as typed in an empty folder, with no settings but those given."""
    return typed_in(tmp_path)


def typed_in(folder: Path) -> Typed:
    """Return what runs ``joinedup`` as typed in a folder."""

    def typed(*words: object, limit: int = 0, **told: str) -> "subprocess.CompletedProcess[str]":
        """Run it; ``limit`` is how many bytes a file may grow to, as on a disk that is full."""
        before = ["prlimit", f"--fsize={limit}"] if limit else []
        return subprocess.run(
            [*before, sys.executable, "-m", "joinedup", *map(str, words)],
            cwd=folder,
            env=environment_for() | told,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return typed


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real installation, made once by setup; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("made")
    done = typed_in(folder)("setup", *words("smtp://127.0.0.1:25"), "--no-test-mail")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    (tmp_path / "data").chmod(0o700)
    return tmp_path


def environment_for() -> dict[str, str]:
    """Return an environment that tells an installation nothing."""
    kept = {name: told for name, told in os.environ.items() if not name.startswith("JOINEDUP_")}
    kept.pop("PORT", None)
    return kept | {"PYTHONPATH": str(ROOT)}
