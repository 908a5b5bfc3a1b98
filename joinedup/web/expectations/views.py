from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.expectations.actions import (
    answer_kind,
    ask_kind,
    put_kind_in_record,
    settle_kind,
)
from joinedup.domain.expectations.kinds import QUESTIONS
from joinedup.domain.expectations.models import KindAsking
from joinedup.domain.expectations.queries import (
    answer_for,
    answers_shown_to,
    askings_visible_to,
    compared,
)
from joinedup.domain.expectations.rules import (
    why_not_answer,
    why_not_ask,
    why_not_draft_agreement,
    why_not_put_kind,
    why_not_settle,
)
from joinedup.domain.partnerships.kinds import KIND_SENTENCES
from joinedup.web.expectations.forms import AnswersForm, AskForm, SettleForm
from joinedup.web.expectations.laying_out import laid_out, own_answers, waited_for
from joinedup.web.partnerships.finding import opened, opened_membership, tabs


@page(Audience.SIGNED_IN)
def partnership_kind(request: Any, public_id: str) -> HttpResponse:
    """What kind each member says it is, once all may see it; until then, who has answered."""
    found = opened(request, public_id)
    askings = list(askings_visible_to(request.user, request.today).filter(partnership=found))
    latest = askings[0] if askings else None
    person, day = request.user, request.today
    return render(
        request,
        "expectations/kind.html",
        partnership=found,
        tabs=tabs(found, ""),
        kind_sentence=KIND_SENTENCES[found.kind],
        asking=latest,
        earlier=[laid_out(each, day) for each in askings[1:]],
        laid=laid_out(latest, day) if latest else None,
        waited_for=waited_for(latest, day) if latest else None,
        own=own_answers(latest, person, day) if latest else [],
        why_not_ask=why_not_ask(found, person, day),
        why_not_settle=why_not_settle(latest, person, day) if latest else "",
        why_not_put=why_not_put_kind(latest, person, day) if latest else "",
        why_not_draft=why_not_draft_agreement(found, day),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def kind_ask(request: Any, public_id: str) -> HttpResponseBase:
    """Ask each member what kind of partnership it is."""
    found = opened(request, public_id)
    return form_page(
        request,
        AskForm,
        "expectations/ask.html",
        lambda typed: ask_kind(found, **typed, by=request.user, at=request.now),
        then=reverse("partnership_kind", args=[public_id]),
        said="The members are asked.",
        partnership=found,
        questions=QUESTIONS.values(),
        why_not=why_not_ask(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def kind_answer(request: Any, public_id: str, asking_id: str, member_id: str) -> HttpResponseBase:
    """Say for a member what kind of partnership it is; nobody else sees it yet."""
    asking = asked(request, public_id, asking_id)
    member = opened_membership(request, public_id, member_id)
    why_not = why_not_answer(asking, member, request.user, request.today)
    there = None if why_not else answer_for(asking, member)
    return form_page(
        request,
        AnswersForm,
        "expectations/answer.html",
        lambda typed: answer_kind(asking, member, **typed, by=request.user, at=request.now),
        then=reverse("partnership_kind", args=[public_id]),
        said=f"We have kept what you said for {member.member_name}.",
        initial=answers_shown_to(there, request.user) | {"version": there.version if there else 0},
        partnership=asking.partnership,
        asking=asking,
        member=member,
        of_another=there if there and there.answered_by != request.user else None,
        why_not=why_not,
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def kind_settle(request: Any, public_id: str, asking_id: str) -> HttpResponseBase:
    """Write down how members deal with seeing different kinds of partnership."""
    asking = asked(request, public_id, asking_id)
    return form_page(
        request,
        SettleForm,
        "expectations/settle.html",
        lambda typed: settle_kind(asking, **typed, by=request.user, at=request.now),
        then=reverse("partnership_kind", args=[public_id]),
        initial={
            "version": asking.version,
            "settled": asking.settled,
            "kind": asking.settled_kind,
            "because": asking.settled_because,
        },
        partnership=asking.partnership,
        compared=compared(asking, request.today),
        why_not=why_not_settle(asking, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="POST")
def kind_record(request: Any, public_id: str, asking_id: str) -> HttpResponseBase:
    """Put the kind that members agree on in the record."""
    asking = asked(request, public_id, asking_id)
    put_kind_in_record(asking, by=request.user, at=request.now)
    return redirect("partnership_kind", public_id)


def asked(request: Any, public_id: str, asking_id: str) -> KindAsking:
    """Return an asking of a partnership this person may open."""
    askings = askings_visible_to(request.user, request.today)
    return get_object_or_404(askings, partnership__public_id=public_id, public_id=asking_id)
