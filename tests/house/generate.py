"""Pages of docs/reference that are made from the code: ``make format`` writes them anew."""

import ast
import enum
import importlib
import os
import sys
from collections.abc import Callable

import django

from tests.house.covering import coverage
from tests.house.tree import ROOT, domain_packages, files, parsed

NOTICE = "<!-- Made from the code by `make format`; changes by hand are lost. -->\n\n"


def package_map() -> str:
    """Return the map: every package with what its docstring says of it."""
    lines = [
        "# The packages\n",
        "\nWhere things are, lowest first: a package may import those above it in its own list "
        "and never those below.\n",
        "\n## The domain: `joinedup/domain`\n\n",
    ]
    lines += [entry(f"joinedup/domain/{name}") for name in domain_packages()]
    lines.append("\n## Around it: `joinedup`\n\n")
    lines += [entry(path) for path in ("joinedup/delivery", "joinedup/web", "joinedup/public")]
    known = "".join(lines)
    packages = [str(path).rpartition("/")[0] for path in files("joinedup/**/__init__.py")]
    lines += [
        entry(package)
        for package in packages
        if package.count("/") == 1 and not package.endswith(("/domain", "/migrations"))
        if f"`{package}`" not in known
    ]
    return "".join(lines)


def entry(package: str) -> str:
    """Return one line of the map."""
    words = " ".join((ast.get_docstring(parsed(f"{package}/__init__.py")) or "").split())
    return f"- `{package}`: {words}\n"


def states() -> str:
    """Return a picture of every table of moves: what may follow what."""
    lines = ["# States and their moves\n"]
    for package in domain_packages():
        if (ROOT / "joinedup" / "domain" / package / "kinds.py").exists():
            kinds = importlib.import_module(f"joinedup.domain.{package}.kinds")
            tables = {n: t for n, t in vars(kinds).items() if n.endswith("MOVES")}
            lines += [picture(package, table) for _, table in sorted(tables.items())]
    return "".join(lines)


def picture(package: str, moves: dict[enum.Enum, tuple[enum.Enum, ...]]) -> str:
    """Return one table of moves as a Mermaid diagram."""
    first = next(iter(moves))
    lines = [f"\n## {type(first).__name__} in {package}\n\n```mermaid\nstateDiagram-v2\n"]
    lines += [f"    {state.name}: {getattr(state, 'label', state.value)}\n" for state in moves]
    lines.append(f"    [*] --> {first.name}\n")
    lines += [f"    {a.name} --> {b.name}\n" for a, following in moves.items() for b in following]
    lines += [f"    {state.name} --> [*]\n" for state, following in moves.items() if not following]
    return "".join(lines) + "```\n"


PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/map.md": package_map,
    "docs/reference/states.md": states,
    "docs/reference/coverage.md": coverage,
}


def page(path: str) -> str:
    """Return what the page should say now."""
    heading, _, rest = PAGES[path]().partition("\n")
    return f"{heading}\n\n{NOTICE}{rest.lstrip()}"


def main() -> None:
    """Write every generated page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.settings")
    django.setup()
    for path in PAGES:
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(page(path), encoding="utf-8")
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
