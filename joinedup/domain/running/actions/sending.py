from datetime import datetime, timedelta

from django.db import transaction

from joinedup.domain.backups.registry import after_restore
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.jobs.actions import enqueue_many
from joinedup.domain.jobs.models import Job
from joinedup.domain.jobs.registry import job
from joinedup.domain.journal.actions import record
from joinedup.domain.people.models import Person
from joinedup.domain.reviews import letters
from joinedup.domain.reviews.actions.opening import (
    INVITATION,
    open_round,
    still_to_send,
    write_to_each,
)
from joinedup.domain.reviews.models import Round
from joinedup.domain.reviews.queries.rounds import chosen_in, people_to_ask
from joinedup.domain.running.kinds import PERIODS, Pace, SendingState
from joinedup.domain.running.models import Invitation, Sending
from joinedup.domain.running.queries import due_sendings, people_with_address
from joinedup.domain.running.rules import why_not_move_sending, why_not_pace

NEXT = "running.invite_next"


@transaction.atomic
def open_paced_round(round: Round, *, many: int, each: str, by: Person, at: datetime) -> int:
    """Open a round whose invitations go out so many an hour or a day; returns how many went now.

    Who is asked is settled at once, and may answer at once where they sign in.
    """
    holders = people_to_ask(chosen_in(round), day_of(at))
    people = len({holder.person_id for holder in holders if holder.person.email})
    insist(why_not_pace(round, people, many, each, at), "many")
    open_round(round, writes=False, by=by, at=at)
    sending = Sending.objects.create(round=round, many=many, each=each, next_at=at)
    Invitation.objects.bulk_create(
        [Invitation(sending=sending, person_id=key) for key in people_with_address(round)],
        batch_size=500,
    )
    record("round.paced", round, by=by, at=at, many=many, each=each, people=people)
    return invite_next(sending, at=at)


@transaction.atomic
def invite_next(sending: Sending, *, at: datetime) -> int:
    """Write to those whose turn it is; returns how many mails went out.

    A mail and the mark that it is written are kept together, so a worker killed in between has
    done neither. Whoever has left their place, or answered meanwhile, gets none.
    """
    change(
        sending,
        expecting=(SendingState.GOING, sending.version),
        next_at=at + PERIODS[Pace(sending.each)],
    )
    waiting = sending.invitations.filter(written_at__isnull=True).order_by("pk")[: sending.many]
    turn = {invitation.person_id: invitation.pk for invitation in waiting}
    tickets = [ticket for ticket in still_to_send(sending.round, at) if ticket.person_id in turn]
    told = write_to_each(sending.round, tickets, letters.invitation, INVITATION, at)
    sending.invitations.filter(pk__in=turn.values()).update(written_at=at)
    return told


@job("running.invite", every=timedelta(minutes=5))
def invite_due(*, at: datetime) -> None:
    """Have the next lot of each sending that is due written by a job of its own."""
    enqueue_many(
        Job(
            name=NEXT,
            key=f"{sending.public_id}:{sending.version}",
            run_at=at,
            arguments={"sending": sending.public_id},
        )
        for sending in due_sendings(at)
    )


@job(NEXT)
def invite_next_of(*, sending: str, at: datetime) -> None:
    """Write the next lot of one sending, unless somebody has stopped it."""
    due = due_sendings(at).select_related("round__host", "round__opened_by", "round__instrument")
    if (found := due.filter(public_id=sending).first()) is not None:
        invite_next(found, at=at)


@transaction.atomic
def stop_sending(sending: Sending, *, by: Person, at: datetime) -> None:
    """Send no more invitations until somebody goes on; those invited can answer meanwhile."""
    _move(sending, SendingState.STOPPED, by, at)
    record("sending.stopped", sending.round, by=by, at=at)


@transaction.atomic
def resume_sending(sending: Sending, *, by: Person, at: datetime) -> None:
    """Go on with the invitations, the next lot at once."""
    _move(sending, SendingState.GOING, by, at, next_at=at)
    record("sending.resumed", sending.round, by=by, at=at)
    invite_next(sending, at=at)


def _move(sending: Sending, to: SendingState, by: Person, at: datetime, **also: datetime) -> None:
    insist(why_not_move_sending(sending, to, by, day_of(at)))
    change(sending, expecting=(sending.state, sending.version), state=to, **also)


@after_restore
def stop_sendings(*, at: datetime) -> None:
    """Send nothing after a backup was put back: it does not know who was invited since."""
    Sending.objects.filter(state=SendingState.GOING).update(state=SendingState.STOPPED)
