import pytest

from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.queries import listed_to
from joinedup.domain.search.queries import meant
from tests.bench.clock import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def bodies(now):
    for name in ("Thornford Community Forum", "Cyngor Tref", "Thornford Police", "Bowls Club"):
        add_organisation(name, by=None, at=now)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("comunity", "community"),
        ("Thornford Comunity", "thornford community"),
        ("communty thornfrod", "community thornford"),
        ("cingor", "cyngor"),
        ("polcie", "police"),
        ("thornford", ""),
        ("police bowls", ""),
        ("zzzzzz", ""),
        ("bow", ""),
        ("", ""),
    ],
)
def test_a_slip_of_the_keys_is_mended_by_a_name_there_is(bodies, typed, said):
    assert meant(typed, Organisation.objects.all()) == said


@pytest.mark.parametrize(("name", "said"), [("noor", "growth"), ("priya", "")])
def test_nothing_is_suggested_that_somebody_may_not_see(cast, name, said):
    among = listed_to(cast.people[name], NOW.date())

    assert meant("grwoth", among) == said
