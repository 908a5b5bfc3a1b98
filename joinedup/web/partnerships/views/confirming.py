from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.confirmations.actions import (
    answer_challenge,
    challenge_change,
    say_of_record,
)
from joinedup.domain.confirmations.queries import (
    challenges_to,
    latest_confirmations,
    memberships_sat_for,
    reported_lately,
    stands_on,
)
from joinedup.domain.confirmations.rules import why_not_answer, why_not_confirm_any
from joinedup.domain.partnerships.queries import members_of
from joinedup.domain.partnerships.rules import why_not_keep
from joinedup.web.history import sentences_of
from joinedup.web.partnerships.confirm_forms import AnswerForm, ConfirmForm, QuestionForm
from joinedup.web.partnerships.facts import record_groups
from joinedup.web.partnerships.finding import opened, tabs

MOST = 100


@page(Audience.SIGNED_IN)
def partnership_changes(request: Any, public_id: str) -> HttpResponse:
    """What was changed lately and may be questioned, and every question with its answer."""
    found = opened(request, public_id)
    entries = list(reported_lately(found, request.now)[:MOST])
    return render(
        request,
        "partnerships/changes.html",
        partnership=found,
        tabs=tabs(found, ""),
        changes=[(entry, told_alone(entry), stands_on(entry)) for entry in entries],
        challenges=list(challenges_to(found)[:MOST]),
        confirmed=latest_confirmations([found.pk]).get(found.pk),
        why_not=why_not_confirm_any(found, request.user, request.now),
        why_not_answer=why_not_keep(found, request.user, request.today),
    )


def told_alone(entry: Any) -> str:
    """Return one act as a sentence."""
    return next((told.sentence for told in sentences_of([entry])), "")


def members_for(request: Any, found: Any) -> dict[str, Any]:
    """Return the members this person sits for."""
    theirs = memberships_sat_for(found, request.user, request.today)
    return {membership.public_id: membership for membership in theirs}


@page(Audience.SIGNED_IN, methods="GET POST")
def record_confirm(request: Any, public_id: str) -> HttpResponseBase:
    """Say for a member that the record is right, or what is wrong with it."""
    found = opened(request, public_id)
    return form_page(
        request,
        ConfirmForm,
        "partnerships/record_confirm.html",
        lambda typed: say_of_record(typed.pop("member"), **typed, by=request.user, at=request.now),
        then=reverse("partnership_changes", args=[public_id]),
        said="Thank you. This is kept with the record.",
        form_options={"members": members_for(request, found)},
        partnership=found,
        members=list(members_of(found, request.today)),
        groups=record_groups(found),
        why_not=why_not_confirm_any(found, request.user, request.now),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def change_question(request: Any, public_id: str, number: int) -> HttpResponseBase:
    """Question a change that another side reported."""
    found = opened(request, public_id)
    entry = get_object_or_404(reported_lately(found, request.now), pk=number)
    return form_page(
        request,
        QuestionForm,
        "partnerships/change_question.html",
        lambda typed: challenge_change(
            typed.pop("member"), entry, **typed, by=request.user, at=request.now
        ),
        then=reverse("partnership_changes", args=[public_id]),
        form_options={"members": members_for(request, found)},
        partnership=found,
        sentence=told_alone(entry),
        until=stands_on(entry),
        why_not=why_not_confirm_any(found, request.user, request.now),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def question_answer(request: Any, public_id: str, question_id: str) -> HttpResponseBase:
    """Answer a member's question."""
    found = opened(request, public_id)
    challenge = get_object_or_404(challenges_to(found), public_id=question_id)
    return form_page(
        request,
        AnswerForm,
        "partnerships/question_answer.html",
        lambda typed: answer_challenge(challenge, **typed, by=request.user, at=request.now),
        then=reverse("partnership_changes", args=[public_id]),
        partnership=found,
        challenge=challenge,
        why_not=why_not_answer(challenge, request.user, request.now),
    )
