from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from joinedup.domain.basics.days import day_of
from joinedup.domain.committees.answering import directors_on
from joinedup.domain.committees.kinds import Outcome, Reader
from joinedup.domain.committees.models import Check, Report
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.people.models import Person
from joinedup.domain.reporting.portfolio import hosts_reported_to

NAMES = {"leadership": Reader.LEADERSHIP, "committee": Reader.COMMITTEE}


@dataclass(frozen=True)
class Addressed:
    """For whom a report is, and how the address of its page names them."""

    reader: Reader
    key: str
    director: Person | None = None

    @property
    def title(self) -> str:
        """What the report is called."""
        if self.director is not None:
            return f"Partnerships of {self.director.name}"
        if self.reader == Reader.LEADERSHIP:
            return "Partnerships: report to leadership"
        return "Partnerships: report to the audit committee"


def addressed_by(host: Organisation, key: str, day: date) -> Addressed | None:
    """Return for whom a report is that an address names; None where it names nobody."""
    if key in NAMES:
        return Addressed(NAMES[key], key)
    for person in directors_on(host, day):
        if person.public_id == key:
            return Addressed(Reader.DIRECTOR, key, person)
    return None


def all_addressed(host: Organisation, day: date) -> list[Addressed]:
    """Return everybody a report of ``host`` can be for."""
    directors = [
        Addressed(Reader.DIRECTOR, person.public_id, person) for person in directors_on(host, day)
    ]
    return [*(Addressed(reader, key) for key, reader in NAMES.items()), *directors]


def reports_visible_to(person: Person, day: date) -> QuerySet[Report]:
    """Return the kept reports ``person`` may read: those of the hosts whose portfolio they may."""
    if not person.is_authenticated:
        return Report.objects.none()
    found = Report.objects.filter(host__in=hosts_reported_to(person, day).order_by().values("pk"))
    return found.select_related("host", "kept_by", "noted_by")


def listed_reports(host: Organisation) -> QuerySet[Report]:
    """Return the kept reports of a host, the latest first, without what they hold."""
    waiting = Count("checks", filter=Q(checks__outcome=Outcome.WAITING))
    found = Report.objects.filter(host=host).defer("content", "rows")
    return found.annotate(drawn=Count("checks"), waiting=waiting).order_by("-kept_at", "-id")


def last_report(host: Organisation, reader: Reader) -> Report | None:
    """Return the report given to such readers last."""
    return Report.objects.filter(host=host, reader=reader).order_by("-kept_at", "-id").first()


def checks_visible_to(person: Person, day: date) -> QuerySet[Check]:
    """Return the checks ``person`` may read, with the reports they belong to."""
    reports = reports_visible_to(person, day).order_by().values("pk")
    return Check.objects.filter(report__in=reports).select_related(
        "report__host", "partnership", "checked_by"
    )


def checks_of(report: Report) -> QuerySet[Check]:
    """Return what was drawn for a report, in the order of the draw."""
    return report.checks.select_related("partnership", "checked_by").order_by("number")


def audits(person: Person, host: Organisation, at: datetime) -> bool:
    """Say whether ``person`` is an auditor of ``host``."""
    return host.pk in works_for(person, day_of(at), PostKind.AUDITOR)
