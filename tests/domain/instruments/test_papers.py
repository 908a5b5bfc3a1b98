"""What the papers say of questionnaires and scoring is what the code does."""

import re
from dataclasses import fields, is_dataclass

import pytest

from joinedup.commands.main import main
from joinedup.domain.instruments import definition
from joinedup.domain.instruments.reading import read_definition
from tests.house.tree import ROOT, text_of

FORMAT = "docs/reference/instrument-format.md"
GUIDE = "docs/guide/scoring.md"
KEYS = sorted(
    {
        field.name
        for kind in vars(definition).values()
        if isinstance(kind, type) and is_dataclass(kind)
        for field in fields(kind)
    }
)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_explained(key):
    assert re.search(rf"`\[*{re.escape(key)}\]*`", text_of(FORMAT)), key


def test_the_smallest_example_is_a_questionnaire():
    example = text_of(FORMAT).split("```toml\n")[1].split("```")[0]

    assert [each.id for each in read_definition(example).statements] == ["A1"]


def test_the_example_of_the_guide_comes_out_as_printed(capsys):
    typed, said = text_of(GUIDE).split("$ joinedup ")[1].split("```")[0].split("\n", 1)
    words = [str(ROOT / word) if word.endswith(".csv") else word for word in typed.split()]

    assert main(words) == 0
    assert capsys.readouterr().out == said
