from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of, why_not_ended
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Organisation, Post
from joinedup.domain.organisations.rules import (
    why_not_confirm,
    why_not_end_post,
    why_not_grant_post,
    why_not_hold,
)
from joinedup.domain.people.actions import find_or_add_person
from joinedup.domain.people.models import Person


@transaction.atomic
def grant_post(
    person: Person,
    organisation: Organisation,
    kind: PostKind,
    *,
    by: Person | None,
    at: datetime,
    title: str = "",
    unit: str = "",
    from_on: date | None = None,
    to_on: date | None = None,
) -> Post:
    """Give ``person`` a place in the body, and with it what the place may do, from a day to a day.

    It may begin later: what it lets them do begins and ends at midnight in London.
    """
    insist(why_not_grant_post(organisation, by, day_of(at)))
    insist(why_not_grant_post(organisation, by, day_of(at), kind), "kind")
    insist(why_not_hold(person, organisation, kind, day_of(at)))
    insist(why_not_ended(from_on or day_of(at), to_on), "to_on")
    post = Post.objects.create(
        person=person,
        organisation=organisation,
        kind=kind,
        title=title,
        unit=unit,
        from_on=from_on or day_of(at),
        to_on=to_on,
        confirmed_on=day_of(at),
    )
    record("post.granted", post, by=by, at=at, kind=kind, organisation=organisation.public_id)
    return post


@transaction.atomic
def grant_named_post(
    organisation: Organisation,
    *,
    name: str,
    email: str,
    kind: PostKind,
    by: Person | None,
    at: datetime,
    title: str = "",
    unit: str = "",
    from_on: date | None = None,
    to_on: date | None = None,
) -> Post:
    """Give whoever has this address a place in the body; somebody new joins the directory."""
    insist(why_not_grant_post(organisation, by, day_of(at)))
    insist(why_not_grant_post(organisation, by, day_of(at), kind), "kind")
    person = find_or_add_person(name, email=email, by=by, at=at)
    return grant_post(
        person,
        organisation,
        kind,
        by=by,
        at=at,
        title=title,
        unit=unit,
        from_on=from_on,
        to_on=to_on,
    )


@transaction.atomic
def end_post(post: Post, *, on: date, because: str, by: Person, at: datetime) -> None:
    """End a person's place in the body; their access ends with the day."""
    insist(why_not_end_post(post, by, day_of(at)))
    insist(why_not_end_post(post, by, day_of(at), on), "on")
    change(post, expecting=(None, post.version), to_on=on)
    record("post.ended", post, by=by, at=at, because=because)


@transaction.atomic
def confirm_posts(
    organisation: Organisation, posts: Collection[Post], *, by: Person | None, at: datetime
) -> int:
    """Say that these posts in the body still hold; return how many. It is asked once a year."""
    insist(why_not_grant_post(organisation, by, day_of(at)))
    insist(why_not_confirm(posts), "posts")
    for post in posts:
        change(post, expecting=(None, post.version), confirmed_on=day_of(at))
        record("post.confirmed", post, by=by, at=at)
    return len(posts)
