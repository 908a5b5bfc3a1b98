from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.organisations.actions import end_post, grant_named_post, grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.queries import (
    bodies_with_posts_for,
    organisations_where,
    posts_in,
    posts_of,
)
from joinedup.domain.organisations.rules import why_not_end_post, why_not_grant_post, why_not_hold
from tests.cast import EVERYBODY

ONLY = "Only a steward or a manager of Thornford District Council can say who works there."


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_only_a_steward_or_manager_says_who_works_there(cast, now, kind):
    reason = why_not_grant_post(cast.thornford, cast.who(kind), day_of(now))

    assert reason == (None if kind == "steward" else ONLY)


def test_a_steward_says_who_works_in_any_body(cast, now):
    assert why_not_grant_post(cast.riverside, cast.grace, day_of(now)) is None


def test_a_manager_says_who_works_there(cast, now):
    grant_post(cast.ruth, cast.thornford, PostKind.MANAGER, by=cast.grace, at=now)

    assert why_not_grant_post(cast.thornford, cast.ruth, day_of(now)) is None
    assert why_not_grant_post(cast.county, cast.ruth, day_of(now)) is not None


def test_a_post_begins_today_and_may_be_looked_up(cast, now):
    post = grant_post(
        cast.ade, cast.thornford, PostKind.OFFICER, by=cast.grace, at=now, title="Policy officer"
    )

    today = day_of(now)
    assert list(posts_of(cast.ade, today)) == [post]
    assert list(posts_of(cast.ade, today - timedelta(days=1))) == []
    assert list(organisations_where(cast.ade, today, PostKind.OFFICER)) == [cast.thornford]
    assert list(organisations_where(cast.ade, today, PostKind.AUDITOR)) == []
    assert list(organisations_where(cast.ade, today)) == [cast.thornford]
    assert verbs_about(post) == ["post.granted"]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (PostKind.DIRECTOR, None),
        (
            PostKind.OFFICER,
            "Priya Nair is already partnership officer of Thornford District Council.",
        ),
    ],
)
def test_nobody_holds_the_same_post_twice(cast, now, kind, reason):
    assert why_not_hold(cast.priya, cast.thornford, kind, day_of(now)) == reason


def test_a_second_same_post_is_refused(cast, now):
    with pytest.raises(Refused, match="already partnership officer"):
        grant_post(cast.priya, cast.thornford, PostKind.OFFICER, by=cast.grace, at=now)

    assert cast.priya.posts.count() == 1


def test_a_post_ends_with_its_day(cast, now):
    post, today = cast.priya.posts.get(), day_of(now)

    end_post(post, on=today, because="Moved to another council.", by=cast.grace, at=now)

    assert list(posts_of(cast.priya, today)) == [post]
    assert list(posts_of(cast.priya, today + timedelta(days=1))) == []
    assert verbs_about(post) == ["post.granted", "post.ended"]


def test_a_post_can_be_given_again_after_it_ended(cast, now):
    yesterday = day_of(now) - timedelta(days=1)
    end_post(cast.priya.posts.get(), on=yesterday, because="", by=cast.grace, at=now)

    grant_post(cast.priya, cast.thornford, PostKind.OFFICER, by=cast.grace, at=now)

    assert cast.priya.posts.count() == 2


@pytest.mark.parametrize(
    ("who", "days", "reason"),
    [
        ("grace", 0, None),
        ("grace", -1, "It began on 1 April 2025, so it cannot have ended before that."),
        ("priya", 0, ONLY),
    ],
)
def test_who_may_end_a_post_and_from_when(cast, now, who, days, reason):
    post = cast.priya.posts.get()
    on = post.from_on + timedelta(days=days)

    assert why_not_end_post(post, cast.people[who], day_of(now), on) == reason


def test_a_post_that_has_ended_cannot_end_again(cast, now):
    post, yesterday = cast.priya.posts.get(), day_of(now) - timedelta(days=1)
    end_post(post, on=yesterday, because="", by=cast.grace, at=now)

    with pytest.raises(Refused, match="Priya Nair left this post on 14 June 2026"):
        end_post(post, on=yesterday, because="", by=cast.grace, at=now)


def test_a_post_is_given_to_whoever_has_the_address(cast, now):
    post = grant_named_post(
        cast.riverside,
        name="A. Okafor",
        email="ADE.okafor@mail.example",
        kind=PostKind.MANAGER,
        title="Chief officer",
        by=cast.grace,
        at=now,
    )

    assert (post.person, post.title) == (cast.ade, "Chief officer")
    assert list(posts_in(cast.riverside, day_of(now))) == [post]


@pytest.mark.parametrize("kind", EVERYBODY)
@pytest.mark.parametrize("body", ["thornford", "riverside"])
def test_who_works_in_a_body_is_seen_by_its_own_people_and_by_stewards(cast, now, kind, body):
    seen = bodies_with_posts_for(cast.who(kind), day_of(now))

    own = (
        {"lead host's officer", "director", "leadership", "auditor"}
        if body == "thornford"
        else set()
    )
    assert (cast.bodies[body] in seen) == (kind in own | {"steward"})


def test_a_manager_makes_nobody_a_steward_and_removes_none(cast, now):
    grant_post(cast.ruth, cast.thornford, PostKind.MANAGER, by=cast.grace, at=now)
    grant_post(cast.tom, cast.thornford, PostKind.STEWARD, by=cast.grace, at=now)
    only = "Only a steward can say who else is a steward."
    today = day_of(now)

    assert why_not_grant_post(cast.thornford, cast.ruth, today, PostKind.STEWARD) == only
    assert why_not_grant_post(cast.thornford, cast.ruth, today, PostKind.MANAGER) is None
    assert why_not_end_post(cast.grace.posts.get(), cast.ruth, today) == only


def test_the_last_steward_stays_until_there_is_another(cast, now):
    post, today = cast.grace.posts.get(), day_of(now)
    left = "There would be no steward left. Give somebody else that post first."

    assert why_not_end_post(post, cast.grace, today) == left
    grant_post(cast.tom, cast.county, PostKind.STEWARD, by=cast.grace, at=now)
    assert why_not_end_post(post, cast.grace, today) is None
