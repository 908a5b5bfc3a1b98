import pytest
from django.urls import reverse

from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Post
from joinedup.web.organisations import posts
from tests.cast import EVERYBODY
from tests.web.reading import errors_of, links_of, next_page, page_text, table_of

OWN = {"lead host's officer", "director", "leadership", "auditor", "steward"}
NEW = {"name": "Zoe Hart", "email": "zoe@mail.example", "kind": "MANAGER"}
ON = {"on-day": "30", "on-month": "6", "on-year": "2026", "because": "Retired."}


def posts_page(body):
    return reverse("organisation_posts", args=[body.public_id])


@pytest.mark.parametrize("kind", EVERYBODY)
def test_who_works_there_is_for_its_own_people_and_stewards(cast, kind):
    client = cast.client(EVERYBODY[kind])

    status = client.get(posts_page(cast.thornford)).status_code
    is_linked = posts_page(cast.thornford) in links_of(
        client.get(reverse("organisation", args=[cast.thornford.public_id]))
    )

    assert status == (302 if kind == "public" else 200 if kind in OWN else 404)
    assert is_linked == (kind in OWN)


def test_a_steward_gives_a_post_and_ends_it(cast):
    client, page = cast.client("grace"), posts_page(cast.county)

    given = client.post(reverse("post_new", args=[cast.county.public_id]), NEW | {"unit": "Roads"})
    rows = table_of(client.get(page))
    post = Post.objects.get(person__name="Zoe Hart")
    ended = client.post(reverse("post_end", args=[cast.county.public_id, post.public_id]), ON)

    assert (given["Location"], ended["Location"]) == (page, page)
    assert rows == [
        ["Person", "As", "Since", "Change"],
        ["Zoe Hart Roads", "Manager", "15 June 2026", "End the post of Zoe Hart"],
        ["Ben Whitlock", "Partnership officer", "1 April 2025", "End the post of Ben Whitlock"],
    ]
    assert "until 30 June 2026" in page_text(client.get(page))


def test_an_officer_is_told_who_says_so(cast):
    client, address = cast.client("priya"), reverse("post_new", args=[cast.thornford.public_id])
    only = "Only a steward or a manager of Thornford District Council can say who works there."

    shown, sent = client.get(address), client.post(address, NEW)

    assert only in page_text(shown)
    assert (sent.status_code, errors_of(sent)) == (409, [only])


def test_nobody_gets_the_same_post_twice(cast):
    address = reverse("post_new", args=[cast.thornford.public_id])
    again = {"name": "Priya", "email": "priya.nair@mail.example", "kind": "OFFICER"}

    response = cast.client("grace").post(address, again)

    assert errors_of(response) == [
        "Priya Nair is already partnership officer of Thornford District Council."
    ]


def test_a_post_of_another_body_is_not_found(cast):
    post = cast.ben.posts.get()
    crossed = reverse("post_end", args=[cast.thornford.public_id, post.public_id])

    assert cast.client("grace").get(crossed).status_code == 404


@pytest.mark.parametrize("more", [1, 6])
def test_many_posts_take_the_queries_of_one(cast, now, django_assert_num_queries, more):
    for kind in list(PostKind)[:more]:
        grant_post(cast.ade, cast.county, kind, by=cast.grace, at=now)
    client = cast.client("grace")

    with django_assert_num_queries(6):
        client.get(posts_page(cast.county))


def test_many_posts_are_turned_in_pages_and_none_is_left_out(cast, now, monkeypatch):
    monkeypatch.setattr(posts, "AT_ONCE", 2)
    for kind in list(PostKind)[:3]:
        grant_post(cast.ade, cast.county, kind, by=cast.grace, at=now)
    client = cast.client("grace")

    first = client.get(posts_page(cast.county))
    second = client.get(posts_page(cast.county) + next_page(first))

    assert [response.text.count("End the post") for response in (first, second)] == [2, 2]
    assert "Next" not in page_text(second)
