from typing import Any

from django.db.models import Sum
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import NothingForm
from joinedup.delivery.pages import render
from joinedup.delivery.paging import leaf_of
from joinedup.domain.instruments.queries import instruments_visible_to, latest, newest_of
from joinedup.domain.organisations.kinds import OFFICERS, Sector
from joinedup.domain.organisations.queries import organisations_where
from joinedup.domain.parcels.rules import why_not_take_results
from joinedup.domain.results.actions import close_round_now
from joinedup.domain.results.queries import UNCOUNTED, results_in
from joinedup.domain.results.rules import why_not_seal
from joinedup.domain.reviews.actions.opening import ask_more_people, open_round
from joinedup.domain.reviews.actions.preparing import change_round, prepare_round, withdraw_round
from joinedup.domain.reviews.dates import late_opening, planned_back
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Round, Ticket
from joinedup.domain.reviews.queries import rounds as reads
from joinedup.domain.reviews.queries.anonymous import too_small
from joinedup.domain.reviews.rules import (
    why_not_ask_more,
    why_not_open,
    why_not_prepare,
    why_not_remind,
)
from joinedup.domain.running.actions.reminding import remind_invited_people
from joinedup.domain.running.actions.sending import open_paced_round
from joinedup.domain.running.queries import invited_in, reminder_days
from joinedup.domain.running.rules import why_not_extend, why_not_reopen
from joinedup.web.rounds.forms import BecauseForm, DatesForm, OpenForm, PrepareForm

LATEST_FIRST = ("-year", "-pk")
# The rest is in the file that can be taken along.
MOST_SHOWN = 200
signed_in = page(Audience.SIGNED_IN, methods="GET POST")
# Mails many people at a press.
grave = page(Audience.SIGNED_IN, methods="GET POST", grave=True)


def found(request: Any, public_id: str) -> Round:
    """Return the round when this person may see it; foreign and missing look the same."""
    visible = reads.rounds_visible_to(request.user, request.today)
    return get_object_or_404(visible.select_related("opened_by"), public_id=public_id)


@page(Audience.SIGNED_IN)
def rounds(request: Any) -> HttpResponse:
    """Every round this person may see, the latest first."""
    seen = reads.rounds_visible_to(request.user, request.today)
    hosts = organisations_where(request.user, request.today, *OFFICERS)
    return render(
        request,
        "rounds/list.html",
        leaf=leaf_of(seen, request, seen, by=LATEST_FIRST),
        may_prepare=hosts.exists(),
    )


@signed_in
def round_prepare(request: Any) -> HttpResponseBase:
    """Begin a round: its name and the committee its dates are planned back from."""
    hosts = organisations_where(request.user, request.today, *OFFICERS)
    known = instruments_visible_to(request.user, request.today)

    def act(typed: dict[str, Any]) -> Round:
        dates = vars(planned_back(typed.pop("committee_on")))
        return prepare_round(
            typed.pop("host"), typed.pop("title"), **typed, **dates, by=request.user, at=request.now
        )

    return form_page(
        request,
        PrepareForm,
        "rounds/prepare.html",
        act,
        then=lambda made: reverse("round_dates", args=[made.public_id]),
        initial={
            "host": hosts.first(),
            "instrument": latest("yearly-self-assessment"),
            "title": f"Yearly review {request.today.year}",
        },
        form_options={"hosts": hosts, "questionnaires": newest_of(known)},
        may_prepare=hosts.exists(),
    )


@page(Audience.SIGNED_IN)
def round_page(request: Any, public_id: str) -> HttpResponse:
    """How a round stands: what is next, how far it has come, and each partnership in it."""
    round = found(request, public_id)
    return render(
        request,
        "rounds/round.html",
        round=round,
        progress=reads.progress_of(Ticket.objects.filter(review__round=round)),
        reviews=list(reads.reviews_with_progress(round)[:MOST_SHOWN]),
        partnerships=round.reviews.count(),
        without_address=without_address(round),
        results=set(results_in(round, request.user, request.now).values_list("pk", flat=True)),
        sectors=sectors_told(round),
        nobody=list(reads.without_anybody([round], request.today)) if not round.opened_at else [],
        joined=joined_unasked(round, request),
        why_not_prepare=why_not_prepare(round, request.user, request.today),
        why_not_open=why_not_open(round, request.user, request.today),
        why_not_remind=why_not_remind(round, request.user, request.today),
        why_not_seal=why_not_seal(round, request.user, request.today),
        why_not_take_results=why_not_take_results(round, request.user, request.now),
        **under_way(round, request),
    )


def without_address(round: Round) -> int:
    """Return how many could not be asked in an anonymous round; in a named one everybody can."""
    if not round.is_anonymous:
        return 0
    return int(round.reviews.aggregate(many=Sum("without_address", default=0))["many"])


def sectors_told(round: Round) -> list[tuple[str, int, int]]:
    """Return how many of each sector answered; of an anonymous round only the whole is told."""
    if round.is_anonymous:
        return []
    return [
        (", ".join(Sector(code).label for code in each.sectors), each.sent, each.asked)
        for each in reads.sectors_of(round)
    ]


