"""The clock is read in delivery and passed down: the domain never asks what time it is."""

import ast

from tests.house.tree import files, parsed

CLOCKS = {"now", "today", "utcnow", "localdate", "localtime", "fromtimestamp", "monotonic"}
OWNERS = {"timezone", "datetime", "date", "time", "functions", "dt"}
AUTOMATIC = {"auto_now", "auto_now_add"}


def readings(tree: ast.AST) -> list[int]:
    """Return the lines that read a clock, by name or by an automatic field."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if (
            isinstance(node, ast.Attribute)
            and node.attr in CLOCKS
            and isinstance(node.value, ast.Name)
            and node.value.id in OWNERS
        )
        or (
            isinstance(node, ast.ImportFrom) and {name.name for name in node.names} & {"Now", "now"}
        )
        or (isinstance(node, ast.Call) and {k.arg for k in node.keywords} & AUTOMATIC)
    ]


def test_the_domain_never_reads_the_clock():
    found = [f"{p}:{line}" for p in files("joinedup/domain/*.py") for line in readings(parsed(p))]

    assert found == []


def test_planted_clocks_are_found():
    planted = ast.parse(
        "from django.db.models.functions import Now\n"
        "at = models.DateTimeField(auto_now_add=True)\n"
        "today = date.today()\n"
        "due = models.DateTimeField(default=timezone.now)\n"
    )

    assert readings(planted) == [1, 2, 3, 4]
