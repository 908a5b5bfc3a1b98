from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import NothingForm
from joinedup.delivery.pages import render
from joinedup.domain.appraisals.actions import (
    begin_appraisal,
    complete_appraisal,
    finish_action,
    save_section,
)
from joinedup.domain.appraisals.models import Appraisal
from joinedup.domain.appraisals.queries import (
    answers_of,
    appraisals_of,
    decision_on,
    has_risks,
    tier_for,
    visible_to,
)
from joinedup.domain.appraisals.questions import asked_of
from joinedup.domain.appraisals.rules import (
    why_not_answer,
    why_not_begin,
    why_not_complete,
    why_not_finish,
)
from joinedup.domain.authorisations.queries import asked_about
from joinedup.domain.authorisations.rules import why_not_ask
from joinedup.domain.partnerships.kinds import Tier
from joinedup.web.appraisals.forms import FinishForm, form_for, initial_of
from joinedup.web.appraisals.risks import ASKS, risks_told
from joinedup.web.appraisals.telling import COLOURS, answers_told, reasons_told, tasks_of
from joinedup.web.partnerships.finding import tabs
from joinedup.web.partnerships.views.sides import opened_side


def found(request: Any, public_id: str) -> Appraisal:
    """Return an appraisal of a body whose own side this person may read."""
    return get_object_or_404(visible_to(request.user, request.today), public_id=public_id)


@page(Audience.SIGNED_IN, methods="GET POST")
def appraisals(request: Any, public_id: str, body_id: str) -> HttpResponseBase:
    """A body's appraisals of a partnership, the latest first; the button begins one."""
    side = opened_side(request, public_id, body_id)
    both = (side.partnership, side.organisation)
    held = list(appraisals_of(*both).prefetch_related("authorisations"))
    return form_page(
        request,
        NothingForm,
        "appraisals/list.html",
        lambda _: begin_appraisal(*both, by=request.user, at=request.now),
        then=lambda begun: reverse("appraisal", args=[begun.public_id]),
        partnership=side.partnership,
        tabs=tabs(side.partnership, ""),
        body=side.organisation,
        held=held,
        tier=Tier(tier_for(*both)),
        asked=sum(len(section.questions) for section in asked_of(tier_for(*both))),
        why_not=why_not_begin(*both, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def appraisal(request: Any, public_id: str) -> HttpResponse:
    """How far an appraisal has come, what follows from it and why, and who was asked for a yes."""
    one = found(request, public_id)
    answers = answers_of(one)
    person, today = request.user, request.today
    risks = has_risks(one, today)
    now = decision_on(one, today, answers)
    return render(
        request,
        "appraisals/appraisal.html",
        partnership=one.partnership,
        tabs=tabs(one.partnership, ""),
        appraisal=one,
        now=now,
        colour=COLOURS[now.decision],
        reasons=reasons_told(one, now, answers),
        steps=tasks_of(one, answers),
        sections=answers_told(one, answers),
        risks=risks_told(one, has_any=risks),
        has_risks=risks,
        why_not_answer=why_not_answer(one, person, today),
        why_not_complete=why_not_complete(one, now, person, today),
        asked=list(asked_about(one)),
        why_not_ask=why_not_ask(one, now.decision, person, today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def appraisal_section(request: Any, public_id: str, code: str) -> HttpResponseBase:
    """Answer one section; what is left empty can be answered another day."""
    one = found(request, public_id)
    section = next((each for each in asked_of(one.tier) if each.code == code), None)
    if section is None:
        raise Http404
    version = one.sections.get(code=code).version
    asks = any(question.id == ASKS for question in section.questions)
    return form_page(
        request,
        form_for(section),
        "appraisals/section.html",
        lambda typed: save_section(one, section, **typed, by=request.user, at=request.now),
        then=reverse("appraisal", args=[public_id]),
        said=f"Section {code} has been saved.",
        initial=initial_of(section, answers_of(one), version),
        partnership=one.partnership,
        appraisal=one,
        section=section,
        risks=risks_told(one, has_any=has_risks(one, request.today)) if asks else {},
        why_not=why_not_answer(one, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def appraisal_action(request: Any, public_id: str, question: str) -> HttpResponseBase:
    """Note that what was to be done about an answer is done."""
    one = found(request, public_id)
    answer = get_object_or_404(one.answers, question=question)
    return form_page(
        request,
        NothingForm,
        "appraisals/action.html",
        lambda _: finish_action(
            one, question, version=answer.version, by=request.user, at=request.now
        ),
        then=reverse("appraisal", args=[public_id]),
        said="It has been noted as done.",
        partnership=one.partnership,
        appraisal=one,
        answer=answer,
        why_not=why_not_finish(one, answer, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def appraisal_finish(request: Any, public_id: str) -> HttpResponseBase:
    """Finish an appraisal: what was answered stays as it is from then on."""
    one = found(request, public_id)
    now = decision_on(one, request.today)
    return form_page(
        request,
        FinishForm,
        "appraisals/finish.html",
        lambda typed: complete_appraisal(
            one, **typed, version=one.version, by=request.user, at=request.now
        ),
        then=reverse("appraisal", args=[public_id]),
        said="The appraisal is finished.",
        initial={"shown": now.decision.value},
        partnership=one.partnership,
        appraisal=one,
        now=now,
        why_not=why_not_complete(one, now, request.user, request.today),
    )
