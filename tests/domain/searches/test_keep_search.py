import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.searches.actions import keep_search, remove_search, rename_search
from joinedup.domain.searches.kinds import LONGEST, MOST_KEPT, Searched
from joinedup.domain.searches.models import KeptSearch
from joinedup.domain.searches.queries import kept_by
from joinedup.domain.searches.rules import why_not_call_search, why_not_keep_search

pytestmark = pytest.mark.django_db


def kept(cast, now, name="Weak ones", by="priya", asked="?tier=1"):
    """A search of the register that somebody keeps."""
    person = cast.people[by]
    return keep_search(name, searched=Searched.REGISTER, asked=asked, by=person, at=now)


def test_a_search_is_kept_for_whoever_named_it_and_nobody_else(cast, now):
    search = kept(cast, now, " Weak ones ")

    assert list(kept_by(cast.priya).values_list("name", "searched", "asked")) == [
        ("Weak ones", "register", "?tier=1")
    ]
    assert [list(kept_by(cast.who(kind))) for kind in ("director", "steward", "public")] == [
        [],
        [],
        [],
    ]
    assert verbs_about(search) == ["search.kept"]


def test_two_people_may_call_their_searches_the_same(cast, now):
    kept(cast, now)

    assert why_not_call_search(cast.ade, "Weak ones") is None
    assert why_not_call_search(cast.priya, "weak ones ") == (
        "You already keep a search called “weak ones”."
    )


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("", "Search or narrow the list first. Then there is something to keep."),
        ("?name=x", None),
        ("?name=" + "x" * LONGEST, "This search is too long to keep. Search with fewer words."),
    ],
)
def test_there_must_be_something_to_keep(cast, asked, reason):
    assert why_not_keep_search(cast.priya, asked) == reason


def test_nobody_keeps_more_searches_than_can_be_read_through(cast, now):
    for number in range(MOST_KEPT):
        kept(cast, now, f"Search {number}")

    with pytest.raises(Refused, match="You have kept 50 searches"):
        kept(cast, now)


def test_a_search_is_renamed_and_removed(cast, now):
    search = kept(cast, now)

    rename_search(search, "Tier 1", version=search.version, by=cast.priya, at=now)
    names = list(kept_by(cast.priya).values_list("name", flat=True))
    remove_search(search, by=cast.priya, at=now)

    assert (names, KeptSearch.objects.count()) == (["Tier 1"], 0)
    assert verbs_about(search) == ["search.kept", "search.renamed", "search.removed"]
