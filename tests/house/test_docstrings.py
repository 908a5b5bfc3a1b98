"""Every act, rule and package says in a sentence what it is for."""

import ast

from tests.house.tree import files, parsed, public_functions

ACTS_AND_RULES = (
    "joinedup/domain/*/actions.py",
    "joinedup/domain/*/actions/*.py",
    "joinedup/domain/*/rules.py",
    "joinedup/domain/*/rules/*.py",
)


def first_line(node: ast.Module | ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    return (ast.get_docstring(node) or "").partition("\n")[0]


def test_every_act_and_rule_says_in_a_sentence_what_it_does():
    silent = [
        f"{path}:{function.name}"
        for path in files(*ACTS_AND_RULES)
        for function in public_functions(path)
        if not first_line(function).endswith(".")
    ]

    assert silent == []


def test_every_package_says_what_it_is_for():
    packages = [p for p in files("joinedup/**__init__.py") if "/migrations/" not in p]

    assert [path for path in packages if len(first_line(parsed(path))) < 20] == []


def test_every_rule_is_named_for_the_act_it_forbids():
    rules = [f for path in files(*ACTS_AND_RULES[2:]) for f in public_functions(path)]

    assert [rule.name for rule in rules if not rule.name.startswith("why_not_")] == []
