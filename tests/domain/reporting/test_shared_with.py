import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.partnerships import queries
from joinedup.domain.partnerships.actions import add_member, register_partnership
from joinedup.domain.reporting.overview import shared_with

pytestmark = pytest.mark.django_db


def names(places):
    return [place.partnership.name for place in places]


@pytest.fixture(params=["few", "many"])
def however_many(request, monkeypatch):
    """Have the list read in each of its two ways."""
    if request.param == "many":
        monkeypatch.setattr(queries, "FEW", -1)


@pytest.mark.usefixtures("however_many")
@pytest.mark.parametrize(
    ("viewer", "seen"),
    [("priya", ["Safer Places group"]), ("noor", ["Farhaven Growth Board"]), ("derek", [])],
)
def test_what_we_do_together_shows_only_what_the_viewer_may_see(cast, now, viewer, seen):
    shared, more = shared_with(cast.riverside, cast.people[viewer], day_of(now))

    assert (names(shared), more) == (seen, False)


@pytest.mark.usefixtures("however_many")
def test_the_first_by_name_are_shown_with_a_word_that_there_are_more(cast, now):
    for name in ("Aldren forum", "Brind forum"):
        by = {"by": cast.priya, "at": now}
        add_member(register_partnership(name, host=cast.thornford, **by), cast.riverside, **by)

    shared, more = shared_with(cast.riverside, cast.priya, day_of(now), most=2)

    assert (names(shared), more) == (["Aldren forum", "Brind forum"], True)
