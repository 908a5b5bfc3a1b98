"""A report that was given stays as it was; who noted it is said once."""

from datetime import timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.committees.actions import keep_report, note_report
from joinedup.domain.committees.freezing import NAME, frozen, thawed
from joinedup.domain.committees.models import Report
from joinedup.domain.committees.papers import paper_for
from joinedup.domain.committees.queries import NAMES, Addressed, reports_visible_to
from joinedup.domain.documents.blocks import Chart
from joinedup.domain.journal.models import Entry
from joinedup.domain.partnerships.actions import change_partnership
from tests.cast import EVERYBODY
from tests.domain.reporting.made import STANDS_AFTER, counted, partnership

pytestmark = pytest.mark.django_db

READERS = {"lead host's officer", "director", "leadership", "auditor"}


def addressed(reader="committee"):
    return Addressed(NAMES[reader], reader)


def kept(cast, at, reader="committee"):
    return keep_report(cast.thornford, addressed(reader), by=cast.priya, at=at)


def noted(report, cast, at, **more):
    told = {"noted_body": "Audit Committee", "noted_on": at.date(), "minute": "12"} | more
    note_report(report, version=report.version, by=cast.priya, at=at, **told)


def test_a_kept_report_comes_back_as_it_was_given_pictures_and_all(cast, now):
    partnership(cast, now, "Weak", exit_plan="NO")
    counted(cast, now, {"Weak": 0})
    at = now + STANDS_AFTER
    paper = paper_for(cast.thornford, addressed(), at)

    back = thawed(frozen(paper))

    assert (back.title, back.date, back.organisation) == (
        paper.title,
        paper.date,
        "Thornford District Council",
    )
    for given, held in zip(paper.blocks, back.blocks, strict=True):
        if isinstance(given, Chart):
            assert held.table == given.table
            for width in (320, 640):
                assert held.svg("x", width) == given.svg("x", width)
                assert NAME not in held.svg("x", width)
        else:
            assert held == given


def test_what_is_kept_does_not_change_with_the_record(cast, now):
    report = kept(cast, now)
    change_partnership(cast.safer, version=cast.safer.version, name="Safer", by=cast.priya, at=now)

    report.refresh_from_db()

    assert "Safer Places group" in str(thawed(report.content))
    assert [row[1] for row in report.rows] == ["Safer Places group"]


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_who_reads_a_kept_report(cast, now, kind):
    report = kept(cast, now)

    found = reports_visible_to(cast.who(kind), now.date()).filter(pk=report.pk).exists()

    assert found == (kind in READERS)


def test_only_an_officer_keeps_a_report_and_says_that_it_was_noted(cast, now):
    report = kept(cast, now)

    for who in (cast.marcus, cast.helen, cast.tom, cast.ben):
        with pytest.raises(Refused):
            keep_report(cast.thornford, addressed(), by=who, at=now)
        with pytest.raises(Refused):
            note_report(
                report,
                version=1,
                noted_body="Board",
                noted_on=now.date(),
                minute="",
                by=who,
                at=now,
            )

    assert Report.objects.get() == report


def test_who_noted_it_on_which_day_and_under_which_minute_is_told_once_and_journaled(cast, now):
    report = kept(cast, now)
    noted(report, cast, now + timedelta(days=2))

    with pytest.raises(Refused, match="Audit Committee noted it on 17 June 2026"):
        noted(report, cast, now + timedelta(days=3), noted_body="Cabinet")

    entries = Entry.objects.filter(kind="report").order_by("pk")
    assert [(entry.verb, entry.by_name) for entry in entries] == [
        ("report.kept", "Priya Nair"),
        ("report.noted", "Priya Nair"),
    ]
    assert entries[1].detail == {"body": "Audit Committee", "on": "2026-06-17", "minute": "12"}


@pytest.mark.parametrize(("days", "why"), [(-1, "cannot be noted before"), (1, "on a day to come")])
def test_it_is_noted_between_the_day_it_was_given_and_today(cast, now, days, why):
    report = kept(cast, now)

    with pytest.raises(Refused, match=why):
        noted(report, cast, now, noted_on=now.date() + timedelta(days=days))
