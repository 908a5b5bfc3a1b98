"""The questions of an appraisal as they come with the product, in plain Python."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

# Of tier 2 only the required questions are asked (domain.md 5.1).
IN_PART = 2


@dataclass(frozen=True)
class Question:
    """One question; a "no" to a ``required`` one stops the partnership."""

    id: str
    text: str
    required: bool
    hint: str = ""


@dataclass(frozen=True)
class Section:
    """Questions that are answered together and saved together."""

    code: str
    title: str
    questions: tuple[Question, ...]


@cache
def shipped() -> dict[str, Any]:
    """Return the file of questions as it is read."""
    folder = files("joinedup.domain.appraisals")
    return tomllib.loads((folder / "questions.toml").read_text(encoding="utf-8"))


def set_asked() -> str:
    """Return which set of questions is asked today, and its version."""
    return f"{shipped()['id']} {shipped()['version']}"


@cache
def asked_of(tier: int) -> tuple[Section, ...]:
    """Return what is asked of a tier: all of the first, the required of the second, three else."""
    sections = [told for told in shipped()["sections"] if tier in told["tiers"]]
    return tuple(Section(s["code"], s["title"], questions_in(s, tier)) for s in sections)


def questions_in(section: dict[str, Any], tier: int) -> tuple[Question, ...]:
    """Return the questions of a section that are asked of a tier."""
    return tuple(
        Question(q["id"], q["text"], q["required"], q.get("hint", ""))
        for q in section["questions"]
        if q["required"] or tier != IN_PART
    )


def all_in(sections: tuple[Section, ...]) -> tuple[Question, ...]:
    """Return the questions of some sections in their order."""
    return tuple(question for section in sections for question in section.questions)
