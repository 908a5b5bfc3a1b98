"""Many lists in one zip that a person can read without us (peers.md 7, 16).

Open ``index.html`` in any browser; the same is there as sheets, and the register to print. What
one organisation keeps for itself is in none of what an installation hands out as a whole.
"""

import html
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from django.db.models import QuerySet

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.documents.files import file_of
from joinedup.domain.exports.contributions import contributions_sheet
from joinedup.domain.exports.formats import Value, in_format, plain
from joinedup.domain.exports.history import history_sheet
from joinedup.domain.exports.papers import FOLDER, files_of, papers_sheet
from joinedup.domain.exports.printed import printed_register, why_not_print
from joinedup.domain.exports.results import results_sheet
from joinedup.domain.exports.rows import (
    Sheet,
    directory_sheet,
    memberships_sheet,
    register_sheet,
)
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.queries import standing
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.results.queries import standing_results

README = """{title}
{line}

This folder can be read without Joined Up. Open index.html in any browser: no internet and no
other program is needed.

index.html            where to begin
{files}
register.pdf          the register to print, unless it is too long for paper
{folder:<22}the files of those papers, byte for byte

Each list is there as .csv as well, for spreadsheet programs and for bringing it in again:
    joinedup import partnerships register.csv
    joinedup import memberships memberships.csv
    joinedup import memberships contributions.csv

What nobody told us is empty; it is not a no. {left_out}

There are names and addresses of people in here. Keep it where only those can read it who may.
"""
LEFT_OUT = """What one organisation keeps for itself, what people
answered in reviews, mail and sign-ins are not in here: a backup holds those."""
PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{{font:1rem/1.5 sans-serif;margin:2rem;color:#0b0c0c}}
table{{border-collapse:collapse}}caption{{font-weight:bold;text-align:left;padding:.5rem 0}}
td,th{{border:1px solid #b1b4b6;padding:.3rem .5rem;text-align:left;vertical-align:top;
max-width:30rem}}th{{background:#f3f2f1}}</style></head><body><main>
<h1>{title}</h1>
"""
ENDS = "</main></body></html>\n"


@dataclass(frozen=True)
class Part:
    """One list of a zip: what README.txt says of it, and how it is read, as often as needed."""

    about: str
    sheet: Callable[[], Sheet]


@dataclass(frozen=True)
class Whole:
    """What goes into one zip: its heading, its lists by name, what README.txt says is missing.

    ``register`` are the partnerships whose papers go along, and which are printed.
    """

    title: str
    parts: Mapping[str, Part]
    register: QuerySet[Partnership]
    left_out: str


def everything(at: datetime) -> Whole:
    """Return all that an installation holds, but what one organisation keeps for itself."""
    every = Partnership.objects.all()
    return Whole(
        f"What Joined Up held on {in_words(day_of(at))}",
        {
            "register": Part(
                "every partnership with all that was told of it", lambda: register_sheet(every, at)
            ),
            "memberships": Part(
                "who belongs to each, and who sits there",
                lambda: memberships_sheet(every, None, at),
            ),
            "contributions": Part(
                "what each member puts in, by year", lambda: contributions_sheet(every)
            ),
            "papers": Part("papers kept as evidence", lambda: papers_sheet(every)),
            "directory": Part(
                "every organisation, with all its names and numbers",
                lambda: directory_sheet(standing(), None, at),
            ),
            "results": Part(
                "every result of a review that stands",
                lambda: results_sheet(standing_results(every, at), at),
            ),
            "history": Part(
                "who did what to which partnership or organisation, and when",
                lambda: history_sheet(
                    Entry.objects.filter(kind__in=("partnership", "organisation"))
                ),
            ),
        },
        every,
        LEFT_OUT,
    )


def write_whole(file: IO[bytes], whole: Whole, at: datetime) -> None:
    """Write a zip list by list, in little memory."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("README.txt", readme(whole))
        for name, part in whole.parts.items():
            made = part.sheet()
            put(parts, f"{name}.csv", in_format("csv", made.title, made.headings, made.rows))
            put(parts, f"{name}.html", in_html(part.sheet()))
        papers = []
        for name, pieces in files_of(whole.register):
            put(parts, name, pieces)
            papers.append(name)
        is_printed = why_not_print(whole.register) is None
        if is_printed:
            paper = file_of(printed_register(whole.register, [], "", at), "pdf")
            parts.writestr("register.pdf", paper.content)
        first = index(whole.title, list(whole.parts), papers, is_printed=is_printed)
        parts.writestr("index.html", first)


def readme(whole: Whole) -> str:
    """Return what a person reads first who unpacks the zip."""
    files = [f"{f'{name}.html':<22}{part.about}" for name, part in whole.parts.items()]
    return README.format(
        title=whole.title,
        line="=" * len(whole.title),
        files="\n".join(files),
        folder=FOLDER,
        left_out=whole.left_out,
    )


def put(parts: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> None:
    """Write one file of the zip as it comes."""
    with parts.open(name, "w", force_zip64=True) as part:
        for piece in pieces:
            part.write(piece)


def index(title: str, names: list[str], papers: list[str], *, is_printed: bool) -> str:
    """Return the page to begin with; each file of the zip is a link from here."""
    lines = [
        f'<li><a href="{name}.html">{name.capitalize().replace("-", " ")}</a> '
        f'(<a href="{name}.csv">as CSV</a>)</li>'
        for name in names
    ]
    if is_printed:
        lines.append('<li><a href="register.pdf">The register to print, as PDF</a></li>')
    lines += [f'<li><a href="{name}">{name}</a>, kept as evidence</li>' for name in papers]
    begins = PAGE.format(title=html.escape(title))
    said = "<p>Everything here can be read without Joined Up. README.txt says what is what.</p>"
    return f"{begins}{said}<ul>{''.join(lines)}</ul>{ENDS}"


def in_html(sheet: Sheet) -> Iterator[bytes]:
    """Yield a list as a page that needs nothing else."""
    page = io.StringIO()
    page.write(PAGE.format(title=html.escape(sheet.title)))
    page.write('<p><a href="index.html">Back to the beginning</a></p><table><tr>')
    page.writelines(f'<th scope="col">{html.escape(name)}</th>' for name in sheet.headings)
    page.write("</tr>\n")
    for row in sheet.rows:
        page.write(f"<tr>{''.join(f'<td>{said(value)}</td>' for value in row)}</tr>\n")
        if page.tell() > 64 * 1024:
            yield page.getvalue().encode()
            page.seek(0)
            page.truncate()
    page.write(f"</table>{ENDS}")
    yield page.getvalue().encode()


def said(value: Value) -> str:
    """Return a value as a page says it; whatever was typed is words and nothing else."""
    return html.escape(plain(value)).replace("\n", "<br>")
