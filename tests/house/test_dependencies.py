"""Every dependency has its reason, and is locked by hash and without an address."""

import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import files, text_of

SOURCES = [path.removesuffix(".in") for path in files("requirements/*.in")]


def wanted(source: str) -> dict[str, Requirement]:
    """Return what a .in file asks for, by name."""
    lines = [line.partition("#")[0].strip() for line in text_of(f"{source}.in").splitlines()]
    requirements = [Requirement(line) for line in lines if line and not line.startswith("-")]
    return {canonicalize_name(requirement.name): requirement for requirement in requirements}


def locked(source: str) -> dict[str, str]:
    """Return the versions a lock file holds, by name."""
    return dict(
        re.findall(r"^([a-z0-9-]+)(?:\[[^]]*\])?==([^ ;\\]+)", text_of(f"{source}.txt"), re.M)
    )


def asked_directly(source: str) -> set[str]:
    """Return the packages of a lock file that are there because the .in file names them."""
    blocks = re.split(r"^(?=[a-z0-9-]+(?:\[[^]]*\])?==)", text_of(f"{source}.txt"), flags=re.M)[1:]
    direct = [block for block in blocks if f"-r {source}.in" in block]
    return {re.split(r"[=\[]", block, maxsplit=1)[0] for block in direct}


@pytest.mark.parametrize("source", SOURCES)
def test_every_dependency_says_what_it_is_for(source):
    lines = [
        line for line in text_of(f"{source}.in").splitlines() if line[:1] not in ("#", "-", "")
    ]

    assert [line for line in lines if len(line.partition(" # ")[2]) < 15] == []


@pytest.mark.parametrize("source", SOURCES)
def test_the_lock_is_in_step_with_what_is_asked_for(source):
    versions = locked(source)

    wrong = [n for n, r in wanted(source).items() if not r.specifier.contains(versions.get(n, "0"))]

    assert asked_directly(source) == set(wanted(source)), "Say `make lock`."
    assert wrong == [], "Say `make lock`."


@pytest.mark.parametrize("source", SOURCES)
def test_every_locked_package_has_hashes_and_no_line_names_an_index(source):
    text = text_of(f"{source}.txt")
    blocks = re.split(r"^(?=[a-z0-9-]+(?:\[[^]]*\])?==)", text, flags=re.M)[1:]

    assert [block[:40] for block in blocks if "--hash=sha256:" not in block] == []
    assert re.findall(r"^--\S+|\S+://\S+| @ .*", text, re.M) == []


def test_what_the_tests_install_holds_what_the_product_runs_on():
    run, test = locked("requirements/run"), locked("requirements/test")

    assert {name: test.get(name) for name in run} == run
