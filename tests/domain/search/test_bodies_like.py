import pytest

from joinedup.domain.organisations.actions import add_organisation, add_other_name
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.organisations.queries import standing, visible_to
from joinedup.domain.search.alike import bodies_like


def like(typed, **how):
    return [(body.name, name) for body, name in bodies_like(typed, standing(), **how)]


@pytest.mark.parametrize(
    "typed",
    [
        "riverside FOOD-share",
        "Riversde Food Share",
        "Riverside Foodshare",
        "Riverside Food Share Thornford",
        "Riverside Food",
    ],
)
def test_a_slip_a_part_or_a_longer_name_is_noticed(cast, typed):
    assert like(typed) == [("Riverside Food Share", "Riverside Food Share")]


def test_a_short_form_and_an_old_name_are_noticed(cast, now):
    add_other_name(cast.riverside, "Soup Kitchen", sort=NameSort.FORMER, by=cast.priya, at=now)

    assert like("Wexmere CC") == [("Wexmere County Council", "Wexmere County Council")]
    assert like("Soup Kichen") == [("Riverside Food Share", "Soup Kitchen")]


def test_the_exact_name_comes_first_and_several_bearers_are_all_told(cast, now):
    add_organisation("Riverside Food", by=cast.priya, at=now)
    add_organisation("riverside food", by=cast.priya, at=now)

    assert [body for body, _ in like("Riverside food")] == [
        "Riverside Food",
        "riverside food",
        "Riverside Food Share",
    ]


@pytest.mark.parametrize("typed", ["", "Th", "!", "Harbour Choir", "North Thornford Academics"])
def test_what_is_no_body_is_left_in_peace(cast, typed):
    assert like(typed) == []


def test_while_typing_the_beginning_of_a_name_is_enough(cast):
    assert like("Riv") == []
    assert like("Riv", typing=True) == [("Riverside Food Share", "Riverside Food Share")]


def test_nobody_is_told_of_what_they_may_not_see(cast):
    assert bodies_like("Wexmere Police", visible_to(cast.anybody)) == []


@pytest.mark.parametrize("more", [0, 60])
def test_many_bodies_take_the_queries_of_few(cast, now, django_assert_max_num_queries, more):
    for number in range(more):
        add_organisation(f"Riverside Group {number}", by=None, at=now)

    with django_assert_max_num_queries(14):
        found = like("Riverside Food Shares")

    assert found[0] == ("Riverside Food Share", "Riverside Food Share")