def joined_unasked(round: Round, request: Any) -> int:
    """Return how many could be asked who have taken a place since the round opened."""
    if why_not_ask_more(round, request.user, request.today):
        return 0
    return len(reads.joined_since(round, request.today))


def under_way(round: Round, request: Any) -> dict[str, Any]:
    """Return what the page of a round says of its running; nothing is read before it opens."""
    is_open = round.state == RoundState.OPEN
    keys, together = reads.told_together_in(round) if is_open else (set(), None)
    return {
        "invited": invited_in(round) if is_open else None,
        "apart": keys,
        "together": together,
        "planned": reminder_days(round) if is_open else [],
        "counted": round.reviews.exclude(UNCOUNTED).count()
        if round.state == RoundState.CLOSING
        else 0,
        "why_not_extend": why_not_extend(round, request.user, request.today),
        "why_not_reopen": why_not_reopen(round, request.user, request.now),
    }


@signed_in
def round_dates(request: Any, public_id: str) -> HttpResponseBase:
    """Change the dates of a round, and whose voices count."""
    round = found(request, public_id)
    names = list(DatesForm.base_fields)
    return form_page(
        request,
        DatesForm,
        "rounds/dates.html",
        lambda typed: change_round(
            round,
            by=request.user,
            at=request.now,
            year=typed["closes_on"].year,
            **typed,
        ),
        then=reverse("round_choose", args=[public_id]),
        initial={name: getattr(round, name) for name in names},
        round=round,
        late=late_opening(round.opens_on, request.today),
        reason=why_not_prepare(round, request.user, request.today),
    )


@grave
def round_open(request: Any, public_id: str) -> HttpResponseBase:
    """Show how many people will be written to, and write to them when the button is pressed."""
    round = found(request, public_id)
    holders = reads.people_to_ask(reads.chosen_in(round), request.today)
    return form_page(
        request,
        OpenForm,
        "rounds/open.html",
        lambda typed: opened(round, typed, request),
        then=reverse("round", args=[public_id]),
        said="The round is open, and the mails are on their way.",
        round=round,
        people=len({holder.person_id for holder in holders if holder.person.email}),
        answers=len(reads.who_can_answer(round, holders)),
        unreachable=list(dict.fromkeys(each.person for each in holders if not each.person.email)),
        nobody=list(reads.without_anybody([round], request.today)),
        partnerships=round.reviews.count(),
        small=too_small(round, request.today) if round.is_anonymous else [],
        reason=why_not_open(round, request.user, request.today),
    )


def opened(round: Round, typed: dict[str, Any], request: Any) -> int:
    """Open the round with all mails at once, or so many an hour or a day."""
    if typed["each"]:
        return open_paced_round(round, **typed, by=request.user, at=request.now)
    return open_round(round, by=request.user, at=request.now)


@grave
def round_remind(request: Any, public_id: str) -> HttpResponseBase:
    """Remind those who have not finished, without saying who they are."""
    round = found(request, public_id)
    return form_page(
        request,
        NothingForm,
        "rounds/remind.html",
        lambda _: remind_invited_people(round, by=request.user, at=request.now),
        then=reverse("round", args=[public_id]),
        said=lambda told: f"Reminders are on their way: {told} in all.",
        round=round,
        progress=reads.progress_of(Ticket.objects.filter(review__round=round)),
        reason=why_not_remind(round, request.user, request.today),
    )


@signed_in
def round_ask_more(request: Any, public_id: str) -> HttpResponseBase:
    """Ask those who have taken a place since the round opened."""
    round = found(request, public_id)
    joined = reads.joined_since(round, request.today)
    return form_page(
        request,
        NothingForm,
        "rounds/ask_more.html",
        lambda _: ask_more_people(round, by=request.user, at=request.now),
        then=reverse("round", args=[public_id]),
        said=lambda told: f"We have written to {told} more.",
        round=round,
        joined=joined,
        reason=why_not_ask_more(round, request.user, request.today),
    )


@signed_in
def round_close(request: Any, public_id: str) -> HttpResponseBase:
    """Close the round and count it."""
    round = found(request, public_id)
    return form_page(
        request,
        BecauseForm if round.closes_on >= request.today else NothingForm,
        "rounds/close.html",
        lambda typed: close_round_now(
            round, because=typed.get("because", ""), by=request.user, at=request.now
        ),
        then=reverse("round", args=[public_id]),
        round=round,
        progress=reads.progress_of(Ticket.objects.filter(review__round=round)),
        reason=why_not_seal(round, request.user, request.today),
    )


@signed_in
def round_withdraw(request: Any, public_id: str) -> HttpResponseBase:
    """Give up a round that was never opened."""
    round = found(request, public_id)
    return form_page(
        request,
        BecauseForm,
        "rounds/withdraw.html",
        lambda typed: withdraw_round(round, **typed, by=request.user, at=request.now),
        then=reverse("rounds"),
        round=round,
        reason=why_not_prepare(round, request.user, request.today),
    )
