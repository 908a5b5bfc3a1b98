import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from joinedup.domain.channels.actions import print_sheets
from joinedup.domain.channels.models import Keying
from joinedup.domain.channels.paper import printed_code
from joinedup.domain.reviews.actions.answering import Given, save_answers, send_answers
from joinedup.domain.reviews.models import Answer, AnswerSheet
from tests.rounds import opened, ticket_of
from tests.web.reading import errors_of, page_text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _unlimited():
    """Forget how often anybody tried a code."""
    cache.clear()


@pytest.fixture
def round(cast, now):
    """An open round whose sheets have been printed."""
    round = opened(cast, now)
    print_sheets(round, review=round.reviews.get().public_id, by=cast.priya, at=now)
    return round


def code_of(round, person):
    return printed_code(ticket_of(round, person))


def keying(round):
    return reverse("round_keying", args=[round.public_id])


def sheet(round, person):
    return reverse("keying_sheet", args=[round.public_id, ticket_of(round, person).public_id])


def test_a_code_leads_to_the_sheet_which_names_nobody(cast, round):
    client = cast.client("priya")

    there = client.post(
        keying(round), {"code": code_of(round, cast.ade).lower(), "way": "TELEPHONE"}
    )
    page = client.get(there.headers["Location"])

    assert there.headers["Location"] == sheet(round, cast.ade) + "?way=TELEPHONE"
    said = page_text(page)
    assert ("Safer Places group" in said, "Ade" in said, "Riverside" in said) == (
        True,
        False,
        False,
    )
    assert "In each box type 0, 1, 2, 3, d or n" in said


def test_a_sheet_is_typed_read_over_and_sent_and_the_next_code_is_asked_for(cast, round):
    client, there = cast.client("priya"), sheet(round, cast.ade)
    typed = {"way": "TELEPHONE", "SF1": "3", "SF2": "d", "SF3": " N ", "comments": "2. Not told."}

    read = client.post(there, typed)
    kept = Answer.objects.count()
    sent = client.post(there, typed | {"send": "yes"}, follow=True)

    said = page_text(read)
    assert "29 statements are not answered. It came: by telephone." in said
    assert "I do not know. Comment: Not told." in said
    assert kept == 0
    assert sent.redirect_chain == [(keying(round) + "?way=TELEPHONE", 302)]
    assert "The answers about Safer Places group were entered and sent." in page_text(sent)
    assert list(Answer.objects.values_list("question", "value", "unscored", "words")) == [
        ("SF1", 3, "", ""),
        ("SF2", None, "dk", "Not told."),
        ("SF3", None, "na", ""),
    ]
    assert Keying.objects.get().way == "TELEPHONE"


def test_each_wrong_box_is_named_and_what_was_typed_stays(cast, round):
    client = cast.client("priya")

    page = client.post(
        sheet(round, cast.ade),
        {"way": "PAPER", "SF1": "4", "SF2": "x", "SF3": "2", "comments": "99 No.", "send": "yes"},
    )

    assert page.status_code == 422
    assert errors_of(page) == [
        "“4” is not an answer. Write one of 0, 1, 2, 3, d or n, or leave it empty.",
        "“x” is not an answer. Write one of 0, 1, 2, 3, d or n, or leave it empty.",
        "There is no statement 99.",
    ]
    assert 'value="x"' in page.text
    assert not AnswerSheet.objects.exists()


def test_somebody_may_think_again_before_sending(cast, round):
    typed = {"way": "PAPER", "SF1": "1", "change": "yes"}

    page = cast.client("priya").post(sheet(round, cast.ade), typed)

    assert (page.status_code, "Enter a sheet" in page_text(page)) == (200, True)
    assert 'value="1"' in page.text


def test_neither_what_was_saved_nor_what_was_sent_is_shown_to_a_helper(cast, round, now):
    client = cast.client("priya")
    begun, sent = ticket_of(round, cast.ade), ticket_of(round, cast.nadia)
    for ticket in (begun, sent):
        save_answers(ticket, {"SF1": Given(value=2, words="quokka-3141")}, at=now)
    send_answers(sent, at=now)

    pages = [client.get(sheet(round, person)) for person in (cast.ade, cast.nadia, cast.ruth)]

    assert {page.status_code for page in pages} == {200}
    assert not any("quokka-3141" in page.text for page in pages)
    assert len({page_text(page) for page in pages}) == 1, "It cannot be told who has answered."


def test_a_sheet_sent_before_is_refused_only_when_sending(cast, round, now):
    client = cast.client("priya")
    ticket = ticket_of(round, cast.ade)
    save_answers(ticket, {"SF1": Given(value=2)}, at=now)
    send_answers(ticket, at=now)

    read = client.post(sheet(round, cast.ade), {"way": "PAPER", "SF1": "0"})
    sent = client.post(sheet(round, cast.ade), {"way": "PAPER", "SF1": "0", "send": "yes"})

    assert (read.status_code, sent.status_code) == (200, 409)
    assert "These answers cannot be entered." in errors_of(sent)[0]
    assert Answer.objects.get().value == 2


