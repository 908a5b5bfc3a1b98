"""The repository as the tests of the house read it."""

import ast
import functools
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
Function = ast.FunctionDef | ast.AsyncFunctionDef


@functools.cache
def files(*patterns: str) -> tuple[str, ...]:
    """Return the paths that git keeps or would keep, of these patterns."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(sorted({p for p in listed.stdout.splitlines() if (ROOT / p).is_file()}))


def text_of(path: str) -> str:
    """Return a file's text; what is not text is empty."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@functools.cache
def parsed(path: str) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(text_of(path), path)


def functions_of(tree: ast.AST) -> Iterator[Function]:
    """Yield every function at any depth."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def public_functions(path: str) -> list[Function]:
    """Return a module's own functions that others may call."""
    return [f for f in parsed(path).body if isinstance(f, Function) and f.name[0] != "_"]


@functools.cache
def pyproject() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads(text_of("pyproject.toml"))


def domain_packages() -> list[str]:
    """Return the domain packages that exist, lowest first, as the import contract orders them."""
    contracts = pyproject()["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if c["containers"] == ["joinedup.domain"])
    names = [name.strip(" ()") for layer in reversed(layers) for name in layer.split("|")]
    return [name for name in names if (ROOT / "joinedup" / "domain" / name).is_dir()]
