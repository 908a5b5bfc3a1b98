"""Only acts write: nothing outside actions.py calls what changes a row."""

import ast

from tests.house.tree import files, parsed

WRITING = {
    "save",
    "create",
    "delete",
    "update",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}

# Who else may, and why.
EXCEPTIONS = {
    "joinedup/domain/basics/changes.py": "the conditional write that every act goes through",
    "joinedup/domain/backups/archive.py": "feeds a digest what a file holds, never a row",
    "joinedup/domain/backups/digests.py": "feeds a digest what a row says, and writes none",
    "joinedup/domain/intake/plan.py": "feeds a digest what would happen, and writes nothing",
    "joinedup/domain/documents/word.py": "writes a Word file into memory, never a row",
}


def writes(tree: ast.AST) -> list[tuple[int, str]]:
    """Return line and name of every call that looks like a write; ``|=`` serves dictionaries."""
    return [
        (node.lineno, node.func.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITING
    ]


def may_write(path: str) -> bool:
    inside_actions = path.endswith("/actions.py") or "/actions/" in path
    return "/migrations/" in path or path in EXCEPTIONS or inside_actions


def test_nothing_writes_outside_actions():
    found = [
        f"{path}:{line} calls .{name}()"
        for path in files("joinedup/*.py")
        if not may_write(path)
        for line, name in writes(parsed(path))
    ]

    assert found == []


def test_every_exception_is_still_needed():
    assert [path for path in EXCEPTIONS if not writes(parsed(path))] == []


def test_a_planted_write_is_found():
    planted = ast.parse("def page(request):\n    Person.objects.filter(pk=1).update(name='')\n")

    assert writes(planted) == [(2, "update")]
