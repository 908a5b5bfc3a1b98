"""What is installed from a wheel is whole: nothing is fetched or built where it runs."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files

BUILD = "import setuptools.build_meta as backend; backend.build_wheel('.')"
# Made by frontend/build.py, so that neither Node nor a network is needed later.
BUILT = ["static/vendor/govuk-frontend.min.css", "static/vendor/govuk-frontend.min.js"]


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    copy: Path = tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    for name in ("joinedup", "requirements"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-W", "ignore", "-c", BUILD]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    (wheel,) = copy.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_every_file_of_the_package(contents):
    wanted = files("joinedup/*")

    assert [path for path in wanted if path not in contents] == []


def test_the_wheel_holds_what_the_front_end_build_made(contents):
    fonts = [name for name in contents if name.startswith("joinedup/fonts/")]

    assert [path for path in BUILT if f"joinedup/{path}" not in contents] == []
    assert [name for name in fonts if name.endswith(".ttf")] != []
