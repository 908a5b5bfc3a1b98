"""All results of a round in one zip: the paper of each partnership, and all figures as lists."""

import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import IO

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.documents.files import file_of
from joinedup.domain.exports.everything import put
from joinedup.domain.exports.findings import FINDINGS, finding_rows
from joinedup.domain.exports.formats import Row, in_format
from joinedup.domain.exports.results import round_sheet, standing_of
from joinedup.domain.parcels.kinds import PDF
from joinedup.domain.parcels.queries import results_told_in
from joinedup.domain.people.models import Person
from joinedup.domain.reporting.papers import partnership_report
from joinedup.domain.reviews.models import Round

README = """{title}
{line}

{host}. Made on {made}. {standing}.

partnerships.csv   a row for each partnership: who answered, score, band
findings.csv       everything each result tells, a row for each section, statement and sentence
papers             the report of each partnership, as PDF

Nobody's own answers are in here. Where too few answered, only how many did is told, here as on the
pages.
"""
CHUNK = 20


def write_results(
    file: IO[bytes], round: Round, person: Person, at: datetime, reached: Callable[[int], None]
) -> None:
    """Write the zip paper by paper, saying after each that one more is done."""
    found = results_told_in(round)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("README.txt", readme(round, at))
        sheet = round_sheet(round, person, at)
        put(parts, "partnerships.csv", in_format("csv", sheet.title, sheet.headings, sheet.rows))
        headings = [each.heading for each in FINDINGS]
        put(parts, "findings.csv", in_format("csv", "Findings", headings, all_rows(round, at)))
        used: Counter[str] = Counter()
        for review in found.iterator(chunk_size=CHUNK):
            paper = file_of(partnership_report(review, at), PDF)
            used[paper.name] += 1
            again = f"{used[paper.name]}-" if used[paper.name] > 1 else ""
            parts.writestr(f"papers/{again}{paper.name}", paper.content)
            reached(1)


def all_rows(round: Round, at: datetime) -> Iterator[Row]:
    """Yield the rows of every result, one partnership after another."""
    for review in results_told_in(round).iterator(chunk_size=CHUNK):
        yield from finding_rows(review, at)


def readme(round: Round, at: datetime) -> str:
    """Return what a person reads first who unpacks the zip."""
    title = f"All results of {round.title}"
    return README.format(
        title=title,
        line="=" * len(title),
        host=round.host.name,
        made=in_words(day_of(at)),
        standing=standing_of(round.stands_at, at),
    )
