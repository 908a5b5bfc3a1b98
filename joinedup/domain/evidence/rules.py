from datetime import date

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.basics.folding import folded
from joinedup.domain.evidence.kinds import LARGEST, MOST
from joinedup.domain.evidence.models import KeptPaper
from joinedup.domain.evidence.queries import papers_of
from joinedup.domain.evidence.recognising import sort_of
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.rules import why_not_change, why_not_keep
from joinedup.domain.people.models import Person
from joinedup.domain.spreadsheets.table import MEGABYTE


def why_not_keep_paper(partnership: Partnership, person: Person, day: date) -> str | None:
    """Return why ``person`` may not have a paper kept as evidence here now, or None."""
    if reason := why_not_change(partnership, person, day):
        return reason
    if papers_of(partnership).count() >= MOST:
        return f"{MOST} papers are kept here, and there is no room for more. Take one away first."
    return None


def why_not_large(size: int) -> str | None:
    """Return why a file of so many bytes is not kept, or None."""
    if size <= LARGEST:
        return None
    return (
        f"This file is larger than {LARGEST // MEGABYTE} MB, as large as a paper may be. "
        "Scan it in grey or less finely, or in several parts."
    )


def why_not_file(data: bytes) -> str | None:
    """Return why a file is not kept as evidence, or None; one that may not open is kept."""
    if not data:
        return "The file is empty."
    if reason := why_not_large(len(data)):
        return reason
    if sort_of(data) is None:
        return (
            "Whatever it is called, this file is neither a PDF nor a picture (JPEG, PNG or TIFF). "
            "Scan the paper, or save it as a PDF."
        )
    return None


def why_not_kept_already(partnership: Partnership, digest: str) -> str | None:
    """Return why this very file is not kept once more, or None."""
    same = papers_of(partnership).filter(digest=digest).first()
    if same is None:
        return None
    return f"This very file is kept here already, as “{same.what}”."


def why_not_said(what: str) -> str | None:
    """Return why this does not say what a paper is, or None."""
    return None if folded(what) else "Say what the paper is, in letters or numbers."


def why_not_dated_on(dated_on: date | None, day: date) -> str | None:
    """Return why a paper cannot bear this day, or None."""
    if dated_on is None or dated_on <= day:
        return None
    return "This day is still to come. Give the day that stands on the paper, or none."


def why_not_take_away(paper: KeptPaper, person: Person, day: date) -> str | None:
    """Return why ``person`` may not take a paper away, or None; of a record that is over as well.

    What should never have been kept can be taken away at any time.
    """
    if paper.taken_away_at is not None:
        return f"This paper was taken away on {in_words(day_of(paper.taken_away_at))}."
    return why_not_keep(paper.partnership, person, day)


def why_not_because(because: str) -> str | None:
    """Return why this is no reason to take a paper away, or None."""
    return None if folded(because) else "Say why, so that nobody looks for it in vain."
