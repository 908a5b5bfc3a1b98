"""Questionnaires taken along as spreadsheets, to be changed and loaded as one's own."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import Http404, HttpResponseBase, StreamingHttpResponse

from joinedup.delivery.audiences import Audience, page
from joinedup.domain.exports.formats import KINDS, in_format
from joinedup.domain.instruments.reading import parts_of
from joinedup.domain.question_tables.layout import COLUMNS
from joinedup.domain.question_tables.writing import Row, columns_of, example_rows, rows_of
from joinedup.web.exports.views import as_download
from joinedup.web.questions.finding import for_officers, found


@page(Audience.SIGNED_IN)
def questionnaire_table(request: Any, public_id: str, sort: str) -> HttpResponseBase:
    """Hand over a questionnaire as a spreadsheet, to be changed and loaded as one's own."""
    version = found(request, public_id)
    parts = parts_of(version.definition)
    name = f"{version.name}-{version.pk}"
    return as_spreadsheet(rows_of(parts), sort, name, headings=columns_of(parts))


@page(Audience.SIGNED_IN)
def questionnaire_example(request: Any, sort: str) -> HttpResponseBase:
    """Hand over a small questionnaire with every sort of row, to be written over."""
    for_officers(request)
    return as_spreadsheet(example_rows(), sort, "questionnaire")


def as_spreadsheet(
    rows: Iterable[Row], sort: str, name: str, *, headings: Sequence[str] = COLUMNS
) -> HttpResponseBase:
    """Answer with the table of a questionnaire."""
    if sort not in KINDS:
        raise Http404
    pieces = in_format(sort, "Questionnaire", headings, rows)
    return as_download(StreamingHttpResponse(pieces, content_type=KINDS[sort]), f"{name}.{sort}")
