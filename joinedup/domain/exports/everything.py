"""Everything an installation holds, in one zip that a person can read without us (peers.md 7, 16).

Open ``index.html`` in any browser; the same is there as sheets, and the register to print. What
one organisation keeps for itself is in none of it.
"""

import html
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import IO

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.documents.files import file_of
from joinedup.domain.exports.columns import Column
from joinedup.domain.exports.formats import Row, Value, in_format, plain
from joinedup.domain.exports.printed import printed_register, why_not_print
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

README = """What Joined Up held on {day}
{line}

This folder can be read without Joined Up. Open index.html in any browser: no internet and no
other program is needed.

index.html            where to begin
register.html         every partnership with all that was told of it
memberships.html      who belongs to each, and who sits there
directory.html        every organisation, with all its names and numbers
results.html          every result of a review that stands
history.html          who did what to which partnership or organisation, and when
register.pdf          the register to print, unless it is too long for paper

Each list is there as .csv as well, for spreadsheet programs and for bringing it in again:
    joinedup import partnerships register.csv
    joinedup import memberships memberships.csv

What nobody told us is empty; it is not a no. What one organisation keeps for itself, what people
answered in reviews, mail and sign-ins are not in here: a backup holds those.

There are names and addresses of people in here. Keep it where only those can read it who may.
"""
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
RESULTS = tuple(Column(name, name) for name in ("Partnership", "Round", "Year", "Band", "Score"))
HISTORY = tuple(
    Column(name, name) for name in ("When", "Who", "What was done", "Sort", "Number", "Why")
)


def write_everything(file: IO[bytes], at: datetime) -> None:
    """Write all there is into one zip, list by list in little memory."""
    day = in_words(day_of(at))
    every = Partnership.objects.all()
    sheets: dict[str, Callable[[], Sheet]] = {
        "register": lambda: register_sheet(every, at),
        "memberships": lambda: memberships_sheet(every, None, at),
        "directory": lambda: directory_sheet(standing(), None, at),
        "results": lambda: Sheet("Results that stand", RESULTS, results(at)),
        "history": lambda: Sheet("History", HISTORY, history()),
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("README.txt", README.format(day=day, line="=" * (22 + len(day))))
        for name, sheet in sheets.items():
            made = sheet()
            put(parts, f"{name}.csv", in_format("csv", made.title, made.headings, made.rows))
            put(parts, f"{name}.html", in_html(sheet()))
        is_printed = why_not_print(every) is None
        if is_printed:
            parts.writestr(
                "register.pdf", file_of(printed_register(every, [], "", at), "pdf").content
            )
        parts.writestr("index.html", index(day, list(sheets), is_printed=is_printed))


def put(parts: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> None:
    """Write one file of the zip as it comes."""
    with parts.open(name, "w", force_zip64=True) as part:
        for piece in pieces:
            part.write(piece)


def index(day: str, names: list[str], *, is_printed: bool) -> str:
    """Return the page to begin with."""
    lines = [
        f'<li><a href="{name}.html">{name.capitalize()}</a> (<a href="{name}.csv">as CSV</a>)</li>'
        for name in names
    ]
    if is_printed:
        lines.append('<li><a href="register.pdf">The register to print, as PDF</a></li>')
    title = PAGE.format(title=f"What Joined Up held on {day}")
    said = "<p>Everything here can be read without Joined Up. README.txt says what is what.</p>"
    return f"{title}{said}<ul>{''.join(lines)}</ul>{ENDS}"


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


def results(at: datetime) -> Iterator[Row]:
    """Yield every result that stands."""
    found = standing_results(Partnership.objects.all(), at)
    for row in found.values_list(
        "partnership__name", "round__title", "round__year", "band", "overall"
    ).iterator():
        yield list(row)


def history() -> Iterator[Row]:
    """Yield what was done to partnerships and organisations, the first act first."""
    acts = Entry.objects.filter(kind__in=("partnership", "organisation")).order_by("id")
    for at, who, verb, kind, thing, because in acts.values_list(
        "at", "by_name", "verb", "kind", "thing", "because"
    ).iterator():
        day = f"{day_of(at).isoformat()} {at:%H:%M} UTC"
        yield [day, who or "The service itself", verb.replace(".", " "), kind, thing, because]
