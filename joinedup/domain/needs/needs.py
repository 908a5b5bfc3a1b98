"""What needs a person: the few things waiting for them, soonest first, one press each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.conf import settings
from django.db.models import QuerySet

from joinedup.domain.basics.days import day_of
from joinedup.domain.organisations.kinds import CONFIRMED_FOR, OFFICERS
from joinedup.domain.organisations.models import Post
from joinedup.domain.organisations.queries import confirmed_by, posts_to_confirm, works_for
from joinedup.domain.partnerships.seats import sits_on
from joinedup.domain.people.models import Person
from joinedup.domain.results.queries import results_visible_to
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.letters import minutes_each
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import Review, Round
from joinedup.domain.reviews.queries.rounds import without_anybody
from joinedup.domain.reviews.queries.tickets import open_tickets_of
from joinedup.domain.standpoints.seldom import seldom
from joinedup.domain.upkeep.rules import why_not_look_after
from joinedup.domain.upkeep.status import findings

# The first to close; the page of all rounds lists the others.
FEW_ROUNDS = 10


@dataclass(frozen=True)
class Need:
    """One thing: what, by when, the verb of its button and the page it leads to."""

    text: str
    due_on: date | None
    verb: str
    page: str
    args: tuple[str, ...]


def needs_of(person: Person, at: datetime) -> list[Need]:
    """Return what waits for ``person``; nothing that is only for information."""
    day = day_of(at)
    found = [
        *_to_look_after(person, at),
        *_to_answer(person, day),
        *_rounds(person, day),
        *_to_reply(person, at),
        *_to_confirm(person, day),
    ]
    return soonest_first(found)


def soonest_first(needs: Iterable[Need]) -> list[Need]:
    """Return needs with what is latest or due soonest first, and what has no day last."""
    return sorted(needs, key=lambda need: (need.due_on is None, need.due_on or date.max))


def _to_look_after(person: Person, at: datetime) -> Iterator[Need]:
    # An installation under test has no worker and makes no backups.
    if settings.KIND == "test" or why_not_look_after(person, day_of(at)):
        return
    unwell = [finding.subject for finding in findings(at) if not finding.is_well]
    if unwell:
        text = f"Look after the service: {', '.join(unwell).lower()}"
        yield Need(text, None, "Look", "status", ())


def _to_answer(person: Person, day: date) -> Iterator[Need]:
    for ticket in open_tickets_of(person, day):
        review = ticket.review
        yield Need(
            f"Answer {review.round.title} for {review.partnership.name}, "
            f"about {minutes_each(review.round)} minutes",
            review.round.closes_on,
            "Go on" if ticket.state == "BEGUN" else "Answer",
            "answer",
            (token_for(ticket),),
        )


def rounds_of(person: Person, day: date, state: RoundState) -> QuerySet[Round]:
    """Return the rounds in a state of the bodies ``person`` is an officer of."""
    hosts = works_for(person, day, *OFFICERS)
    return Round.objects.filter(host__in=hosts, state=state).order_by("closes_on", "pk")


@seldom
def rounds_to_open(person: Person, day: date) -> QuerySet[Round]:
    """Return the rounds that are being prepared."""
    return rounds_of(person, day, RoundState.DRAFT)


@seldom
def rounds_to_close(person: Person, day: date) -> QuerySet[Round]:
    """Return the open rounds whose last day has passed."""
    return rounds_of(person, day, RoundState.OPEN).filter(closes_on__lt=day)


def _rounds(person: Person, day: date) -> Iterator[Need]:
    drafts = list(rounds_to_open(person, day)[:FEW_ROUNDS])
    asks_nobody = without_anybody(drafts, day).values_list("round", flat=True) if drafts else ()
    without = Counter(asks_nobody)
    for round in drafts:
        nobody = without[round.pk]
        text = f"Open {round.title}"
        if nobody:
            text += (
                f"; {nobody} of its partnerships {'has' if nobody == 1 else 'have'} nobody to ask"
            )
        yield Need(text, round.opens_on, "Prepare", "round", (round.public_id,))
    for round in rounds_to_close(person, day)[:FEW_ROUNDS]:
        yield Need(f"Close {round.title}", round.closes_on, "Close", "round", (round.public_id,))


@seldom
def drafts_to_reply_to(person: Person, at: datetime) -> QuerySet[Review]:
    """Return the draft results of what ``person`` sits on to which they have not replied."""
    drafts = results_visible_to(person, at).filter(
        round__stands_at__gt=at, partnership__in=sits_on(person, day_of(at))
    )
    unanswered = drafts.exclude(replies__replied_by=person).defer("result")
    return unanswered.order_by("round__stands_at", "partnership__folded_name")


def _to_reply(person: Person, at: datetime) -> Iterator[Need]:
    for review in drafts_to_reply_to(person, at):
        yield Need(
            f"Read the draft result of {review.partnership.name} in {review.round.title}, "
            "and reply if you wish",
            review.round.last_day_to_reply,
            "Read",
            "result",
            (review.public_id,),
        )


@seldom
def posts_confirmed_by(person: Person, day: date) -> QuerySet[Post]:
    """Return the posts that ``person`` is asked to confirm, body by body."""
    due = posts_to_confirm(day).filter(organisation__in=confirmed_by(person, day))
    return due.order_by("organisation")


def _to_confirm(person: Person, day: date) -> Iterator[Need]:
    due = posts_confirmed_by(person, day)
    for body, posts in groupby(due, lambda post: post.organisation):
        since = [post.confirmed_on or post.from_on for post in posts]
        known = [each for each in since if each]
        yield Need(
            f"Confirm who still has which post in {body.name}: {len(since)} to look at",
            min(known) + CONFIRMED_FOR if known else None,
            "Confirm",
            "posts_confirm",
            (body.public_id,),
        )
