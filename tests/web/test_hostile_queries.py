"""Whatever stands after the question mark, a list answers (trust.md B8)."""

import pytest
from django.urls import reverse

LISTS = ("register", "organisations", "rounds", "imports")
HOSTILE = (
    "partnership__hostings__organisation=1&memberships__seats__holders__person__email=x",
    "__class__=1&order_by=-tier_because&pk__in=1",
    "name=" + "x" * 20_000,
    "&".join(["name=a"] * 900),
    "&".join(f"key{n}=1" for n in range(900)),
    "name=%00%ff%fe&state=%00&tier=%00",
    "tier=99999999999999999999&state=NOPE&kind[]=1",
    "after=%00&before=%00",
    "after=" + "y" * 5000,
    "before=nobody&after=nobody",
    "name=%27%22%3B--&place=%25%5F%5C",
    "name=%E0%A4%A&missing=maybe&host=x",
)


@pytest.mark.django_db
@pytest.mark.parametrize("page", LISTS)
@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_list_answers_to_any_query_and_shows_no_more(cast, page, query):
    response = cast.client("priya").get(f"{reverse(page)}?{query}")

    assert response.status_code in (200, 400)
    assert "Farhaven Growth Board" not in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_file_answers_to_any_query_and_holds_no_more(cast, query):
    response = cast.client("priya").get(f"{reverse('register_export', args=['csv'])}?{query}")

    assert response.status_code in (200, 400)
    assert b"Farhaven Growth Board" not in response.getvalue()
