import pytest
from django.urls import reverse

from joinedup.domain.searches.models import KeptSearch
from tests.web.reading import page_text

pytestmark = pytest.mark.django_db

HOSTILE = "?state=ACTIVE&purpose__contains=secret&state__in=x&tier=1&page=%00"


def test_a_search_is_kept_from_the_list_and_found_again(cast):
    client = cast.client("priya")
    keep = reverse("search_keep", args=["register"])

    listed = client.get(reverse("register") + "?tier=1").text
    kept = client.post(keep + "?tier=1", {"name": "Weak ones"}, follow=True)

    assert f'href="{keep}?tier=1"' in listed
    assert kept.redirect_chain[-1][0] == reverse("register") + "?tier=1"
    for page in ("register", "home", "you"):
        assert f'href="{reverse("register")}?tier=1">Weak ones' in client.get(reverse(page)).text
    assert "Weak ones" not in client.get(reverse("organisations")).text


def test_only_what_the_list_knows_is_kept(cast):
    cast.client("priya").post(
        reverse("search_keep", args=["register"]) + HOSTILE, {"name": "Active"}
    )

    assert KeptSearch.objects.get().asked == "?state=ACTIVE&tier=1"


def test_nothing_typed_is_lost_where_the_name_is_taken(cast):
    client = cast.client("priya")
    keep = reverse("search_keep", args=["organisations"]) + "?name=food"
    client.post(keep, {"name": "Food"})

    again = client.post(keep, {"name": "food"})

    assert (again.status_code, 'value="food"' in again.text) == (409, True)
    assert "You already keep a search called “food”." in page_text(again)


def test_a_list_there_is_none_of_cannot_be_searched(cast):
    assert cast.client("priya").get(reverse("search_keep", args=["people"])).status_code == 404
