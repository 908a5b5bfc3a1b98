"""What each post and place may do, read from powers.toml beside this."""

import functools
import tomllib
from pathlib import Path
from typing import Any

RIGHTS = ("see", "change", "decide")


@functools.cache
def powers() -> dict[str, Any]:
    """Return the ``things`` there are and, for each of the ``kinds`` of person, their rights."""
    return tomllib.loads(Path(__file__).with_name("powers.toml").read_text(encoding="utf-8"))


def in_words() -> list[tuple[str, list[str]]]:
    """Return who may read, change and decide what; those who may the same stand together."""
    told = powers()
    together: dict[tuple[str, ...], list[str]] = {}
    for kind in told["kinds"]:
        rights = tuple(listed([told["things"][name] for name in kind[right]]) for right in RIGHTS)
        together.setdefault(rights, []).append(kind["name"])
    return [
        (listed([names[0], *map(small, names[1:])]), [*rights])
        for rights, names in together.items()
    ]


def small(name: str) -> str:
    """Return a name as it stands inside a sentence."""
    return name[:1].lower() + name[1:]


def listed(words: list[str]) -> str:
    """Return some things as one sentence."""
    if not words:
        return "Nothing"
    sentence = "; ".join(words)
    return sentence[:1].upper() + sentence[1:]
