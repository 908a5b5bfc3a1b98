"""The report that was given to the audit committee, noted there, and held against the papers."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.basics.days import day_of
from joinedup.domain.committees.actions import keep_report, note_report, tell_check
from joinedup.domain.committees.models import Check, Report
from joinedup.domain.committees.queries import addressed_by, checks_of
from joinedup.domain.reviews.models import Round

GIVEN_AFTER = timedelta(days=2)
WRITTEN_AFTER = timedelta(days=6)
"""How long after the meeting its minutes are there."""
CHECKED_AFTER = timedelta(days=20)


def report_in_time(district: District, round: Round, host: str, years_ago: int) -> None:
    """Have the report on a round given once its results stand, where one is written down."""
    told = content.told("followed")["report"]
    if (host, years_ago) == (told["host"], told["years_ago"]):
        given = district.present.moment(day_of(round.stands_at) + GIVEN_AFTER, "report")
        district.later(given, partial(give, district, told, round.committee_on))


def give(district: District, told: dict[str, Any], committee_on: date, at: datetime) -> None:
    """Keep the report as it is given."""
    host, officer = district.bodies[told["host"]], district.people[told["by"]]
    addressed = addressed_by(host, "committee", at.date())
    assert addressed is not None, "A report to the committee can always be given."  # noqa: S101
    report = keep_report(host, addressed, by=officer, at=at)
    written = district.present.moment(committee_on + WRITTEN_AFTER, "minutes")
    district.later(written, partial(note, district, told, report, committee_on))
    checked = district.present.moment(committee_on + CHECKED_AFTER, "checks")
    district.later(checked, partial(check_first, district, told, report))


def note(
    district: District, told: dict[str, Any], report: Report, committee_on: date, at: datetime
) -> None:
    """Write down that the committee noted it."""
    note_report(
        report,
        version=report.version,
        noted_body=told["noted_body"],
        noted_on=committee_on,
        minute=told["minute"],
        by=district.people[told["by"]],
        at=at,
    )


def check_first(district: District, told: dict[str, Any], report: Report, at: datetime) -> None:
    """Let the auditor say what the papers of the first partnership drawn show; the others wait."""
    first: Check = checks_of(report)[0]
    auditor = district.people[told["auditor"]]
    found = {"outcome": told["outcome"], "words": told["found"]}
    tell_check(first, version=first.version, **found, by=auditor, at=at)
