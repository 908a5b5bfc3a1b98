"""What waits for an auditor: the partnerships drawn for a report and not checked yet."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.committees.kinds import Outcome
from joinedup.domain.committees.models import Report
from joinedup.domain.needs.needs import Need
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.people.models import Person

FEW = 5


def checks_need(person: Person, at: datetime) -> Iterator[Need]:
    """Return each report for which ``person``, an auditor, has papers to see, the oldest first."""
    hosts = works_for(person, day_of(at), PostKind.AUDITOR)
    if not hosts:
        return
    waiting = Report.objects.filter(host__in=hosts, checks__outcome=Outcome.WAITING)
    counted = waiting.annotate(many=Count("checks")).order_by("kept_at", "id")
    for report in counted.defer("content", "rows")[:FEW]:
        many = "1 partnership" if report.many == 1 else f"{report.many} partnerships"
        yield Need(
            f"Hold what was said of {many} against the papers, drawn for the report given on "
            f"{in_words(day_of(report.kept_at))}",
            None,
            "See which",
            "report_kept",
            (report.public_id,),
        )
