from decimal import Decimal

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.actions import report_score


def test_a_later_report_of_the_same_year_replaces_the_earlier(cast, now):
    for overall, band in ((61.5, "Sound"), (64.0, "Sound")):
        report_score(cast.safer, 2025, overall=overall, band=band, by=cast.priya, at=now)
    report_score(cast.safer, 2024, overall=None, band="Fragile", by=cast.priya, at=now)

    scores = cast.safer.reported_scores.values_list("year", "overall", "band")
    assert list(scores) == [(2025, Decimal("64.0"), "Sound"), (2024, None, "Fragile")]
    assert history_of(cast.safer)[0].detail == {"year": 2024}


def test_a_member_without_a_say_over_the_record_reports_nothing(cast, now):
    with pytest.raises(Refused, match="Only the lead host’s officers"):
        report_score(cast.safer, 2025, overall=99, band="Strong", by=cast.ade, at=now)
