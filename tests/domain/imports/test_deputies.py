"""For whom deputies stand in is read from a list: with before and after, noted, taken back."""

import pytest

from joinedup.domain.deputies.actions import open_chosen_seat, stand_in_for_seat
from joinedup.domain.imports.models import ImportStep
from joinedup.domain.imports.queries import plan_of
from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.models import Seat
from joinedup.domain.undoing.actions import undo_import
from joinedup.web.imports.changes import changed_things
from tests.domain.imports.bringing import answered, brought_in, staged

pytestmark = pytest.mark.django_db
HEAD = "Partnership|Organisation|Representative|Role|Email|Deputy for\n"
COUNTY = "Safer Places group|Wexmere County Council|"
POLICE = "Safer Places group|Wexmere Police|"
RUTH = "Ruth Bello, chair, for Wexmere Police"
BO = f"{COUNTY}Bo Hill|Deputy|bo@t.example|"
SEC = f"{POLICE}Sam Oak|Secretary|sam@t.example|\n"


def deputy(cast, now, other):
    who = {"name": "Bo Hill", "email": "bo@t.example", "capacity": "DEPUTY"}
    member = cast.memberships["county"]
    return open_chosen_seat(member, stands_in_for=other, **who, by=cast.priya, at=now)


def stands_in():
    deputies = Seat.objects.filter(capacity="DEPUTY").order_by("pk")
    return [seat.stands_in_for for seat in deputies]


def planned(cast, now, text):
    return plan_of(staged(cast, now, HEAD + text), cast.priya, now.date())


def noted(cast):
    entries = history_of(cast.safer).filter(verb="seat.stands_in")
    return [entry.detail["place"] for entry in entries if "imported" in entry.detail]


def test_a_new_deputy_stands_in_for_a_place_of_the_same_list_wherever_it_comes(cast, now):
    file, _ = brought_in(cast, now, HEAD + BO + "Sam Oak\n" + SEC)

    assert [seat.holders.get().person.name for seat in stands_in()] == ["Sam Oak"]
    assert noted(cast) == ["Sam Oak, secretary, for Wexmere Police"]

    undo_import(file, version=file.version, by=cast.priya, at=now)

    assert not Seat.objects.filter(capacity__in=("DEPUTY", "SECRETARY")).exists()


def test_a_deputy_who_was_there_is_told_before_and_after_and_put_back(cast, now):
    deputy(cast, now, cast.seats["ruth"])
    text = BO + "the Secretary for Wexmere Police\n".removeprefix("the ") + SEC

    found = planned(cast, now, text)

    after = "Sam Oak, secretary, for Wexmere Police"
    fields = {"label": "Whom a deputy stands in for", "before": RUTH, "after": after}
    change = {"label": "Bo Hill, deputy on Safer Places group", "row": 2, "fields": [fields]}
    assert changed_things(found, 9) == [("deputies", [change], 1)]

    file, _ = brought_in(cast, now, HEAD + text)

    assert [seat.capacity for seat in stands_in()] == ["SECRETARY"]
    assert noted(cast) == [after]
    assert "sam@" not in repr(list(ImportStep.objects.values("ref", "values", "before")))

    undo_import(file, version=file.version, by=cast.priya, at=now)

    assert stands_in() == [cast.seats["ruth"]]


def test_what_somebody_said_since_stays_when_the_file_is_taken_back(cast, now):
    seat = deputy(cast, now, cast.seats["ruth"])
    file, _ = brought_in(cast, now, HEAD + BO + "Chair\n" + SEC)
    seat.refresh_from_db()
    sam = Seat.objects.get(capacity="SECRETARY")
    stand_in_for_seat(seat, sam, by=cast.priya, at=now)

    undoing = undo_import(file, version=file.version, by=cast.priya, at=now)

    assert stands_in() == [sam]
    assert [(stay.thing, stay.row) for stay in undoing.stays] == [("seats", 3), ("people", 3)]


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("Nan Nobody", "We found no place like “Nan Nobody” on this partnership"),
        ("Bo Hill", "We found no place like “Bo Hill” on this partnership"),
        ("Representative", "Several places on this partnership fit “Representative”."),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(cast, now, told, message):
    (problem,) = planned(cast, now, f"{BO}{told}\n").problems

    assert (problem.row, problem.column) == (2, "Deputy for")
    assert problem.message.startswith(message)


def test_only_a_deputy_stands_in_and_an_empty_cell_changes_nothing(cast, now):
    deputy(cast, now, cast.seats["ruth"])
    text = f"{BO}TBC\n{SEC.strip()}Ruth Bello\n"

    (problem,) = planned(cast, now, text).problems
    file = staged(cast, now, HEAD + text)
    answered(file, cast, now, problems="leave-out")
    found = plan_of(file, cast.priya, now.date())

    assert (problem.row, problem.message[:35]) == (3, "Only a deputy stands in for another")
    assert [(step.thing, step.row) for step in found.steps_of("deputies")] == []
    assert [(left.row, left.text) for left in found.left_out] == [(3, "Ruth Bello")]


def test_a_place_that_nobody_holds_is_left_out_where_it_is_not_there(cast, now):
    found = planned(cast, now, f"{BO}Nobody yet, secretary, for Wexmere Police\n")

    assert (found.problems, [left.row for left in found.left_out]) == ((), [2])
