import pytest
from django.test import RequestFactory

from joinedup.delivery.paging import counted, leaf_of
from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.organisations.models import Organisation

pytestmark = pytest.mark.django_db
EVERY = Organisation.objects.all()
NAMES = ["Ash", "Birch", "Birch", "Cedar", "Elm"]


@pytest.fixture
def trees(now):
    return [add_organisation(name, by=None, at=now) for name in NAMES]


def leaf(query="", size=2, found=None):
    rows = (EVERY if found is None else found).values("pk", "public_id", "folded_name", "name")
    return leaf_of(rows, RequestFactory().get(f"/{query}"), EVERY, size)


def names(leaf):
    return [row["name"] for row in leaf.rows]


def test_pages_go_on_by_name_and_two_of_one_name_are_both_shown(trees):
    first = leaf()
    second = leaf(first.following)
    third = leaf(second.following)

    assert [names(page) for page in (first, second, third)] == [NAMES[:2], NAMES[2:4], NAMES[4:]]
    assert (first.previous, third.following) == ("", "")


def test_going_back_shows_the_page_before(trees):
    third = leaf(leaf(leaf().following).following)
    second = leaf(third.previous)
    first = leaf(second.previous)

    assert (names(second), names(first)) == (NAMES[2:4], NAMES[:2])
    assert first.previous == ""


def test_the_rest_of_the_address_is_kept(trees):
    assert leaf("?name=a&name=b&after=nobody").following == (
        f"?name=a&name=b&after={trees[1].public_id}"
    )


@pytest.mark.parametrize("query", ["?after=", "?after=nobody", "?before=nobody", "?after=%00"])
def test_an_address_that_names_no_row_shows_the_first_page(trees, query):
    assert names(leaf(query)) == NAMES[:2]


def test_a_row_outside_what_was_found_still_marks_the_place(trees):
    found = EVERY.exclude(pk=trees[1].pk)

    assert names(leaf(f"?after={trees[1].public_id}", found=found)) == ["Birch", "Cedar"]


def test_nothing_found_is_an_empty_page(trees):
    empty = leaf(found=EVERY.none())

    assert (empty.rows, empty.previous, empty.following) == ([], "", "")


@pytest.mark.parametrize(("most", "said"), [(9, (5, False)), (5, (5, False)), (4, (4, True))])
def test_a_count_stops_where_it_is_told(trees, most, said):
    assert counted(EVERY, most) == said
