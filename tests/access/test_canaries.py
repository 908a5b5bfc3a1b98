"""Private words are planted, every page is read as everybody, and no word is out of place."""

import io
import re
import zipfile

import pikepdf
import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from joinedup.domain.documents import pdf, word
from joinedup.domain.notices.models import Message
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import NamesRequest, Ticket
from tests.access.crawling import crawl
from tests.access.tables import access_table
from tests.access.world import CANARIES, World
from tests.cast import EVERYBODY
from tests.domain.documents.reading import letters_of

TABLE = access_table()
# Whose kind of person may come upon a canary: whoever may see the thing it is a part of. A saved
# answer, or one that would tell on whoever wrote it, is part of nothing anybody sees.
PART_OF = {
    "comment in a standing result": "standing-result",
    "comment in a draft result": "draft-result",
    "comment of one alone": "",
    "comment in a saved answer": "",
    "title of a round nobody was told of": "round",
    "reply to a draft result": "draft-result",
    "purpose of another district's partnership": "abroad",
    "row of a file being brought in": "import",
    "address of somebody who knows": "",
    "title of a post": "post",
    "remark on the lead host's own side": "own-side",
    "remit of a contact": "known-of-member",
    "remark on a member": "known-of-member",
    "response to a remark": "known-of-member",
    "what is asked of a stakeholder": "stakeholder",
    "why a stakeholder is not invited": "stakeholder",
}
# An officer of the next district reads what is that district's, and nobody else does.
OF_NEXT_DISTRICT = {"foreign body's officer"}
# What an officer of the next district reads: their own, and what those who keep the directory do.
READ_ABROAD = {
    "purpose of another district's partnership",
    "remit of a contact",
    "remark on a member",
    "response to a remark",
}
READ: dict[tuple[str, int], list] = {}
SAMPLE = [
    "public",
    "ticket holder",
    "core seat",
    "auditor",
    "former seat",
    "foreign body's officer",
]


@pytest.fixture
def papers_in_words():
    """Hand papers over as their words: setting them takes long and changes none."""
    with pytest.MonkeyPatch.context() as patch:
        for maker, name in ((word, "word_of"), (pdf, "pdf_of")):
            patch.setattr(maker, name, lambda document: repr(document).encode())
        yield


def pages_of(world: World, kind: str, each: int) -> list:
    """Return every page this kind of person can reach; the same world is read once."""
    if (kind, each) not in READ:
        words = [*CANARIES.values(), "Safer Places", "Farhaven Growth Board"]
        READ[kind, each] = list(crawl(world.cast.client(EVERYBODY[kind]), words, each))
    return READ[kind, each]


def out_of_place(world: World, kind: str, pages: list) -> list[str]:
    """Return what stands on a page that this kind of person may not come upon."""
    found = []
    for what, canary in private_words(world, kind).items():
        found += [f"{what} on {page.address}" for page in pages if tells(page, canary)]
    return found


def tells(page, canary: str) -> bool:
    """Tell whether a page says a canary, other than by repeating what was asked of it."""
    asked = canary in page.address or canary.replace(" ", "+") in page.address
    return not asked and canary in page.text


def private_words(world: World, kind: str) -> dict[str, str]:
    """Return the words that must turn up on no page this kind of person reads."""
    person = None if kind == "public" else world.person(kind)
    secret = {what: CANARIES[what] for what, thing in PART_OF.items() if not sees(thing, kind)}
    tokens = {
        f"link of {thing}": token_for(thing)
        for thing in (*Ticket.objects.all(), *NamesRequest.objects.all())
        if getattr(thing, "person", None) != person
    }
    if not sees("draft-result", kind):
        secret["draft score"] = f"{world.review('counted').overall}"
    if not sees("abroad", kind):
        secret |= {"name abroad": "Farhaven Growth Board", "reason abroad": "Too far to travel."}
    if kind != "former seat":
        secret["address of somebody who left"] = world.cast.derek.email
    return secret | tokens


