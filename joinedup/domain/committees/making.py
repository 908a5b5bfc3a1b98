"""A report as a paper, found by how a file of it was asked for."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from joinedup.domain.basics.days import day_of
from joinedup.domain.committees.freezing import thawed
from joinedup.domain.committees.papers import paper_for
from joinedup.domain.committees.queries import addressed_by, reports_visible_to
from joinedup.domain.documents.blocks import Document
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.reporting.portfolio import hosts_reported_to


def paper_asked_for(asked: Mapping[str, Any], person: Person, at: datetime) -> Document | None:
    """Return the report that was asked for, if ``person`` may read it now.

    ``kept`` is the number of one that was kept; otherwise ``host`` and ``reader`` say which.
    """
    day = day_of(at)
    if "kept" in asked:
        report = reports_visible_to(person, day).filter(public_id=asked["kept"]).first()
        return thawed(report.content) if report else None
    host: Organisation | None = (
        hosts_reported_to(person, day).filter(public_id=asked.get("host", "")).first()
    )
    addressed = addressed_by(host, str(asked.get("reader", "")), day) if host else None
    return paper_for(host, addressed, at) if host and addressed else None
