import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from joinedup.domain.ballots.actions import sweep_boxes_after
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of, end_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.counting.heard import Case, Earlier, Heard
from joinedup.domain.counting.record import what_the_record_shows
from joinedup.domain.counting.sheets import earlier_of, heard_in
from joinedup.domain.counting.unnamed import heard_unnamed
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.jobs.actions import enqueue, enqueue_many
from joinedup.domain.jobs.models import Job
from joinedup.domain.jobs.registry import Hold, job
from joinedup.domain.journal.actions import record
from joinedup.domain.notices.actions import Letter, post_many, post_message
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.representing.queries import members_represented_by
from joinedup.domain.results.kinds import REPLY_DAYS
from joinedup.domain.results.letters import drafts_letter, five_lines_letter
from joinedup.domain.results.models import Reply
from joinedup.domain.results.queries import UNCOUNTED, earlier_results
from joinedup.domain.results.recounting import count_anew
from joinedup.domain.results.rules import (
    why_not_close_early,
    why_not_reply,
    why_not_seal,
    why_not_tell,
)
from joinedup.domain.reviews.kinds import RoundState, TicketState
from joinedup.domain.reviews.models import AnswerSheet, Review, Round, Ticket
from joinedup.domain.reviews.queries.rounds import due_to_close

BATCH = 50
CLOSE = "reviews.close"


@transaction.atomic
def seal_round(round: Round, *, by: Person | None, at: datetime, because: str = "") -> None:
    """Close the round and count it: every result is fixed now, and a draft for two weeks.

    What was saved but never sent is thrown away. ``by`` is None when the last day has passed and
    the service closes the round itself.
    """
    insist(why_not_seal(round, by, day_of(at)))
    _shut(round, by, because)
    while _count_next(round, at):
        pass
    _publish(round, at)


@transaction.atomic
def shut_round(round: Round, *, by: Person | None, at: datetime, because: str = "") -> None:
    """Shut a round that takes long to count; nobody reads any result before all are counted."""
    insist(why_not_seal(round, by, day_of(at)))
    _shut(round, by, because)
    record("round.closing", round, by=by, at=at, because=because.strip())


@transaction.atomic
def close_round_now(round: Round, *, because: str, by: Person, at: datetime) -> None:
    """Close and count at the press of a button; one of many partnerships is counted by a worker.

    Before the last day is over it takes a reason, which is kept and told to everybody asked.
    """
    insist(why_not_seal(round, by, day_of(at)))
    insist(why_not_close_early(round, because, day_of(at)), "because")
    if not takes_long(round):
        seal_round(round, by=by, at=at, because=because)
        return
    shut_round(round, by=by, at=at, because=because)
    enqueue(CLOSE, run_at=at, key=f"{round.public_id}:{round.version}", round=round.public_id)


def takes_long(round: Round) -> bool:
    """Tell whether a round has more partnerships than are counted in one go."""
    return round.reviews.count() > BATCH


def _shut(round: Round, by: Person | None, because: str) -> None:
    """Take no more answers."""
    change(
        round,
        expecting=(RoundState.OPEN, round.version),
        state=RoundState.CLOSING,
        closed_by=by,
        closed_because=because.strip(),
    )
    _shut_out_the_unsent(round)


def _count_next(round: Round, at: datetime) -> int:
    """Count the next partnerships that are not counted yet; return how many."""
    uncounted = round.reviews.filter(UNCOUNTED).select_related("partnership")
    reviews = list(uncounted.order_by("pk")[:BATCH])
    if reviews:
        _count(round, definition_of(round.instrument), reviews, at)
    return len(reviews)


def _publish(round: Round, at: datetime) -> None:
    """Let all results of the round be read at once, and tell those asked."""
    change(
        round,
        expecting=(RoundState.CLOSING, round.version),
        state=RoundState.SEALED,
        sealed_at=at,
        stands_at=end_of(day_of(at) + timedelta(days=REPLY_DAYS)),
    )
    if round.is_anonymous:
        sweep_boxes_after(round, at=at)
    _tell_members(round, at)
    record(
        "round.sealed",
        round,
        by=round.closed_by,
        at=at,
        because=round.closed_because,
        reviews=round.reviews.count(),
    )


def _shut_out_the_unsent(round: Round) -> None:
    """Throw away what was not sent; whoever is about to save or send is told that it has closed."""
    unsent = Ticket.objects.filter(review__round=round).exclude(state=TicketState.SENT)
    unsent.update(version=F("version") + 1)
    AnswerSheet.objects.filter(review__round=round, is_sent=False).delete()


def _count(round: Round, instrument: Instrument, reviews: list[Review], at: datetime) -> None:
    heard, sent, asked = *_heard(round, reviews), _asked_in(reviews)
    earlier = earlier_results(reviews)
    earlier_heard = heard_in(earlier.values())
    for review in reviews:
        before = earlier.get(review.partnership_id)
        case = Case(
            instrument=instrument,
            view=round.official_view,
            heard=heard[review.pk],
            asked=asked[review.pk],
            vacant=review.vacant_seats,
            record=what_the_record_shows(review.partnership, day_of(at)),
            earlier=_earlier(before, earlier_heard, round) if before else None,
            internal=review.partnership.is_internal,
            unnamed=sent.get(review.pk),
            without_address=review.without_address,
        )
        count_anew(review, case)
    Review.objects.bulk_update(reviews, ["result", "overall", "band"])


