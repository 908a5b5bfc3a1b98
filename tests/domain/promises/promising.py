"""Promising within the Safer Places group, and what is done with promises there."""

from datetime import timedelta

from joinedup.domain.promises.actions import (
    answer_promise,
    deliver_promise,
    make_promise,
    release_promise,
)
from joinedup.domain.promises.models import Promise

A_WEEK, A_MONTH = timedelta(days=7), timedelta(days=30)
# Who speaks for which member; for Thornford its officer does, as nobody holds its place.
SPEAKERS = {"thornford": "priya", "county": "colin", "police": "ruth", "riverside": "ade"}
SPEAKERS |= {"mosque": "nadia", "academy": "owen"}


def promised(cast, at, body="riverside", words="The community room each Tuesday", **more):
    """Promise something for a member, by whoever speaks for it: due in a month."""
    day = at.date()
    told = {"sort": "ROOMS", "words": words, "promised_on": day, "due_on": day + A_MONTH} | more
    by = cast.people[told.pop("by", SPEAKERS[body])]
    return make_promise(cast.memberships[body], **told, by=by, at=at)


def delivered(cast, promise, at, by, note=""):
    """Say that it is delivered."""
    by = cast.people[by]
    deliver_promise(promise, version=promise.version, on=at.date(), note=note, by=by, at=at)


def released(cast, promise, at, by, because="Our van is sold."):
    """Ask for release, or offer it."""
    version = promise.version
    release_promise(promise, version=version, because=because, by=cast.people[by], at=at)


def answered(cast, promise, at, by, agrees=True, note=""):
    """Answer what is asked of a promise."""
    version, by = promise.version, cast.people[by]
    answer_promise(promise, version=version, agrees=agrees, note=note, by=by, at=at)


def told_of(promise) -> tuple:
    """Return where a promise stands, and what was done with it, the first deed first."""
    kept = Promise.objects.get(pk=promise.pk)
    return kept.state, [step.deed for step in kept.steps.order_by("pk")]
