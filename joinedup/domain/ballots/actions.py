from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from random import SystemRandom

from django.db import connection, transaction

from joinedup.domain.ballots.envelopes import Slip, closed, opened
from joinedup.domain.ballots.models import AnswerBox
from joinedup.domain.ballots.rules import why_not_send_unnamed
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.refusals import insist
from joinedup.domain.jobs.actions import enqueue
from joinedup.domain.jobs.registry import job
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.kinds import FEWEST, TicketState
from joinedup.domain.reviews.models import Answer, AnswerSheet, Review, Round, Ticket, random_key
from joinedup.domain.scoring.groups import groups_that_hide

SWEEP = "ballots.sweep"


@transaction.atomic
def send_unnamed(ticket: Ticket, answers: Mapping[str, Given], *, today: date) -> None:
    """Put somebody's answers into the box, mixed with those there; of two sent at once one is.

    It is told neither who does it nor when, and writes no journal: ``today`` is judged, not kept.
    """
    insist(why_not_send_unnamed(ticket, answers, today))
    change(ticket, expecting=(TicketState.ASKED, ticket.version), state=TicketState.SENT)
    slip = Slip(
        group=ticket.group,
        answers={
            code: given.unscored if given.value is None else given.value
            for code, given in answers.items()
            if given.value is not None or given.unscored
        },
        words={code: given.words.strip() for code, given in answers.items() if given.words.strip()},
    )
    _put_in(ticket.review, slip)


def _put_in(review: Review, slip: Slip) -> None:
    name = review.public_id
    AnswerBox.objects.get_or_create(review=review, defaults={"envelope": closed([], name)})
    box = AnswerBox.objects.select_for_update().get(review=review)
    slips = [*opened(box.envelope, name), slip]
    SystemRandom().shuffle(slips)
    with _nothing_left_behind():
        AnswerBox.objects.filter(pk=box.pk).update(envelope=closed(slips, name))


@contextmanager
def _nothing_left_behind() -> Iterator[None]:
    """Have SQLite overwrite what it gives up, in place of leaving it in its file."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete=ON")
        try:
            yield
        finally:
            cursor.execute("PRAGMA secure_delete=OFF")


@dataclass(frozen=True)
class Emptied:
    """How many sent, and by the key of its sheet what each said; nothing where too few did."""

    sent: int
    slips: Mapping[int, Slip]


def empty_boxes(reviews: Iterable[Review]) -> dict[int, Emptied]:
    """Write what was sent into fresh rows in a mixed order; what fewer than five sent is lost.

    Words are cut off their sheets: no row holds them. The boxes are gone afterwards.
    """
    names = {review.pk: review.public_id for review in reviews}
    boxes = AnswerBox.objects.filter(review__in=names).select_for_update()
    inside = {box.pk: opened(box.envelope, names[box.pk]) for box in boxes}
    emptied = {
        key: Emptied(len(slips), _mixed(slips) if len(slips) >= FEWEST else {})
        for key, slips in inside.items()
    }
    _write(emptied)
    with _nothing_left_behind():
        AnswerBox.objects.filter(review__in=names).delete()
    return {key: emptied.get(key, Emptied(0, {})) for key in names}


def _mixed(slips: list[Slip]) -> dict[int, Slip]:
    """Return the slips under random keys, in their order, with no group that tells on few."""
    # Whose word a slip is is not known any more; that was settled for the group at the opening.
    hiding = groups_that_hide([(slip.group, "") for slip in slips], FEWEST, organisations=1)
    keyed = {
        random_key(): slip if slip.group in hiding else replace(slip, group="") for slip in slips
    }
    return dict(sorted(keyed.items()))


def _write(emptied: Mapping[int, Emptied]) -> None:
    rows = sorted(
        (key, review, slip) for review, each in emptied.items() for key, slip in each.slips.items()
    )
    AnswerSheet.objects.bulk_create(
        [
            AnswerSheet(id=key, review_id=review, group=slip.group, is_sent=True)
            for key, review, slip in rows
        ],
        batch_size=500,
    )
    Answer.objects.bulk_create(
        [
            Answer(sheet_id=key, question=code, **{_column(said): said})
            for key, _, slip in rows
            for code, said in sorted(slip.answers.items())
        ],
        batch_size=500,
    )


def _column(said: int | str) -> str:
    return "value" if isinstance(said, int) else "unscored"


def sweep_boxes_after(round: Round, *, at: datetime) -> None:
    """Have what is left of the emptied boxes cleared away once the close is written."""
    enqueue(SWEEP, run_at=at, key=round.public_id)


# Neither can be done inside a transaction.
@job(SWEEP, in_one_transaction=False)
def sweep_up(*, at: datetime) -> None:
    """Clear away old versions of the boxes: PostgreSQL's dead rows, SQLite's log of changes.

    The table of boxes is small and its own, so that PostgreSQL can write it anew in an instant.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"VACUUM (FULL) {AnswerBox._meta.db_table}")
        else:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
