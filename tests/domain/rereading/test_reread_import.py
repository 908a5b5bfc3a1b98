import pytest

from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.imports import kinds
from joinedup.domain.imports.actions import apply_import, choose_mapping, discard_import
from joinedup.domain.imports.models import Import, ImportPiece, ImportRow
from joinedup.domain.imports.queries import mapping_for_import, table_of
from joinedup.domain.jobs.models import Job
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.mappings.headings import choices_of, mapping_from
from joinedup.domain.rereading import actions
from joinedup.domain.rereading.actions import reread_import, stage_and_keep_import
from tests.domain.imports.bringing import REGISTER, answered, staged
from tests.zoo.making import book

ODD = "Partnership;Members;Contact\nCaffi M\x99r;Police;Jo\nBare;Fire;Al\n"
LIST = "Register of groups||\nPartnership|Aim|Members\nSafer|To be safe|Police\n"


@pytest.fixture
def odd(cast, now):
    """A file in old Macintosh letters with semicolons, read as Windows with commas."""
    data = ODD.replace("\x99", "ô").encode("mac_roman")
    how = {"organisation": cast.thornford, "by": cast.priya, "at": now}
    return stage_and_keep_import(data, "odd.csv", encoding="cp1252", delimiter=",", **how)


def reread(file, cast, now, **how):
    reread_import(file, version=file.version, by=cast.priya, at=now, **how)
    return Import.objects.get(pk=file.pk)


def test_other_letters_and_another_separator_are_tried_without_choosing_the_file_again(
    odd, cast, now
):
    wrong = table_of(odd)

    again = reread(odd, cast, now, encoding="mac_roman", delimiter=";")

    table = table_of(again)
    assert (len(wrong.columns), table.columns) == (1, ("Partnership", "Members", "Contact"))
    assert next(iter(table.rows)).cells == ("Caffi Môr", "Police", "Jo")
    assert choices_of(mapping_for_import(again))["Members"] == "member.name"
    assert (again.found["encoding"], again.found["delimiter"]) == ("mac_roman", ";")
    assert verbs_about(again) == ["import.staged", "import.reread"]


def test_what_is_left_empty_is_found_out(odd, cast, now):
    again = reread(odd, cast, now, encoding="", delimiter="", heading_row=0)

    assert again.found["delimiter"] == ";"


def test_what_was_said_of_the_columns_is_kept_where_they_are_the_same(cast, now):
    file = staged(cast, now, LIST)
    said = mapping_from("partnerships", {"Partnership": "partnership.name"})
    choose_mapping(file, said, version=1, by=cast.priya, at=now)
    answered(file, cast, now, problems="leave-out", **{"word:kind:x": "COOPERATIVE"})

    again = reread(file, cast, now, delimiter="|", heading_row=2)

    assert choices_of(mapping_for_import(again)) == {"Partnership": "partnership.name"}
    assert again.answers == {"word:kind:x": "COOPERATIVE"}


def test_another_sheet_and_another_row_of_headings(cast, now):
    data = book(sheets={"Key": [("A", "B"), ("x", "y")], "Main": [("Partnership",), ("Safer",)]})
    how = {"organisation": cast.thornford, "by": cast.priya, "at": now}
    file = stage_and_keep_import(data, "list.xlsx", sheet="Main", **how)

    again = reread(file, cast, now, sheet="Key")

    assert table_of(again).columns == ("A", "B")


def test_a_way_that_does_not_work_leaves_everything_as_it_was(odd, cast, now):
    before = ImportRow.objects.count(), odd.version

    with pytest.raises(Refused, match="Row 40 is empty"):
        reread(odd, cast, now, heading_row=40)

    odd.refresh_from_db()
    assert (ImportRow.objects.count(), odd.version) == before


def test_the_second_of_two_who_read_a_file_again_is_told(odd, cast, now):
    reread(Import.objects.get(pk=odd.pk), cast, now, delimiter=";")

    with pytest.raises(Overtaken):
        reread(odd, cast, now, delimiter=",")


def test_who_may_not_go_on_with_a_file_may_not_read_it_again(odd, cast, now):
    with pytest.raises(Refused, match="Only a partnership officer or manager of Thornford"):
        reread_import(odd, version=1, by=cast.noor, at=now, delimiter=";")


def test_the_file_itself_is_kept_no_longer_than_it_waits(cast, now):
    done, aside, waits = (staged(cast, now, REGISTER) for _ in range(3))
    apply_import(done, version=done.version, by=cast.priya, at=now)
    discard_import(aside, version=aside.version, by=cast.priya, at=now)

    assert [piece.whole for piece in ImportPiece.objects.all()] == [waits]


def test_a_file_that_was_not_kept_has_to_be_chosen_again(odd, cast, now):
    odd.pieces.all().delete()

    with pytest.raises(Refused, match="Choose it again"):
        reread(odd, cast, now, delimiter=";")


def test_a_long_file_is_read_again_by_a_worker(odd, cast, now, monkeypatch):
    monkeypatch.setattr(actions, "LONG_FILE", 10)

    again = reread(odd, cast, now, delimiter=";")

    assert (again.work, again.planned) == (kinds.ImportWork.READING, {})
    assert Job.objects.get(name="imports.reading").arguments["how"] == {"delimiter": ";"}
