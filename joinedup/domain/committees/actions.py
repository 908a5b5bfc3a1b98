"""Keeping a report as it was given, saying who noted it, and what auditors found."""

from datetime import date, datetime

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.identifiers import new_public_id
from joinedup.domain.basics.refusals import insist
from joinedup.domain.committees.freezing import frozen
from joinedup.domain.committees.kinds import Outcome, Reader
from joinedup.domain.committees.models import Check, Report
from joinedup.domain.committees.papers import among_of, paper_for
from joinedup.domain.committees.queries import Addressed
from joinedup.domain.committees.rows import rows_of
from joinedup.domain.committees.rules import (
    why_not_check,
    why_not_keep,
    why_not_note,
    why_not_noted_on,
)
from joinedup.domain.committees.sampling import Sampled, sample_of
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.reporting.portfolio import led_on
from joinedup.domain.reporting.tallies import tallies_of


@transaction.atomic
def keep_report(host: Organisation, addressed: Addressed, *, by: Person, at: datetime) -> Report:
    """Keep a report as it is given now: its words, figures and pictures, and every row.

    With one for the committee, partnerships are drawn for the auditor to check.
    """
    day = day_of(at)
    insist(why_not_keep(host, by, day))
    number = new_public_id()
    sample: list[Sampled] = []
    if addressed.reader == Reader.COMMITTEE:
        tallies = tallies_of(led_on(host, day), at)
        newest = {key: each.review for key, each in tallies.newest.items()}
        sample = sample_of(number, newest, day)
    paper = paper_for(host, addressed, at, number=number, sample=sample)
    report = Report.objects.create(
        public_id=number,
        host=host,
        reader=addressed.reader,
        director=addressed.director,
        title=paper.title,
        content=frozen(paper),
        rows=[list(row) for row in rows_of(host, at, among_of(host, addressed, day))],
        kept_at=at,
        kept_by=by,
    )
    draw_checks(report, sample)
    record("report.kept", report, by=by, at=at, host=host.public_id, reader=addressed.reader)
    return report


def draw_checks(report: Report, sample: list[Sampled]) -> None:
    """Keep what was drawn, with what was claimed on that day."""
    Check.objects.bulk_create(
        Check(
            report=report,
            partnership=each.review.partnership,
            number=number,
            because=each.because,
            claims=each.claims,
        )
        for number, each in enumerate(sample, start=1)
    )


@transaction.atomic
def note_report(
    report: Report,
    *,
    version: int,
    noted_body: str,
    noted_on: date,
    minute: str,
    by: Person,
    at: datetime,
) -> None:
    """Say that a committee noted a report, on which day and under which minute; said once."""
    insist(why_not_note(report, by, day_of(at)))
    insist(why_not_noted_on(report, noted_on, at), "noted_on")
    change(
        report,
        expecting=(None, version),
        noted_body=noted_body.strip(),
        noted_on=noted_on,
        minute=minute.strip(),
        noted_at=at,
        noted_by=by,
    )
    detail = {"body": noted_body.strip(), "on": noted_on.isoformat(), "minute": minute.strip()}
    record("report.noted", report, by=by, at=at, **detail)


@transaction.atomic
def tell_check(
    check: Check, *, version: int, outcome: str, words: str, by: Person, at: datetime
) -> None:
    """Write down what an auditor found who held what was said against the papers."""
    insist(why_not_check(check, by, at))
    insist(
        "Say what was found." if outcome == Outcome.WAITING else None,
        "outcome",
    )
    change(
        check,
        expecting=(None, version),
        outcome=outcome,
        words=words.strip(),
        checked_at=at,
        checked_by=by,
    )
    record("check.told", check, by=by, at=at, report=check.report.public_id, outcome=outcome)
