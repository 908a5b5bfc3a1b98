"""The checkers that are not ours: formatter, linter, types."""

import subprocess
import sys

import pytest

from tests.house.tree import ROOT

CHECKERS = {
    "the code is formatted": ["ruff", "format", "--check", "."],
    "the linter finds nothing": ["ruff", "check", "."],
    "the domain is strictly typed": ["mypy"],
}


@pytest.mark.parametrize("words", CHECKERS.values(), ids=CHECKERS)
def test_a_checker_finds_nothing(words):
    command = [sys.executable, "-m", *words]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
