"""What may stand in no file: hosts of package registries, and whose machine or hand it was."""

import re

import pytest

from tests.house.tree import files, text_of

# Put together here, so that this file does not hold them either.
FORBIDDEN = [
    "python" + "hosted",
    r"pypi\." + "org",
    r"npm" + "js",
    r"debian\." + "org",
    r"/ro" + r"ot\b",
    r"(?<![\w.}*])/wo" + r"rk/",
    r"\bA" + r"I\b",
    r"(?i:\bclau" + r"de\b)",
    r"(?i:anth" + "ropic)",
    r"(?i:\bchat" + "gpt)",
]


@pytest.mark.parametrize("name", FORBIDDEN)
def test_no_file_holds_a_name_that_has_no_business_here(name):
    found = [path for path in files() if re.search(name, text_of(path)) or re.search(name, path)]

    assert found == []


def test_a_planted_name_is_found():
    planted = [
        "see https://" + "pypi." + "org/simple",
        "cd /ro" + "ot/x",
        "an A" + "I",
        "/wo" + "rk/w",
    ]

    missed = [text for text in planted if not any(re.search(name, text) for name in FORBIDDEN)]

    assert missed == []
