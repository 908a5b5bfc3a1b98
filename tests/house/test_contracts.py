"""The import contracts hold, and each is shown to fire on a copy that breaks it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

# file of the copy -> (line planted there, what the report must then say)
BREACHES = {
    "joinedup/domain/basics/days.py": (
        "import joinedup.domain.people.models",
        "joinedup.domain.basics is not allowed to import joinedup.domain.people",
    ),
    "joinedup/domain/places/models.py": (
        "def hidden():\n    from joinedup.domain.partnerships import models",
        "joinedup.domain.places is not allowed to import joinedup.domain.partnerships",
    ),
    "joinedup/domain/people/rules.py": (
        "import joinedup.domain.people.actions",
        "joinedup.domain.people.rules is not allowed to import joinedup.domain.people.actions",
    ),
    "joinedup/domain/organisations/kinds.py": (
        "import joinedup.delivery.audiences",
        "joinedup.domain is not allowed to import joinedup.delivery",
    ),
    "joinedup/public/planted.py": (
        "import joinedup.web",
        "joinedup.public is not allowed to import joinedup.web",
    ),
    "joinedup/domain/undeclared/__init__.py": ("", "joinedup.domain.undeclared"),
    "joinedup/domain/scoring/results.py": (
        "import django.db.models",
        "joinedup.domain.scoring is not allowed to import django",
    ),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def report_of_breaches(tmp_path_factory: pytest.TempPathFactory) -> str:
    copy = tmp_path_factory.mktemp("breached")
    shutil.copy(ROOT / "pyproject.toml", copy)
    shutil.copytree(ROOT / "joinedup", copy / "joinedup", ignore=shutil.ignore_patterns("static"))
    for name, (line, _) in BREACHES.items():
        (copy / name).parent.mkdir(exist_ok=True)
        with (copy / name).open("a", encoding="utf-8") as planted:
            planted.write(f"\n{line}\n")
    return " ".join(lint_imports(copy).stdout.split())


def test_the_import_contracts_hold():
    done = lint_imports(ROOT)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", BREACHES)
def test_a_planted_breach_is_reported(path, report_of_breaches):
    assert BREACHES[path][1] in report_of_breaches
