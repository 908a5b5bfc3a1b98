import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.imports.actions import stage_import
from joinedup.domain.imports.models import Import, ImportRow
from joinedup.domain.imports.queries import mapping_for_import, table_of, visible_to
from joinedup.domain.imports.rules import why_not_import, why_not_import_for
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.mappings.headings import choices_of
from joinedup.domain.partnerships.models import Partnership
from tests.cast import EVERYBODY
from tests.domain.imports.bringing import MEMBERS, REGISTER, answered, brought_in, staged

SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]
OFFICERS = {"lead host's officer", "another host's officer", "foreign body's officer"}


@pytest.mark.parametrize("kind", SIGNED_IN)
def test_only_officers_bring_registers_in_and_only_for_their_own_body(cast, now, kind):
    anywhere = why_not_import(cast.who(kind), day_of(now))
    here = why_not_import_for(cast.thornford, cast.who(kind), day_of(now))

    assert (anywhere is None) == (kind in OFFICERS)
    assert (here is None) == (kind == "lead host's officer")


def test_a_staged_file_is_kept_outside_the_register(cast, now):
    before = Partnership.objects.count()

    file = staged(cast, now)

    assert (file.kind, file.state, file.file_name) == ("partnerships", "STAGED", "register.csv")
    assert [row.number for row in table_of(file).rows] == [2, 3]
    assert choices_of(mapping_for_import(file))["Lead officer"] == "coordinator.name"
    assert file.found["notes"] == [
        "The columns are divided by upright lines (|); the letters are stored as UTF-8."
    ]
    assert (Partnership.objects.count(), verbs_about(file)) == (before, ["import.staged"])


def test_what_cannot_be_read_is_refused_beside_the_file(cast, now):
    with pytest.raises(Refused, match="This is a PDF") as refusal:
        stage_import(b"%PDF", "x.csv", organisation=cast.thornford, by=cast.priya, at=now)

    assert (refusal.value.field, Import.objects.count()) == ("file", 0)


def test_the_same_file_again_takes_over_its_columns_and_answers(cast, now):
    first, _ = brought_in(
        cast, now, MEMBERS.replace("Wexmere Police", "Wexmere"), **{"organisation:wexmere": "new"}
    )
    cast_again = MEMBERS.replace("Wexmere Police", "Wexmere")

    again = staged(cast, now, cast_again, kind="memberships")

    assert (again.mapping, again.answers) == (first.mapping, {"organisation:wexmere": "new"})


def test_a_mended_file_keeps_what_was_said_and_asks_again_what_was_confirmed(cast, now):
    first = staged(cast, now)
    said = {"organisation:x": "new", "problems": "leave-out", "members": "confirmed"}
    answered(first, cast, now, **said)

    again = staged(cast, now, REGISTER.replace("2020", "2021"))

    assert (again.mapping, again.answers) == (first.mapping, {"organisation:x": "new"})


def test_a_file_is_seen_by_officers_of_its_body_alone(cast, now):
    file = staged(cast, now)

    seen = {
        kind for kind in EVERYBODY if file in visible_to(cast.who(kind), day_of(now)).order_by("id")
    }

    assert seen == {"lead host's officer"}


def test_rows_of_a_long_file_are_staged_whole(cast, now):
    lines = "".join(f"Group {n}|Member {n}\n" for n in range(2_500))

    file = staged(cast, now, f"Partnership|Member\n{lines}")

    assert ImportRow.objects.filter(whole=file).count() == 2_500
