"""What a director, leadership and the committee are told, from the same figures."""

import io
from datetime import timedelta
from decimal import Decimal

import pikepdf
import pytest

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.committees.actions import keep_report
from joinedup.domain.committees.answering import answered_for
from joinedup.domain.committees.papers import paper_for
from joinedup.domain.committees.queries import addressed_by
from joinedup.domain.documents.files import file_of
from joinedup.domain.involvements.actions import tell_involvement
from joinedup.domain.partnerships.actions import (
    change_partnership,
    move_partnership,
    register_partnership,
)
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.second_looks.actions import take_second_look
from tests.domain.reporting.made import STANDS_AFTER, counted, partnership
from tests.domain.reporting.paper import Paper

pytestmark = pytest.mark.django_db


def paper(cast, at, reader):
    key = cast.marcus.public_id if reader == "director" else reader
    addressed = addressed_by(cast.thornford, key, day_of(at))
    return paper_for(cast.thornford, addressed, at)


def tell(cast, now, of, **told):
    tell_involvement(of, cast.thornford, version=1, by=cast.priya, at=now, **told)


def said(document):
    return Paper(document, "docx")


def test_a_report_is_for_leadership_the_committee_or_a_director_of_the_host_alone(cast, now):
    keys = ("leadership", "committee", cast.marcus.public_id, cast.helen.public_id, "nobody")

    found = [addressed_by(cast.thornford, key, day_of(now)) is not None for key in keys]

    assert found == [True, True, True, False, False]


def test_a_director_is_told_of_theirs_alone(cast, now):
    own, helped, other = (partnership(cast, now, name) for name in ("Own", "Helped", "Other"))
    tell(cast, now, own, director="MARCUS  Webb")
    tell(cast, now, helped, accountable_officer="Priya Nair")
    tell(cast, now, other, director="Somebody else")
    cast.priya.posts.update(line_manager=cast.marcus)

    theirs = answered_for(cast.marcus, cast.thornford, day_of(now))
    words = said(paper(cast, now, "director"))

    assert sorted(theirs) == sorted([own.pk, helped.pk])
    assert "You answer for 2" in words
    assert "Other" not in words


def test_a_director_whom_no_record_names_is_told_so(cast, now):
    assert "names no partnership for which you answer" in said(paper(cast, now, "director"))


def test_leadership_is_told_what_is_new_weak_and_missing_what_it_costs_and_what_to_decide(
    cast, now
):
    soon = now.date() + timedelta(days=90)
    weak = partnership(cast, now, "Weak", starts_on=now.date(), exit_plan="NO", ends_on=soon)
    counted(cast, now, {"Weak": 0})
    tell(cast, now, weak, cost=Decimal(1200), cost_in_kind=Decimal(300), officer_days=Decimal(4))
    change_partnership(
        cast.safer,
        version=cast.safer.version,
        agreement="YES",
        agreement_ends_on=now.date() - timedelta(days=40),
        by=cast.priya,
        at=now,
    )

    words = said(paper(cast, now + STANDS_AFTER, "leadership"))

    wanted = [
        "2 partnerships are running; 1 began and none ended",
        "Weak (At risk): what is done before the second look, due by 30 December 2026?",
        "Safer Places group: renew its agreement, which ran out in May 2026, or end?",
        "Weak: does it go on after 13 September 2026?",
        "Weak began on 15 June 2026",
        "Weak: At risk, 0.0 of 100",
        "£1,500, and 4 days of our officers’ time",
        "Most: Weak £1,500.",
        "Told of 1 of 2.",
        "1 with no exit plan",
    ]
    assert [each for each in wanted if each not in words] == []


def test_a_second_look_that_is_overdue_is_asked_about(cast, now):
    partnership(cast, now, "Weak")
    counted(cast, now, {"Weak": 0})

    words = said(paper(cast, now + timedelta(days=300), "leadership"))

    assert "its second look was due on 30 December 2026." in words
    assert "Was due 30 December 2026" in said(paper(cast, now + timedelta(days=300), "committee"))


def test_a_second_look_that_was_taken_is_told_and_asked_about_no_more(cast, now):
    weak = partnership(cast, now, "Weak")
    counted(cast, now, {"Weak": 0})
    look = {"changed": "A new chair.", "better": "BETTER", "decide_again": False}
    late = now + timedelta(days=300)
    take_second_look(weak.reviews.get(), **look, by=cast.priya, at=late)

    assert "its second look was due" not in said(paper(cast, late, "leadership"))
    assert f"Better, on {in_words(late.date())}" in said(paper(cast, late, "committee"))


def test_what_directors_and_leadership_get_is_one_page_however_much_there_is(cast, now):
    papers = {"exit_plan": "NO", "measures": "NO", "agreement_ends_on": now.date() - STANDS_AFTER}
    for number in range(12):
        made = register_partnership(
            f"Partnership number {number} for people who are older",
            host=cast.thornford,
            state=State.ACTIVE,
            starts_on=now.date(),
            by=cast.priya,
            at=now,
            **papers,
        )
        tell(cast, now, made, director="Marcus Webb", cost=Decimal(500))

    pages = {}
    for reader in ("director", "leadership"):
        made = file_of(paper(cast, now + STANDS_AFTER, reader), "pdf")
        with pikepdf.open(io.BytesIO(made.content)) as pdf:
            pages[reader] = len(pdf.pages)

    assert pages == {"director": 1, "leadership": 1}


@pytest.mark.parametrize("sort", ["pdf", "docx"])
def test_the_committee_of_a_host_without_partnerships_is_told_that_there_is_nothing(
    cast, now, sort
):
    addressed = addressed_by(cast.county, "committee", day_of(now))

    words = Paper(paper_for(cast.county, addressed, now), sort)

    assert "No partnership is running" in words
    assert "Every running partnership" not in words


@pytest.mark.parametrize("sort", ["pdf", "docx"])
def test_the_committee_is_told_what_is_new_weak_and_missing(cast, now, sort):
    partnership(cast, now, "Weak", exit_plan="NO", starts_on=now.date())
    partnership(cast, now, "Few")
    counted(cast, now, {"Weak": 1, "Few": None})

    words = Paper(paper(cast, now + STANDS_AFTER, "committee"), sort)

    wanted = ["Weak, begun 15 June 2026", "At risk", "33.3", "No exit plan", "Incomplete"]
    wanted += ["Due by 30 December 2026", "Partnerships are drawn when this report is kept"]
    assert [each for each in wanted if each not in words] == []


def test_the_committee_is_told_what_was_added_removed_and_changed_since_the_last_report(cast, now):
    gone, kept, mended = (partnership(cast, now, name) for name in ("Gone", "Kept", "Mended"))
    addressed = addressed_by(cast.thornford, "committee", day_of(now))
    keep_report(cast.thornford, addressed, by=cast.priya, at=now)
    later = now + timedelta(days=1)
    partnership(cast, later, "Added")
    change_partnership(mended, version=1, name="Renamed", exit_plan="NO", by=cast.priya, at=later)
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(gone, state, because="Done.", by=cast.priya, at=later)

    blocks = paper(cast, later, "committee").blocks
    told = {
        block.text: getattr(blocks[at + 1], "items", ("None.",))
        for at, block in enumerate(blocks)
        if block.kind == "heading" and block.level == 2
    }

    assert told == {
        "Added": ("Added",),
        "Removed: ended, or no longer led by us": ("Gone",),
        "Changed": ("Renamed. It was called Mended. Missing: no exit plan; before, nothing.",),
    }
    assert kept.state == State.ACTIVE
