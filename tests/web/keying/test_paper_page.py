import io

import pikepdf
import pytest
from django.urls import reverse

from joinedup.domain.channels.paper import printed_code
from joinedup.domain.partnerships.actions import open_seat
from joinedup.domain.people.actions import add_person
from joinedup.domain.reviews.actions.answering import Given, save_answers, send_answers
from tests.domain.languages.made import opened_in_words
from tests.rounds import opened, ticket_of
from tests.web.reading import page_text, table_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(cast, now):
    """An open round in which one person has no email address."""
    cast.people["walter"] = add_person("Walter Pike", email=None, by=None, at=now)
    open_seat(cast.memberships["police"], person=cast.walter, by=cast.priya, at=now)
    return opened(cast, now)


def paper(round):
    return reverse("round_paper", args=[round.public_id])


def made(cast, round, **typed):
    form = {"review": "", "sort": "html", "letters": "on"} | typed
    return cast.client("priya").post(paper(round), form, follow=True)


def test_the_page_lists_those_without_an_address_and_not_who_has_answered(cast, round, now):
    ticket = ticket_of(round, cast.walter)
    before = page_text(cast.client("priya").get(paper(round)))
    save_answers(ticket, {"SF1": Given(value=2)}, at=now)
    send_answers(ticket, at=now)

    page = cast.client("priya").get(paper(round))

    assert page_text(page) == before
    assert table_of(page)[1][:2] == ["Walter Pike", "Safer Places group"]
    assert "Ade Okafor" not in page.text


def test_the_people_of_one_partnership_are_listed_when_asked_for(cast, round):
    page = cast.client("priya").get(paper(round), {"review": round.reviews.get().public_id})

    names = [row[0] for row in table_of(page)[1:]]
    assert names == [
        "Ade Okafor",
        "Colin Marsh",
        "Nadia Rahman",
        "Owen Pryce",
        "Ruth Bello",
        "Walter Pike",
    ]


def test_the_letter_bears_the_name_and_the_sheet_only_the_code(cast, round):
    said = page_text(made(cast, round, back_to="Town Hall\nThornford"))

    code = printed_code(ticket_of(round, cast.walter))
    letter, _, sheet = said.partition("Who sees what")
    assert "To Walter Pike" in letter
    assert "can find out whether answers have been sent with it, but not which" in letter
    assert "You speak for Wexmere Police" in letter
    assert ("Walter" in sheet, "Police" in sheet, code in sheet) == (False, False, True)
    assert "/sheet/" in sheet
    assert "Send back by 13 July 2026" in sheet
    assert "Town Hall" in sheet
    assert "□ 3" in sheet


def test_the_pdf_is_tagged_titled_and_comes_in_large_print(cast, round):
    pdfs = [
        pikepdf.open(io.BytesIO(made(cast, round, sort="pdf", **large).getvalue()))
        for large in ({}, {"large": "on"})
    ]

    for pdf in pdfs:
        assert pdf.Root.Lang == "en-GB"
        assert "/StructTreeRoot" in pdf.Root
        assert pdf.docinfo["/Title"] == "Answer sheets: Yearly review 2026"
    assert len(pdfs[0].pages) < len(pdfs[1].pages)


def test_a_spreadsheet_to_fill_in_has_a_column_for_each_code(cast, round):
    page = made(cast, round, sort="csv", review=round.reviews.get().public_id)

    lines = page.getvalue().decode("utf-8-sig").splitlines()
    codes = [
        printed_code(ticket_of(round, cast.people[name]))
        for name in ("ade", "colin", "nadia", "owen", "ruth", "walter")
    ]
    assert lines[0] == f"No,Question,You may write,{','.join(codes)}"
    assert lines[1].startswith("1,")
    assert lines[1].endswith(",,,,,,")


def test_the_address_of_a_file_serves_whoever_had_it_made_for_an_hour(cast, round, clock, now):
    address = made(cast, round).redirect_chain[0][0]

    mine, theirs = (cast.client(name).get(address) for name in ("priya", "marcus"))
    another_sort = cast.client("priya").get(address.replace("/html/", "/pdf/"))
    clock.shift(3601)
    late = cast.client("priya").get(address)

    answers = [page.status_code for page in (mine, theirs, another_sort, late)]
    assert answers == [200, 404, 404, 404]


def test_sheets_and_spreadsheets_come_in_a_chosen_language_where_there_is_one(cast, round, now):
    spoken = opened_in_words(cast, now)

    sheet = page_text(made(cast, spoken, language="cy"))
    table = made(cast, spoken, language="cy", sort="csv").getvalue().decode("utf-8-sig")
    english = page_text(made(cast, spoken, language="en"))

    code = printed_code(ticket_of(spoken, cast.walter))
    assert [text in sheet for text in ("qOne", "qSecond", "qGo on?", code)] == [True] * 4
    assert f"No,Question,You may write,{code}\r\n1,qOne,1 q1; 2 q2;" in table
    assert ("qOne" in english, "One." in english) == (False, True)
    pages = [cast.client("priya").get(paper(each)) for each in (spoken, round)]
    assert ['name="language"' in page.text for page in pages] == [True, False]
