"""Which partnerships an auditor checks is drawn by rule; what was found stays."""

from datetime import timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.committees.actions import keep_report, tell_check
from joinedup.domain.committees.kinds import Outcome, Reader
from joinedup.domain.committees.queries import Addressed
from joinedup.domain.committees.sampling import drawn, order_of, size_of
from joinedup.domain.partnerships.kinds import Tier
from tests.domain.reporting.made import STANDS_AFTER, counted, partnership

NOBODY = [(number, f"partner{number:03}", None) for number in range(100)]
COMMITTEE = Addressed(Reader.COMMITTEE, "committee")


def test_one_in_ten_is_drawn_three_at_least_and_ten_at_most():
    sizes = {0: 0, 1: 1, 3: 3, 4: 3, 30: 3, 31: 4, 100: 10, 100_000: 10}

    assert {count: size_of(count) for count in sizes} == sizes


def test_anybody_can_draw_again_and_nobody_picks():
    first = drawn("report0001", NOBODY, ())

    assert first == drawn("report0001", reversed(NOBODY), ())
    assert first != drawn("report0002", NOBODY, ())
    numbers = sorted(NOBODY, key=lambda row: order_of("report0001", row[1]))
    assert first == [(key, "Drawn") for key, _, _ in numbers[:10]]


def test_tier_1_comes_first_once_nobody_has_checked_it_for_four_years():
    rows = [(key, name, Tier.SIGNIFICANT if key in (7, 8) else None) for key, name, _ in NOBODY]

    because = dict(drawn("report0001", rows, checked=[8]))

    assert because.pop(7) == "Tier 1, not checked for four years"
    assert set(because.values()) == {"Drawn"}


def kept(cast, now):
    for name in ("Claims", "Doubts"):
        partnership(cast, now, name, exit_plan="NO", tier=Tier.SIGNIFICANT)
    counted(cast, now, {"Claims": 3, "Doubts": 1})
    at = now + STANDS_AFTER
    return keep_report(cast.thornford, COMMITTEE, by=cast.priya, at=at), at


@pytest.mark.django_db
def test_what_was_claimed_is_kept_beside_what_the_record_held(cast, now):
    report, _ = kept(cast, now)

    checks = {check.partnership.name: check for check in report.checks.all()}

    assert sorted(checks) == ["Claims", "Doubts"]
    exits = [claim for claim in checks["Claims"].claims if "wound up" in claim]
    assert exits[0].endswith("3.0 of 3. The record shows no exit plan.")
    assert checks["Claims"].because == "Tier 1, not checked for four years"


@pytest.mark.django_db
def test_an_auditor_says_once_what_the_papers_showed_and_nobody_else_does(cast, now):
    report, at = kept(cast, now)
    check = report.checks.first()
    found = {"outcome": Outcome.OTHER, "words": "Signed in 2019, not in 2024."}

    for who in (cast.priya, cast.marcus, cast.helen, cast.ben):
        with pytest.raises(Refused):
            tell_check(check, version=1, by=who, at=at, **found)
    tell_check(check, version=1, by=cast.tom, at=at, **found)
    with pytest.raises(Refused, match="stays as it is"):
        tell_check(check, version=check.version, by=cast.tom, at=at, **found)

    check.refresh_from_db()
    assert (check.outcome, check.words, check.checked_by) == (
        "OTHER",
        "Signed in 2019, not in 2024.",
        cast.tom,
    )


@pytest.mark.django_db
def test_a_partnership_checked_lately_waits_its_turn(cast, now):
    report, at = kept(cast, now)
    check = report.checks.get(partnership__name="Claims")
    tell_check(check, version=1, outcome=Outcome.SHOWN, words="", by=cast.tom, at=at)

    again = keep_report(cast.thornford, COMMITTEE, by=cast.priya, at=at + timedelta(days=300))

    because = {check.partnership.name: check.because for check in again.checks.all()}
    assert because == {"Claims": "Drawn", "Doubts": "Tier 1, not checked for four years"}
