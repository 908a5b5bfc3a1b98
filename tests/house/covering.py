"""What the five source documents ask, how far each row is carried, and the page that shows it."""

import importlib
import inspect
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from joinedup.delivery.audiences import Audience, routes
from tests.house.tree import ROOT, public_functions, text_of

DATA = "docs/reference/coverage.toml"
DONE, PARTLY, NOT_YET = STATES = ("done", "partly", "not yet")
LONGEST = 12
# Where a test goes through a screen as a person does; a test of an act alone shows no screen.
ON_SCREEN = ("tests/web/", "tests/public/", "tests/journeys/", "tests/demo/")


@dataclass(frozen=True)
class Row:
    """One requirement: what is asked, how far it is carried, and what carries it."""

    id: str
    asks: str
    codes: tuple[str, ...]
    state: str = NOT_YET
    pages: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    lacks: str = ""


def data() -> tuple[dict[str, str], dict[str, str], list[Row]]:
    """Return the source documents by letter, the capabilities by code, and every row."""
    read = tomllib.loads(text_of(DATA))
    rows = [
        Row(name, **{key: tuple(v) if isinstance(v, list) else v for key, v in row.items()})
        for name, row in read["rows"].items()
    ]
    return read["sources"], read["capabilities"], rows


def faults(row: Row, pages: frozenset[str], capabilities: Iterable[str]) -> list[str]:
    """Say what is wrong with a row: words, codes, or pointers at what is not there."""
    said = [*wrong_words(row), *wrong_pointers(row)]
    said += [f"{code} is no capability." for code in row.codes if code not in capabilities]
    said += [f"{name} is no page that people can open." for name in row.pages if name not in pages]
    said += [f"{name} is no public function." for name in row.acts if not is_public(name)]
    said += [f"{name} is no test." for name in row.tests if not is_test(name)]
    return [f"{row.id}: {sentence}" for sentence in said]


def wrong_words(row: Row) -> Iterator[str]:
    """Yield what is wrong with what a row says."""
    if row.state not in STATES:
        yield f"“{row.state}” is no state."
    if not 0 < len(row.asks.split()) <= LONGEST:
        yield f"Say what is asked in 1 to {LONGEST} words."
    if not row.codes:
        yield "It names no capability."
    if (row.state == PARTLY) != bool(row.lacks):
        yield "What is partly done says what it lacks; nothing else does."


def wrong_pointers(row: Row) -> Iterator[str]:
    """Yield what is wrong with how much a row points at."""
    if row.state == NOT_YET and (row.pages or row.acts or row.tests):
        yield "What is not done at all points at nothing."
    if row.state == PARTLY and not (row.pages or row.acts or row.tests):
        yield "What is partly done points at a page, an act or a test."
    if row.state == DONE and not row.pages:
        yield "Done means that a person can do it on a screen: name the page."
    if row.state == DONE and not any(test.startswith(ON_SCREEN) for test in row.tests):
        yield f"Done means that a test goes through the screen: name one of {', '.join(ON_SCREEN)}."


def pages_for_people() -> frozenset[str]:
    """Return the routes that people open; what only the demonstration has carries nothing."""
    return frozenset(
        name
        for name, _, pattern in routes()
        if "GET" in pattern.callback.methods
        if pattern.callback.audience is not Audience.DEMONSTRATION
    )


def is_public(name: str) -> bool:
    """Tell whether a dotted name is a function of the product that others may call."""
    module, _, function = name.rpartition(".")
    if not module.startswith("joinedup.") or function.startswith("_"):
        return False
    try:
        found = getattr(importlib.import_module(module), function, None)
    except ModuleNotFoundError:
        return False
    # A package of several modules hands on the functions of its own.
    home = getattr(found, "__module__", "")
    return inspect.isfunction(found) and (home == module or home.startswith(f"{module}."))


def is_test(name: str) -> bool:
    """Tell whether a path such as tests/web/test_x.py::test_y is a test there is."""
    path, _, function = name.partition("::")
    if not function.startswith("test_") or not (ROOT / path).is_file():
        return False
    return function in [each.name for each in public_functions(path)]


def coverage() -> str:
    """Return the page: counts, then every requirement by source document."""
    sources, capabilities, rows = data()
    return "".join(
        [
            "# What is asked, and how far it is done\n",
            "\nFive public papers say what it takes to run partnerships well. Here is each thing "
            "they ask, in our words, and how far Joined Up carries it. Done means that a person "
            "can do it on a screen, not that a field or a label is there. Partly says what is "
            "still missing. The rows are kept in [coverage.toml](coverage.toml).\n",
            "\n## By paper\n\n",
            *counted("Paper", [(title, of(rows, letter)) for letter, title in sources.items()]),
            "\n## By capability\n\nA requirement counts where its first capability is.\n\n",
            *counted(
                "Capability",
                [
                    (f"{code} {name}", [row for row in rows if row.codes[0] == code])
                    for code, name in capabilities.items()
                ],
            ),
            *(
                line
                for letter, title in sources.items()
                for line in section(title, of(rows, letter))
            ),
        ]
    )


def of(rows: list[Row], letter: str) -> list[Row]:
    """Return the rows of one source document."""
    return [row for row in rows if row.id[0] == letter]


def counted(what: str, groups: list[tuple[str, list[Row]]]) -> Iterator[str]:
    """Yield a table that counts the states of each group, and of all."""
    yield f"| {what} | Asked | Done | Partly | Not yet |\n|---|--:|--:|--:|--:|\n"
    everything = [row for _, rows in groups for row in rows]
    for name, counting in [*groups, ("**All**", everything)]:
        states = Counter(row.state for row in counting)
        figures = [len(counting), *(states[state] for state in STATES)]
        yield f"| {name} | {' | '.join(map(str, figures))} |\n"


def section(title: str, rows: list[Row]) -> Iterator[str]:
    """Yield one source document's table."""
    yield f"\n## {title}\n\n| | What is asked | | State | Where | Still missing |\n"
    yield "|---|---|---|---|---|---|\n"
    for row in rows:
        state = f"**{row.state}**" if row.state == DONE else row.state
        cells = [row.id, row.asks, " ".join(row.codes), state, where(row), row.lacks]
        yield f"| {' | '.join(cells)} |\n".replace("  |", " |")


def where(row: Row) -> str:
    """Return what carries a row: pages by route, acts by name, tests as links to their files."""
    pages = [f"`{name}`" for name in row.pages]
    acts = [f"`{short(name)}`" for name in row.acts]
    files = dict.fromkeys(name.partition("::")[0] for name in row.tests)
    tests = [f"[{Path(path).stem.removeprefix('test_')}](../../{path})" for path in files]
    parts = [("Pages", pages), ("Acts", acts), ("Tests", tests)]
    return "; ".join(f"{name}: {', '.join(names)}" for name, names in parts if names)


def short(name: str) -> str:
    """Return a function's name after its package, without the modules between."""
    parts = name.removeprefix("joinedup.domain.").removeprefix("joinedup.").split(".")
    return f"{parts[0]}.{parts[-1]}"