def test_wrong_codes_are_told_as_such_until_somebody_has_tried_too_often(cast, round):
    client = cast.client("priya")

    tried = [client.post(keying(round), {"code": "CCCCCCCC", "way": "PAPER"}) for _ in range(31)]
    right = client.post(keying(round), {"code": code_of(round, cast.ade), "way": "PAPER"})
    other = cast.client("colin").post(
        keying(round), {"code": code_of(round, cast.ade), "way": "PAPER"}
    )

    assert {page.status_code for page in tried} == {409}
    assert errors_of(tried[0])[0].startswith("No sheet of this round bears this code.")
    assert errors_of(tried[-1])[0].startswith("That was tried too often.")
    assert (right.status_code, other.status_code) == (409, 302)


def test_the_coordinator_finds_the_way_on_the_partnership_and_the_chair_does_not(cast, round):
    address = reverse("partnership_reviews", args=[cast.safer.public_id])

    found = [keying(round) in cast.client(name).get(address).text for name in ("colin", "ruth")]

    assert found == [True, False]


def test_a_page_for_a_stack_of_sheets_leads_back_to_where_its_reader_may_go(cast, round):
    paper = reverse("round_paper", args=[round.public_id])

    back = [paper in cast.client(name).get(keying(round)).text for name in ("priya", "colin")]

    assert back == [True, False]


def upload(cast, round, text, name="answers.csv"):
    data = text if isinstance(text, bytes) else text.encode()
    address = reverse("keying_file", args=[round.public_id])
    return cast.client("priya").post(address, {"file": SimpleUploadedFile(name, data)})


def test_columns_that_were_filled_in_are_entered_and_the_others_left(cast, round):
    codes = [code_of(round, person) for person in (cast.ade, cast.nadia, cast.ruth)]

    page = upload(cast, round, f"No,Question,{','.join(codes)}\n1,One,3,d,\n2,Two,,1.0,\n")

    assert page.headers["Location"] == keying(round)
    answers = Answer.objects.order_by("sheet__ticket__person__name", "question")
    assert list(answers.values_list("sheet__ticket__person__name", "question", "value")) == [
        ("Ade Okafor", "SF1", 3),
        ("Nadia Rahman", "SF1", None),
        ("Nadia Rahman", "SF2", 1),
    ]
    assert set(Keying.objects.values_list("way", flat=True)) == {"SPREADSHEET"}


def test_every_wrong_cell_is_named_with_its_place_and_nothing_is_taken(cast, round):
    code = code_of(round, cast.ade)

    page = upload(
        cast,
        round,
        f"No,Question,{code},CCCC CCCC,\n1,One,7,2,\n2,Two,3,,stray\n2,Two,2,,\nZZ,What,1,,\n",
    )

    assert page.status_code == 422
    assert errors_of(page) == [
        f"Row 2, column {code}: “7” is not an answer. Write one of 0, 1, 2, 3, d or n, or leave "
        "it empty.",
        f"Row 4, column {code}: question 2 stands in two rows.",
        f"Row 5, column {code}: there is no question “ZZ” on this sheet.",
        "Row 1, column CCCC CCCC: no sheet of this round bears this code.",
        "Row 1, column Column E: no sheet of this round bears this code.",
    ]
    assert not AnswerSheet.objects.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "The file is empty"),
        (b"%PDF-1.7 x", "This is a PDF, which holds pages, not rows."),
        (b"PK\x03\x04 no archive at all", "This workbook is damaged"),
        (b"<html><table>", "This is a web page"),
        (b"Who,What\nme,3\n", "The first column must be headed “No”"),
        (b"No,Question\n1,One\n", "Nothing is filled in under any code."),
    ],
)
def test_what_is_no_sheet_of_answers_is_refused(cast, round, text, said):
    page = upload(cast, round, text)

    assert (page.status_code, said in " ".join(errors_of(page))) == (422, True), errors_of(page)


def test_of_a_file_with_one_sheet_sent_before_nothing_is_taken(cast, round, now):
    ticket = ticket_of(round, cast.ade)
    save_answers(ticket, {"SF1": Given(value=2)}, at=now)
    send_answers(ticket, at=now)
    codes = [code_of(round, person) for person in (cast.nadia, cast.ade)]

    page = upload(cast, round, f"No,Question,{','.join(codes)}\n1,One,3,3\n")

    assert (page.status_code, AnswerSheet.objects.count()) == (409, 1)
