"""A register that was generated: of the size asked for, always the same, and whole."""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.db import transaction

from joinedup.commands.main import main
from joinedup.demo.generated.actions import generate
from joinedup.demo.generated.roles import sign_ins
from joinedup.demo.generated.sizes import SIZES
from joinedup.domain.counting.sealing import WITHHELD
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Holder, Membership, Partnership, Seat
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Answer, AnswerSheet, Review, Round, Ticket
from tests.bench.clock import NOW

# The acts it is made of are tried on each database by tests of their own.
pytestmark = [pytest.mark.django_db, pytest.mark.once]
TABLES = (
    *(Person, Organisation, Partnership, Membership, Seat, Holder, Round, Review, Ticket),
    *(AnswerSheet, Answer, Entry),
)


@pytest.fixture(scope="module", autouse=True)
def made(django_db_setup, django_db_blocker) -> Iterator[None]:
    """A district of size S, which every test finds and none changes for the next."""
    with django_db_blocker.unblock(), transaction.atomic():
        list(generate(SIZES["S"], 1, at=NOW))
        yield
        transaction.set_rollback(True)


def counts() -> dict[str, int]:
    return {table.__name__: table.objects.count() for table in TABLES}


def test_a_size_has_what_its_table_says():
    assert counts() == {
        "Person": 25,
        "Organisation": 101,
        "Partnership": 60,
        "Membership": 240,
        "Seat": 240,
        "Holder": 228,
        "Round": 4,
        "Review": 80,
        "Ticket": 320,
        "AnswerSheet": 180,
        "Answer": 5400,
        "Entry": 10_000,
    }


def test_it_looks_like_a_register():
    names = list(Partnership.objects.values_list("name", flat=True)[:3])
    states = Counter(Partnership.objects.values_list("state", flat=True))
    bands = Counter(Review.objects.filter(round__state=RoundState.SEALED).values_list("band"))

    assert all(len(name.split()) >= 3 for name in names)
    assert (len(states), states.most_common(1)[0][0]) == (5, State.ACTIVE)
    assert len(bands) > 2
    assert (WITHHELD,) not in bands


def test_each_role_can_sign_in_and_finds_every_main_page(client):
    round = Round.objects.filter(state=RoundState.OPEN).get()
    review = Review.objects.filter(round__state=RoundState.SEALED).first()
    one, body = review.partnership, Organisation.objects.get(pk=1)
    everybody = [
        *("/needs/", "/you/", "/partnerships/", "/partnerships/?name=safety", "/organisations/"),
        *(f"/organisations/{body.public_id}/", "/structure/", "/vacancies/"),
    ]
    readers = [
        *(f"/partnerships/{one.public_id}/{page}" for page in ("", "members/", "history/")),
        *(f"/partnerships/{one.public_id}/{page}" for page in ("reviews/", "record/", "links/")),
        *(f"/results/{review.public_id}/", f"/reports/{body.public_id}/"),
    ]
    officers = [f"/rounds/{round.public_id}/", f"/rounds/{round.public_id}/people/", "/imports/"]
    pages = {"officer": everybody + readers + officers, "auditor": readers[-2:]}

    found = {}
    for _, address in sign_ins():
        client.force_login(Person.objects.get(email=address))
        role = address.partition("@")[0]
        for page in pages.get(role, everybody[:1]):
            found[role, page] = client.get(page).status_code

    assert {role for role, _ in found} == {
        *("officer", "manager", "director", "leadership", "auditor", "steward"),
        "representative",
    }
    assert {asked: status for asked, status in found.items() if status != 200} == {}


def test_the_demonstration_lets_one_be_each_of_them(client, settings):
    settings.DEMONSTRATION = True

    page = client.get("/demonstration/").text

    assert (page.count("/demonstration/sign-in/"), "Thornford" in page) == (7, False)


def test_going_on_makes_nothing_twice(capsys):
    before = counts()

    status = main(["generate", "--size", "S"])

    assert (status, counts()) == (0, before)
    assert "representative@generated.example" in capsys.readouterr().out
