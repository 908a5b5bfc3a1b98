import pytest
from django.urls import reverse

from joinedup.domain.rereading.actions import stage_and_keep_import
from tests.domain.imports.bringing import staged
from tests.web.imports.test_what_changes import words_of
from tests.zoo.making import book

pytestmark = pytest.mark.django_db
LIST = "Partnership;Members\nMôr;Police\n".encode("mac_roman")


def odd(cast, now, data=LIST, name="odd.csv", **how):
    who = {"organisation": cast.thornford, "by": cast.priya, "at": now}
    return stage_and_keep_import(data, name, **how, **who)


def test_the_page_of_the_columns_reads_the_file_in_another_way_and_shows_it_anew(cast, now):
    file = odd(cast, now, encoding="cp1252", delimiter=",")
    client, address = cast.client("priya"), reverse("import_reading", args=[file.public_id])
    before = client.get(reverse("import_columns", args=[file.public_id]))

    sent = {"version": "1", "encoding": "mac_roman", "delimiter": ";", "heading_row": "1"}
    after = client.post(address, sent, follow=True)

    assert f'action="{address}"' in before.text
    assert '<option value="cp1252" selected>' in before.text
    assert "M™r;Police" in before.text
    assert "2 Môr Police" in words_of(after)
    assert '<details class="govuk-details" open' in after.text


def test_a_way_that_does_not_work_says_why_and_keeps_what_was_typed(cast, now):
    file = odd(cast, now)

    page = cast.client("priya").post(
        reverse("import_reading", args=[file.public_id]),
        {"version": "1", "encoding": "", "delimiter": ";", "heading_row": "30"},
    )

    assert page.status_code == 409
    assert "Row 30 is empty, so it cannot be the headings." in page.text
    assert 'value="30"' in page.text


def test_a_workbook_is_asked_for_its_sheet_and_a_text_for_its_letters(cast, now):
    data = book(sheets={"Key": [("A", "B"), ("x", "y")], "Main": [("Partnership",), ("Safer",)]})
    files = odd(cast, now, data, "list.xlsx"), staged(cast, now)
    client = cast.client("priya")

    pages = [client.get(reverse("import_reading", args=[f.public_id])).text for f in files]

    asked = [{n for n in ("sheet", "encoding", "delimiter") if f'name="{n}"' in p} for p in pages]
    assert asked == [{"sheet"}, {"encoding", "delimiter"}]
    assert '<option value="Key"' in pages[0]


def test_a_file_that_was_not_kept_is_not_offered_to_be_read_again(cast, now):
    file = odd(cast, now)
    file.pieces.all().delete()
    client = cast.client("priya")

    columns, page = (
        client.get(reverse(name, args=[file.public_id]))
        for name in ("import_columns", "import_reading")
    )

    assert "Read it in another way" not in columns.text
    assert "We do not have the file itself any more." in page.text
