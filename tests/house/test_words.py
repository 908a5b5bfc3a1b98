"""One word, one meaning: tables and acts use the words of the glossary."""

import re

import pytest
from django.apps import apps

from tests.house.tree import files, public_functions, text_of

GLOSSARY = "docs/reference/glossary.md"
# Machinery beneath the words of the trade.
MACHINERY = ("joinedup/domain/basics/", "joinedup/domain/journal/")
LITTLE = {"for", "at", "to", "of", "from", "by", "with", "in", "on", "many", "all", "now"}
VAGUE = {"utils", "helpers", "common", "core", "misc", "manager", "service", "services"}


def terms() -> set[str]:
    """Return the words the glossary explains: what is bold where a line of its list begins."""
    heads = re.findall(r"^- (\*\*.+?\*\*(?:, \*\*.+?\*\*)*)", text_of(GLOSSARY), re.M)
    return {word.lower() for head in heads for word in re.findall(r"\*\*(.+?)\*\*", head)}


def singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")


def is_known(words: list[str], known: set[str]) -> bool:
    """Tell whether the whole phrase or its last word is explained, in singular or plural."""
    candidates = {" ".join(words), words[-1]}
    return bool({form for word in candidates for form in (word, singular(word))} & known)


def acts() -> list[str]:
    """Return the acts there are: public functions that are told who did it and when."""
    return [
        function.name
        for path in files("joinedup/domain/*/actions.py", "joinedup/domain/*/actions/*.py")
        if not path.startswith(MACHINERY)
        for function in public_functions(path)
        if {"by", "at"} <= {argument.arg for argument in function.args.kwonlyargs}
    ]


def test_every_table_is_named_by_a_word_of_the_glossary():
    names = [table.__name__ for table in apps.get_app_config("joinedup").get_models()]

    words = {name: re.sub("([A-Z])", r" \1", name).lower().split() for name in names}

    assert [name for name in names if not is_known(words[name], terms())] == []


def test_a_word_that_is_not_in_the_glossary_is_noticed():
    known = {"answer sheet", "reply"}

    assert is_known(["answer", "sheet"], known)
    assert is_known(["late", "replies"], known)
    assert not is_known(["sheet"], known)


@pytest.mark.parametrize("act", acts())
def test_every_act_is_a_verb_and_a_word_of_the_glossary(act):
    noun = [word for word in act.split("_")[1:] if word not in LITTLE]

    assert noun, f"{act} does not say what it acts on."
    assert is_known(noun, terms()), f"“{' '.join(noun)}” is not in {GLOSSARY}."


def test_no_module_has_a_vague_name():
    names = {path: set(re.split(r"[/_.]", path)) for path in files("*.py")}

    assert [path for path, parts in names.items() if parts & VAGUE] == []