def sees(thing: str, kind: str) -> bool:
    """Tell whether a kind of person may come upon a part of a thing."""
    return (
        kind in OF_NEXT_DISTRICT if thing == "abroad" else bool(thing) and TABLE.sees(thing, kind)
    )


@pytest.mark.parametrize("kind", SAMPLE)
def test_no_canary_is_out_of_place(world, papers_in_words, kind):
    pages = pages_of(world, kind, each=5)

    assert out_of_place(world, kind, pages) == []
    assert [page.address for page in pages if page.status >= 400] == []


@pytest.mark.deep
@pytest.mark.parametrize("kind", EVERYBODY)
def test_no_canary_is_out_of_place_on_any_page_at_all(world, papers_in_words, kind):
    pages = pages_of(world, kind, each=1000)

    assert out_of_place(world, kind, pages) == []
    assert [page.address for page in pages if page.status >= 400] == []


@pytest.mark.parametrize(
    ("kind", "unread"),
    [
        ("lead host's officer", {"purpose of another district's partnership"}),
        pytest.param("foreign body's officer", set(CANARIES) - READ_ABROAD, marks=pytest.mark.deep),
    ],
)
def test_a_canary_is_read_by_those_it_is_for(world, papers_in_words, kind, unread):
    pages = pages_of(world, kind, each=7)

    told = {what for what, word in CANARIES.items() if any(tells(page, word) for page in pages)}

    assert told == set(CANARIES) - unread - {what for what, thing in PART_OF.items() if not thing}


def test_what_people_wrote_stands_in_results_alone_and_without_their_names(world, papers_in_words):
    pages = pages_of(world, "core seat", each=5)
    comments = [canary for what, canary in CANARIES.items() if "comment" in what]
    names = "|".join(world.person(kind).name for kind in EVERYBODY if kind != "public")

    told = [page for page in pages if any(tells(page, comment) for comment in comments)]

    assert {page.route for page in told} == {"result", "result_paper", "result_export"}
    # Above the button for signing out stands the reader's own name; files have no such button.
    named = [page.address for page in told if re.search(names, page.text.split("Sign out", 1)[-1])]
    assert named == []


@pytest.mark.deep
@pytest.mark.parametrize("sort", ["docx", "pdf"])
def test_a_paper_as_it_is_set_names_nobody_who_answered(world, sort):
    review = world.review("counted")
    paper = world.cast.client("ade").get(reverse("result_paper", args=[review.public_id, sort]))

    said = words_of_paper(paper.content, sort)

    heard = [kind for kind in EVERYBODY if kind != "public"]
    names = [word for kind in heard for word in (world.person(kind).name, world.person(kind).email)]
    assert [name for name in names if name.replace(" ", "") in said] == []
    assert CANARIES["comment in a draft result"] in said


def words_of_paper(content: bytes, sort: str) -> str:
    """Return all a paper says, what it says of itself included, without spaces."""
    if sort == "pdf":
        with pikepdf.open(io.BytesIO(content)) as opened:
            about = " ".join(str(value) for value in opened.docinfo.values())
        return "".join(letters_of(content)) + about.replace(" ", "")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        texts = [parts.read(name).decode("utf-8", errors="replace") for name in parts.namelist()]
    return strip_tags(" ".join(texts)).replace(" ", "")


def test_mail_holds_the_link_of_its_reader_alone_and_nothing_anybody_wrote(world):
    tickets = {token_for(ticket): ticket.person for ticket in Ticket.objects.all()}
    wrong = [
        (mail.address, token)
        for mail in Message.objects.all()
        for token, person in tickets.items()
        if token in mail.body + mail.subject and mail.to != person
    ]
    told = {
        what
        for mail in Message.objects.all()
        for what, canary in CANARIES.items()
        if canary in mail.body + mail.subject
    }

    # Whoever is asked for names before a round opens is told what they are asked for.
    assert (wrong, told) == ([], {"title of a round nobody was told of"})
