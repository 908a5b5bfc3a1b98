"""The reports there are, and where the names and figures in them lead."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.domain.committees.queries import Addressed, addressed_by
from joinedup.domain.committees.rows import Row
from joinedup.domain.documents.blocks import Chart, Document
from joinedup.domain.figures.charts import BandsOverYears
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.queries import visible_to
from joinedup.domain.reporting.portfolio import hosts_reported_to
from joinedup.web.reports.ways import Ways, figures_lead, ways_of_bands

MOST_WAYS = 2_000


def host_of(request: Any, public_id: str) -> Organisation:
    """Return the host when this person may read its portfolio; foreign and missing look alike."""
    return get_object_or_404(hosts_reported_to(request.user, request.today), public_id=public_id)


def addressed_in(request: Any, host: Organisation, reader: str) -> Addressed:
    """Return for whom the report is that an address names."""
    found = addressed_by(host, reader, request.today)
    if found is None:
        raise Http404
    return found


def ways_from(request: Any, rows: Iterable[Row]) -> Ways:
    """Return for each name that one partnership alone bears where it and its score lead.

    The name leads to the partnership, the score to how it was worked out, as far as this person
    may open them.
    """
    told = list(islice(rows, MOST_WAYS))
    numbers = [row.number for row in told]
    open_to = visible_to(request.user, request.today).filter(public_id__in=numbers).order_by()
    opened, borne = set(open_to.values_list("public_id", flat=True)), Counter(r.name for r in told)
    ways: Ways = {}
    for row in told:
        if row.number not in opened or borne[row.name] > 1:
            continue
        ways[row.name] = {"name": reverse("partnership", args=[row.number])}
        ways[row.name]["columns"] = figures_lead(row.number, row.result)
        if row.result and row.score:
            page = reverse("result_working", args=[row.result, "overall"])
            ways[row.name] |= {"score": page, "score_text": row.score}
    return ways


def ways_of_pictures(host: Organisation, paper: Document) -> Ways:
    """Return where the counts behind the pictures of a report lead."""
    ways: Ways = {}
    for block in paper.blocks:
        if isinstance(block, Chart) and isinstance(block.drawing, BandsOverYears):
            ways |= ways_of_bands(host, block.drawing)
    return ways
