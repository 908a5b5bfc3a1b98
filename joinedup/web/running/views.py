from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import NothingForm
from joinedup.delivery.pages import render
from joinedup.domain.journal.queries import history_of
from joinedup.domain.reviews.dates import DAYS_FOR_REPLIES
from joinedup.domain.reviews.models import Round, Ticket
from joinedup.domain.reviews.queries.rounds import progress_of, told_together_in
from joinedup.domain.running.actions.extending import extend_round, reopen_round
from joinedup.domain.running.actions.reminding import plan_reminders
from joinedup.domain.running.actions.sending import resume_sending, stop_sending
from joinedup.domain.running.kinds import USUAL_REMINDERS, SendingState
from joinedup.domain.running.models import Sending
from joinedup.domain.running.queries import (
    invited_in,
    late_papers,
    quiet_partnerships,
    reminder_days,
)
from joinedup.domain.running.rules import (
    why_not_extend,
    why_not_move_sending,
    why_not_plan_reminders,
    why_not_reopen,
)
from joinedup.web.history import history_leaf
from joinedup.web.rounds.views import MOST_SHOWN, found, grave, sectors_told, signed_in
from joinedup.web.running.forms import MoreTimeForm, RemindersForm
from joinedup.web.running.telling import told_of_round


@page(Audience.SIGNED_IN)
def round_history(request: Any, public_id: str) -> HttpResponse:
    """What was done to a round, the latest first."""
    round = found(request, public_id)
    leaf = history_leaf(history_of(round), request)
    return render(
        request,
        "running/history.html",
        round=round,
        leaf=leaf,
        told_entries=told_of_round(leaf.rows),
    )


@page(Audience.SIGNED_IN)
def round_chase(request: Any, public_id: str) -> HttpResponse:
    """Whom to ring: partnerships and sectors that few have answered from, never who has not."""
    round = found(request, public_id)
    quiet = quiet_partnerships(round, request.today) if round.opened_at else []
    return render(
        request,
        "running/chase.html",
        round=round,
        quiet=quiet[:MOST_SHOWN],
        many=len(quiet),
        together=told_together_in(round)[1],
        sectors=[
            (names, sent, asked)
            for names, sent, asked in sorted(
                sectors_told(round), key=lambda told: told[1] / told[2]
            )
            if sent * 2 < asked
        ],
    )


@signed_in
def round_reminders(request: Any, public_id: str) -> HttpResponseBase:
    """Set the days on which the service reminds those still to answer."""
    round = found(request, public_id)
    planned = list(round.planned_reminders.values_list("days_before", flat=True))
    days = planned or list(USUAL_REMINDERS)
    return form_page(
        request,
        RemindersForm,
        "running/reminders.html",
        lambda typed: plan_reminders(round, **typed, by=request.user, at=request.now),
        then=reverse("round", args=[public_id]),
        said="The reminders are planned.",
        initial={"days": ", ".join(str(each) for each in days)},
        round=round,
        planned=reminder_days(round),
        reason=why_not_plan_reminders(round, request.user, request.today),
    )


@grave
def round_extend(request: Any, public_id: str) -> HttpResponseBase:
    """Give an open round a later last day, and tell those still to answer."""
    round = found(request, public_id)
    return form_page(
        request,
        MoreTimeForm,
        "running/extend.html",
        lambda typed: extend_round(round, **typed, by=request.user, at=request.now),
        then=reverse("round", args=[public_id]),
        said=lambda told: (
            f"The round has more time. We have written to {told}, and tell nobody who they are."
        ),
        round=round,
        late=late_papers(round, round.closes_on, DAYS_FOR_REPLIES),
        reason=why_not_extend(round, request.user, request.today),
    )


@grave
def round_reopen(request: Any, public_id: str) -> HttpResponseBase:
    """Take draft results back and open the round again."""
    round = found(request, public_id)
    return form_page(
        request,
        MoreTimeForm,
        "running/reopen.html",
        lambda typed: reopen_round(round, **typed, by=request.user, at=request.now),
        then=reverse("round", args=[public_id]),
        said=lambda told: f"The round is open again. We have told {told} people why.",
        round=round,
        progress=progress_of(Ticket.objects.filter(review__round=round)),
        reason=why_not_reopen(round, request.user, request.now),
    )


@signed_in
def round_sending_stop(request: Any, public_id: str) -> HttpResponseBase:
    """Hold the invitations that have not gone out yet."""
    return _moved(request, public_id, SendingState.STOPPED, "running/sending_stop.html")


@grave
def round_sending_resume(request: Any, public_id: str) -> HttpResponseBase:
    """Go on with the invitations."""
    return _moved(request, public_id, SendingState.GOING, "running/sending_resume.html")


def _moved(request: Any, public_id: str, to: SendingState, template: str) -> HttpResponseBase:
    round = found(request, public_id)
    invited = invited_in(round)
    sending = invited.sending if invited else None
    act = stop_sending if to == SendingState.STOPPED else resume_sending
    return form_page(
        request,
        NothingForm,
        template,
        lambda _: act(_own(sending, round), by=request.user, at=request.now),
        then=reverse("round", args=[public_id]),
        round=round,
        invited=invited,
        reason=(why_not_move_sending(_own(sending, round), to, request.user, request.today)),
    )


def _own(sending: Sending | None, round: Round) -> Sending:
    """Return the sending of a round that is at hand, so that neither is read twice."""
    own = sending or Sending(round=round, state=SendingState.STOPPED)
    own.round = round
    return own