def _heard(round: Round, reviews: list[Review]) -> tuple[Mapping[int, list[Heard]], dict[int, int]]:
    """Return what counts of each review, and of an anonymous round how many sent."""
    if not round.is_anonymous:
        return heard_in(reviews), {}
    boxes = heard_unnamed(reviews)
    return (
        {key: heard for key, (_, heard) in boxes.items()},
        {key: sent for key, (sent, _) in boxes.items()},
    )


def _asked_in(reviews: Iterable[Review]) -> dict[int, list[tuple[str, str]]]:
    asked: dict[int, list[tuple[str, str]]] = defaultdict(list)
    tickets = Ticket.objects.filter(review__in=[review.pk for review in reviews])
    for review, member, sector in tickets.values_list("review", "member_name", "sector"):
        asked[review].append((member, sector))
    return asked


def _earlier(review: Review, heard: dict[int, list[Heard]], round: Round) -> Earlier:
    return earlier_of(review, [each.sheet for each in heard[review.pk]], round)


def _tell_members(round: Round, at: datetime) -> None:
    """Write once to everybody asked, about all their partnerships together."""
    theirs: dict[Person, list[Review]] = defaultdict(list)
    tickets = Ticket.objects.filter(review__round=round, person__email__isnull=False)
    related = tickets.select_related("person", "review__partnership").defer("review__result")
    for ticket in related.order_by("person", "pk"):
        theirs[ticket.person].append(ticket.review)
    written = [
        Letter(person, *drafts_letter(round, person, reviews), "round.drafts", round)
        for person, reviews in theirs.items()
    ]
    post_many(written, at=at)


@job("reviews.close_due", every=timedelta(minutes=15))
def close_due_rounds(*, at: datetime) -> None:
    """Have each round whose last day has passed closed by a job of its own.

    One that cannot be counted keeps no other open, and its problem is kept for a person to see.
    """
    enqueue_many(
        Job(
            name=CLOSE,
            key=f"{round.public_id}:{round.closes_on}",
            run_at=at,
            arguments={"round": round.public_id},
        )
        for round in due_to_close(day_of(at))
    )


# Counting hundreds of partnerships takes seconds. It can be stopped half-way: a round being counted
# is gone on with where it stopped, and its results are read all at once or not at all.
@job(CLOSE, in_one_transaction=False, long=True, held=True)
def close_round(*, round: str, at: datetime, hold: Hold) -> None:
    """Close and count one round, unless somebody has, or has given it more time."""
    due = due_to_close(day_of(at)).filter(public_id=round).first()
    if due is not None and takes_long(due):
        shut_round(due, by=None, at=at)
    elif due is not None:
        seal_round(due, by=None, at=at)
    shut = Round.objects.filter(public_id=round, state=RoundState.CLOSING)
    if (closing := shut.select_related("instrument", "closed_by", "host").first()) is not None:
        count_and_publish(closing, at=at, hold=hold)


def count_and_publish(round: Round, *, at: datetime, hold: Hold) -> None:
    """Count a round that is shut, batch by batch, each kept for itself; then publish it."""
    while True:
        with transaction.atomic():
            if not _count_next(round, at):
                _publish(round, at)
                return
        hold()


@transaction.atomic
def reply_to_result(
    review: Review,
    organisation: Organisation,
    words: str,
    *,
    version: int | None = None,
    by: Person,
    at: datetime,
) -> Reply:
    """Put a member's reply beside the draft result, or change it; it stays when the result stands.

    ``version`` is that of the reply the person saw, 0 where there was none. The same words sent
    twice, by a button pressed twice, are one reply.
    """
    insist(why_not_reply(review, by, at))
    spoken_for = members_represented_by(by, review.partnership, day_of(at))
    insist(
        None
        if spoken_for.filter(pk=organisation.pk).exists()
        else f"You do not speak for {organisation} in this partnership.",
        "organisation",
    )
    said = {"words": words.strip(), "replied_at": at, "replied_by": by}
    reply = Reply.objects.filter(review=review, organisation=organisation).first()
    if reply is None:
        reply = Reply.objects.create(review=review, organisation=organisation, **said)
    elif reply.words == said["words"]:
        return reply
    else:
        change(reply, expecting=(None, reply.version if version is None else version), **said)
    record("result.replied", review, by=by, at=at, organisation=organisation.public_id)
    return reply


@transaction.atomic
def tell_director(
    host: Organisation, director: Person, *, lines: list[str], by: Person, at: datetime
) -> None:
    """Mail the five lines of the portfolio to a director; the same lines once a day at most."""
    insist(why_not_tell(host, by, day_of(at)))
    subject, body = five_lines_letter(host, director, lines, by)
    said = hashlib.sha256(body.encode()).hexdigest()[:32]
    post_message(
        director,
        subject,
        body,
        kind="portfolio.told",
        about=host,
        at=at,
        key=f"portfolio.told:{director.public_id}:{day_of(at)}:{said}",
    )
    record("portfolio.told", host, by=by, at=at, to=director.public_id)
