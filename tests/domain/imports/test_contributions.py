"""What members put in is read from a list: planned with before and after, noted, taken back."""

from decimal import Decimal

import pytest

from joinedup.domain.contributions.actions import add_contribution, change_contribution
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.imports.queries import plan_of
from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.undoing.actions import undo_import
from joinedup.web.imports.changes import changed_things
from tests.domain.imports.bringing import answered, brought_in, staged

pytestmark = pytest.mark.django_db
HEAD = "Partnership|Member|Year from April|What is put in|Pounds or hours|In words\n"
SAFER = "Safer Places group|Wexmere Police|"


def police():
    return Membership.objects.get(
        organisation__name="Wexmere Police", partnership__name="Safer Places group"
    )


def given():
    told = Contribution.objects.order_by("year", "sort", "words")
    return list(told.values_list("year", "sort", "amount", "words"))


def noted(cast, now, amount=Decimal(100)):
    line = {"year": 2025, "sort": "CASH", "amount": amount}
    return add_contribution(police(), **line, by=cast.priya, at=now)


def test_a_list_says_what_members_put_in_with_what_was_there_before(cast, now):
    noted(cast, now)
    rows = f"{SAFER}2025|Money|£1,250.50|\n{SAFER}2026/27|Staff time|40 hours|Two officers\n"
    file = staged(cast, now, HEAD + rows)

    planned = plan_of(file, cast.priya, now.date())

    fields = {"label": "How much it puts in: pounds or hours"}
    fields |= {"before": "100.00", "after": "1,250.50"}
    label = "Wexmere Police in Safer Places group, 2025: Money"
    changes = [{"label": label, "row": 2, "fields": [fields]}]
    assert changed_things(planned, 9) == [("contributions", changes, 1)]

    file, _ = brought_in(cast, now, HEAD + rows)

    assert given() == [
        (2025, "CASH", Decimal("1250.50"), ""),
        (2026, "HOURS", Decimal(40), "Two officers"),
    ]
    entries = history_of(police().partnership).filter(verb__startswith="contribution.")
    told = [entry.verb for entry in entries if "imported" in entry.detail]
    assert sorted(told) == ["contribution.added", "contribution.changed"]


def test_a_file_taken_back_takes_back_what_it_said_that_members_put_in(cast, now):
    noted(cast, now)
    before = given()
    rows = f"{SAFER}2025|Money|5|\n{SAFER}2024|Money|7|\n{SAFER}2023|Money|9|\n"
    file, _ = brought_in(cast, now, HEAD + rows)
    later = Contribution.objects.get(year=2023)
    change_contribution(later, version=1, amount=Decimal(11), words="", by=cast.priya, at=now)

    done = undo_import(file, version=file.version, by=cast.priya, at=now)

    assert given() == [(2023, "CASH", Decimal(11), ""), *before]
    assert [stay.row for stay in done.stays] == [4]


def test_what_cannot_be_is_named_and_what_is_not_told_changes_nothing(cast, now):
    noted(cast, now)
    rows = (
        "2025|Money||",
        "1066|Money|1|",
        "|Money|1|",
        "2025||1|",
        "2025|In kind||",
        "2025|Tea|1|",
    )
    wrong = staged(cast, now, HEAD + "".join(f"{SAFER}{row}\n" for row in rows))

    planned = plan_of(wrong, cast.priya, now.date())

    assert [(p.row, p.column) for p in planned.problems] == [
        (3, "Year from April"),
        (4, "Year from April"),
        (5, "What is put in"),
        (6, "What is put in"),
    ]
    assert [question.id for question in planned.questions] == ["word:sort:tea"]
    answered(wrong, cast, now, problems="leave-out", **{"word:sort:tea": "HOURS"})
    planned = plan_of(wrong, cast.priya, now.date())
    told = [(step.outcome, step.row) for step in planned.steps_of("contributions")]
    assert told == [("unchanged", 2), ("created", 7)]


def test_a_second_amount_for_the_same_is_left_out_and_so_is_a_member_that_left(cast, now):
    rows = f"{SAFER}2025|Money|5|\n{SAFER}2025|Money|6|\n"
    left = HEAD.replace("In words", "Member until") + f"{SAFER}2025|Money|5|1 May 2019\n" * 2

    twice = plan_of(staged(cast, now, HEAD + rows), cast.priya, now.date())
    gone = plan_of(staged(cast, now, left), cast.priya, now.date())

    assert [(out.row, out.text) for out in twice.left_out] == [(3, "6")]
    assert [step.values["amount"] for step in twice.steps_of("contributions")] == [Decimal(5)]
    assert (gone.steps_of("contributions"), len(gone.left_out)) == ([], 2)
