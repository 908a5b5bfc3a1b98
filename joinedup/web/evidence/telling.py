"""A paper kept as evidence, as pages tell it."""

from datetime import date
from typing import Any

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.evidence.kinds import MOST
from joinedup.domain.evidence.models import KeptPaper
from joinedup.domain.evidence.queries import papers_of
from joinedup.domain.evidence.rules import why_not_keep_paper
from joinedup.domain.figures.wording import size_told
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person


def told_of(paper: KeptPaper) -> list[tuple[str, str]]:
    """Return what is known of a paper, line by line; what nobody said has no line."""
    lines = [
        ("Bears the day", day_on(paper)),
        ("Signed by", paper.signed_by),
        ("Note", paper.note),
        ("File", f"{paper.name}, {paper.get_sort_display()}, {size_told(paper.size)}"),
        ("Kept by", f"{paper.kept_by.name} on {in_words(day_of(paper.kept_at))}"),
        ("SHA-256 of the file", paper.digest),
    ]
    return [(label, words) for label, words in lines if words]


def day_on(paper: KeptPaper) -> str:
    """Return the day a paper bears, in words."""
    return in_words(paper.dated_on) if paper.dated_on else "None is known"


def evidence_told(partnership: Partnership, person: Person, day: date) -> dict[str, Any]:
    """Return what the agreement's page tells of the papers kept beside it."""
    return {
        "papers": [(each, day_on(each)) for each in papers_of(partnership)[:MOST]],
        "why_not_keep_paper": why_not_keep_paper(partnership, person, day),
    }
