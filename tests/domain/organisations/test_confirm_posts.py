from datetime import date, timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.organisations.actions import confirm_posts, grant_named_post, grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Post
from joinedup.domain.organisations.queries import posts_of, posts_to_confirm

pytestmark = pytest.mark.django_db


def due_at(body, day):
    return {post.person.name for post in posts_to_confirm(day).filter(organisation=body)}


def test_a_post_is_to_be_confirmed_a_month_before_its_year_is_over(cast):
    entered = cast.at.date()

    assert due_at(cast.county, entered + timedelta(days=365 - 29)) == set()
    assert due_at(cast.county, entered + timedelta(days=365 - 28)) == {"Ben Whitlock"}


def test_confirming_a_post_asks_again_after_a_year(cast, now):
    post = cast.marcus.posts.get()

    count = confirm_posts(cast.thornford, [post], by=cast.grace, at=now)

    post.refresh_from_db()
    assert (count, post.confirmed_on) == (1, now.date())
    assert verbs_about(post) == ["post.granted", "post.confirmed"]
    assert "Marcus Webb" not in due_at(cast.thornford, now.date())
    assert "Marcus Webb" in due_at(cast.thornford, now.date() + timedelta(days=365))


def test_a_post_that_has_ended_is_not_asked_about(cast, now):
    Post.objects.filter(person=cast.marcus).update(to_on=now.date() - timedelta(days=1))

    assert "Marcus Webb" not in due_at(cast.thornford, now.date())


@pytest.mark.parametrize("name", ["priya", "marcus", "noor", "ade"])
def test_only_a_steward_or_a_manager_confirms(cast, now, name):
    with pytest.raises(Refused, match="Only a steward or a manager"):
        confirm_posts(cast.thornford, [cast.marcus.posts.get()], by=cast.people[name], at=now)


def test_nothing_ticked_is_said(cast, now):
    with pytest.raises(Refused, match="Tick the posts that still hold"):
        confirm_posts(cast.thornford, [], by=cast.grace, at=now)


def test_a_post_may_begin_later_and_end_on_a_day(cast, now):
    post = grant_named_post(
        cast.thornford,
        name="Kim Lee",
        email="kim@mail.example",
        kind=PostKind.AUDITOR,
        by=cast.grace,
        at=now,
        from_on=date(2026, 7, 1),
        to_on=date(2026, 7, 31),
    )

    days = (date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 31), date(2026, 8, 1))
    assert [posts_of(post.person, day).exists() for day in days] == [False, True, True, False]


def test_a_post_cannot_end_before_it_begins(cast, now):
    with pytest.raises(Refused, match="cannot have ended before"):
        grant_post(
            cast.ade,
            cast.thornford,
            PostKind.AUDITOR,
            by=cast.grace,
            at=now,
            from_on=date(2026, 7, 1),
            to_on=date(2026, 6, 30),
        )
