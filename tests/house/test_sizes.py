"""Nothing grows past the size at which it can be read in one go."""

import ast
import tomllib
from collections.abc import Iterator

import pytest

from tests.house.tree import domain_packages, files, functions_of, parsed, text_of

FILE, PACKAGE, FUNCTION, VIEW, TEST, TEMPLATE = 300, 1200, 40, 30, 30, 120
ALLOWED = tomllib.loads(text_of("tests/house/sizes.toml"))


def python_files() -> list[str]:
    return [path for path in files("*.py") if "/migrations/" not in path]


def lines(text: str) -> int:
    """Count the lines that say something."""
    return sum(1 for line in text.splitlines() if line.strip())


def file_sizes() -> Iterator[tuple[str, int, int]]:
    for path in python_files():
        yield path, lines(text_of(path)), FILE
    for path in files("joinedup/templates/**"):
        yield path, lines(text_of(path)), TEMPLATE


def function_sizes() -> Iterator[tuple[str, int, int]]:
    for path in python_files():
        rows = text_of(path).splitlines()
        for function in functions_of(parsed(path)):
            body = "\n".join(rows[function.lineno - 1 : function.end_lineno])
            yield f"{path}:{function.name}", lines(body), limit_of(path, function)


def limit_of(path: str, function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    arguments = [argument.arg for argument in function.args.args]
    if path.startswith("tests/"):
        return TEST if function.name.startswith("test_") else FUNCTION
    is_view = path.startswith(("joinedup/web/", "joinedup/public/")) and "request" in arguments
    return VIEW if is_view else FUNCTION


def package_sizes() -> Iterator[tuple[str, int, int]]:
    for name in domain_packages():
        inside = files(f"joinedup/domain/{name}/**.py")
        yield f"joinedup/domain/{name}", sum(lines(text_of(path)) for path in inside), PACKAGE


def complaints(sizes: Iterator[tuple[str, int, int]], allowed: dict[str, int]) -> list[str]:
    """Say what is too long, and what the table of exceptions allows that is no longer so."""
    said, left = [], dict(allowed)
    for name, size, limit in sizes:
        known = left.pop(name, None)
        if known is None and size > limit:
            said.append(f"{name} has {size} lines; the limit is {limit}.")
        elif known is not None and size > known:
            said.append(f"{name} has grown from {known} to {size} lines; it may only shrink.")
        elif known is not None and size < known:
            shrunk = f"to {size}" if size > limit else "out of the table"
            said.append(f"{name} has shrunk to {size} lines; take its {known} {shrunk}.")
    return said + [f"{name} is gone; take it out of the table." for name in left]


@pytest.mark.parametrize("of", ["files", "functions", "packages"])
def test_nothing_is_longer_than_its_limit(of):
    sizes = {"files": file_sizes, "functions": function_sizes, "packages": package_sizes}[of]

    assert complaints(sizes(), ALLOWED[of]) == []


def test_the_table_of_exceptions_may_only_shrink():
    sizes = [("new", 41, 40), ("grown", 51, 40), ("shrunk", 45, 40), ("mended", 9, 40)]
    allowed = {"grown": 50, "shrunk": 50, "mended": 50, "gone": 50}

    assert complaints(iter(sizes), allowed) == [
        "new has 41 lines; the limit is 40.",
        "grown has grown from 50 to 51 lines; it may only shrink.",
        "shrunk has shrunk to 45 lines; take its 50 to 45.",
        "mended has shrunk to 9 lines; take its 50 out of the table.",
        "gone is gone; take it out of the table.",
    ]
