"""From what was taken to the lines of the table."""

from collections.abc import Iterator, Mapping
from statistics import median
from typing import Any

from tests.bench.speed.asking import Taken
from tests.bench.speed.goals import AT_LEAST, CAUSES, Line
from tests.bench.speed.targets import Served

Pairs = Mapping[str, list[float]]


def over_http(taken: Mapping[str, Taken], sizes: list[Served]) -> Iterator[Line]:
    """Yield the lines of what was asked over HTTP: of every size, then how it grows."""
    for served in sizes:
        yield from of_size(taken, served)
    yield from growth(taken, sizes)


def of_size(taken: Mapping[str, Taken], served: Served) -> Iterator[Line]:
    """Yield the lines of one size."""
    limits = {
        "register": (1, 2, "register page", CAUSES["register"]),
        "detail, 20": (4, 3, "partnership with 20 members", CAUSES["detail"]),
        "members, 20": (4, 3, "its list of 20 members", CAUSES["detail"]),
        "search, common": (6, 2, "search, a common word", CAUSES["register"]),
        "search, rare": (6, 2, "search, a rare name", CAUSES["register"]),
        "sitting": (5, 4, "thirty answers, page by page", CAUSES["sitting"]),
        "export": (7, 3, "register as CSV", CAUSES["export"]),
    }
    for what, (goal, limit, told, cause) in limits.items():
        name, floor = served.name(what), served.name(f"floor: {what}")
        if name in taken:
            line = f"{told}, {served.size:,}"
            app, bare = taken[name].ms, taken[floor].ms
            yield Line(goal, line, app, bare, "ms", limit, cause=cause)
    for what, goal, least, told in (
        ("register at once", 1, 0.5, "register page, 16 at once"),
        ("sitting at once", 5, 0.25, "thirty answers, 16 at once"),
    ):
        name, floor = served.name(what), served.name(f"floor: {what}")
        if name in taken:
            cause = CAUSES[what.removesuffix(" at once")]
            both = taken[name].rate, taken[floor].rate
            yield Line(
                goal, f"{told}, {served.size:,}", *both, "a second", least, AT_LEAST, cause=cause
            )
    if (name := served.name("export")) in taken:
        both = taken[name].first, taken[name].ms
        told = f"first byte of the CSV, {served.size:,}"
        cause = CAUSES["first byte"]
        yield Line(7, told, *both, "ms", 0.1, against="the whole", cause=cause)


def growth(taken: Mapping[str, Taken], sizes: list[Served]) -> Iterator[Line]:
    """Yield how the largest size compares with the smallest, and the last page with the first."""
    small, large = sizes[0], sizes[-1]
    if small is not large:
        for what, goal, limit, told in (
            ("register", 3, 1.5, "register page"),
            ("search, rare", 6, 3, "search, a rare name"),
        ):
            if small.name(what) in taken:
                both = taken[large.name(what)].ms, taken[small.name(what)].ms
                line = f"growth of the {told}, {small.size:,} to {large.size:,}"
                yield Line(goal, line, *both, "ms", limit, against=f"at {small.size:,}")
    if (name := large.name("register, last page")) in taken:
        both = taken[name].ms, taken[large.name("register")].ms
        line = f"last page of the register, {large.size:,}"
        yield Line(3, line, *both, "ms", 2, against="the first page")
    for what, line in (("detail", "partnership"), ("members", "list of members")):
        if (name := large.name(f"{what}, 200")) in taken:
            both = taken[name].ms, taken[large.name(f"{what}, 20")].ms
            yield Line(4, f"{line}, 200 members", *both, "ms", 10, against="with 20")


def of_statements(told: Mapping[str, Any], size: int) -> Iterator[Line]:
    """Yield how many statements pages ask of the database, which no other work disturbs."""
    asked = told["statements"]
    for many in ("20", "200"):
        for what, page in (("detail", "partnership"), ("members", "list of members")):
            figure = asked[f"{what}, {many}"]
            line = f"statements, {page}, {many} members"
            yield Line(4, line, figure, None, "", 10, cause=STATEMENTS[what])
    yield Line(3, f"statements, register page, {size:,}", asked["register"], None, "", 30)


STATEMENTS = {
    "detail": "As many for 200 members as for 20: five find who asks and the record, three its "
    "members, the others are one for each sort of thing on the page; who keeps the record is "
    "asked twice, for two of its reasons.",
    "members": "As many for 200 members as for 20: five find who asks and the record, three its "
    "members with their places, and one each for whom somebody speaks, which places are empty "
    "and who keeps the record.",
}


def of_weights(told: Mapping[str, Any]) -> Iterator[Line]:
    """Yield what the register page weighs, compressed."""
    weights = told["weights"]
    first, later = weights["first"] / 1000, weights["page"] / 1000
    yield Line(10, "first page with styles and scripts", first, None, "kB", 100)
    yield Line(10, "every later page", later, None, "kB", 15)


def of_memory(
    idle: Mapping[str, float], after: float, peak: float, worker: float
) -> Iterator[Line]:
    """Yield what the processes that serve take, and the worker by itself."""
    app, floor = idle["app"], idle["floor"]
    carries = "The app carries its pages, rules and forms; the floor only a template."
    yield Line(10, "idle memory, two workers", app, floor, "MiB", 1.5, cause=carries)
    yield Line(10, "idle memory, beside the lightest peer", app, None, "MiB", 114, cause=carries)
    fills = "Idle is taken when each page has been asked for once; what is kept fills after that."
    yield Line(10, "memory after the run", after, app, "MiB", 1.3, against="idle", cause=fills)
    yield Line(10, "peak memory in the run", peak, app, "MiB", 1.5, against="idle", cause=fills)
    alone = "It is a process of its own and loads every kind of work; no goal was set for it."
    yield Line(10, "memory of the worker", worker, None, "MiB", 114, cause=alone)


INSIDE = {
    "paper": (9, "a report with a table of 100 rows, PDF", 3, "the floor"),
    "long paper": (9, "a report of 100 pages, PDF", 25, "one of 4 pages"),
    "workbook": (7, "register as XLSX, 10,000", 1.5, "the floor"),
    "closing": (0, "closing a round of 300 with 3,000 sheets", 30, "reading the rows raw"),
    "reports": (0, "300 report PDFs", 3, "the typesetter alone"),
}


def inside(what: str, pairs: Pairs) -> Line:
    """Return the line of work inside a process."""
    goal, told, limit, against = INSIDE[what]
    cause = CAUSES.get(what, "")
    both = median(pairs["app"]), median(pairs["floor"])
    return Line(goal, told, *both, "ms", limit, against=against, cause=cause)
