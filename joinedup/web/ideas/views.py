from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.arrangements.kinds import MOSTLY, WHY_NOT, Scope
from joinedup.domain.ideas.actions import (
    answer_overlap,
    change_idea,
    decline_idea,
    explain_idea,
    keep_idea,
    propose_idea,
    scope_idea,
    state_idea,
)
from joinedup.domain.ideas.models import Idea
from joinedup.domain.ideas.queries import ideas_visible_to, likely_partners_of, overlaps_of
from joinedup.domain.ideas.rules import (
    why_not_change_idea,
    why_not_decline,
    why_not_explain,
    why_not_keep_idea,
    why_not_propose,
)
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.queries import organisations_where
from joinedup.domain.partnerships.rules import why_not_register_any
from joinedup.web.ideas.forms import (
    AnswerForm,
    BegunIdeaForm,
    IdeaForm,
    IdeaScopeForm,
    JoinForm,
    KeepForm,
    NewIdeaForm,
    ProposeForm,
    scope_told,
    told_of,
    told_of_record,
)
from joinedup.web.ideas.telling import lessons_of, steps_of
from joinedup.web.partnerships.finding import opened as opened_record


def opened(request: Any, public_id: str) -> Idea:
    """Return the idea when this person may open it; foreign and missing look the same."""
    return get_object_or_404(ideas_visible_to(request.user, request.today), public_id=public_id)


@page(Audience.SIGNED_IN, methods="GET POST")
def idea_new(request: Any) -> HttpResponseBase:
    """Write an idea down; what is there already comes next."""
    hosts = organisations_where(request.user, request.today, *OFFICERS)
    return form_page(
        request,
        NewIdeaForm,
        "ideas/new.html",
        lambda typed: state_idea(typed.pop("name"), **typed, by=request.user, at=request.now),
        then=lambda new: reverse("idea", args=[new.public_id]),
        form_options={"hosts": {host.public_id: host for host in hosts}},
        why_not=why_not_register_any(request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def idea_begin(request: Any, public_id: str) -> HttpResponseBase:
    """Think out the idea behind a record that was registered as one."""
    record = opened_record(request, public_id)
    return form_page(
        request,
        BegunIdeaForm,
        "ideas/begin.html",
        lambda typed: explain_idea(record, **typed, by=request.user, at=request.now),
        then=lambda new: reverse("idea", args=[new.public_id]),
        initial=told_of_record(record),
        partnership=record,
        why_not=why_not_explain(record, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def idea(request: Any, public_id: str) -> HttpResponse:
    """The idea, what is to be done with it next, what is like it, and what was said of each."""
    found = opened(request, public_id)
    person, day = request.user, request.today
    overlaps = overlaps_of(found, person, day)
    why_not_on = why_not_propose(found, person, day, overlaps)
    return render(
        request,
        "ideas/idea.html",
        idea=found,
        partners=likely_partners_of(found, person, day),
        overlaps=overlaps,
        lessons=lessons_of(overlaps, request),
        steps=steps_of(found, overlaps, may_propose=why_not_on is None),
        why_not=why_not_change_idea(found, person, day),
        why_not_join=why_not_decline(found, person, day, overlaps),
        why_not_keep=why_not_keep_idea(found, person, day),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def idea_change(request: Any, public_id: str) -> HttpResponseBase:
    """Put the idea in other words."""
    found = opened(request, public_id)
    return form_page(
        request,
        IdeaForm,
        "ideas/change.html",
        lambda typed: change_idea(found, **typed, by=request.user, at=request.now),
        then=reverse("idea", args=[public_id]),
        initial=told_of(found),
        idea=found,
        why_not=why_not_change_idea(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def idea_answer(request: Any, public_id: str, thing_id: str) -> HttpResponseBase:
    """Say how the idea stands to one thing that is there already."""
    found = opened(request, public_id)
    overlaps = overlaps_of(found, request.user, request.today)
    overlap = next((one for one in overlaps if one.thing.public_id == thing_id), None)
    if overlap is None:
        raise Http404
    return form_page(
        request,
        AnswerForm,
        "ideas/answer.html",
        lambda typed: answer_overlap(found, thing_id, **typed, by=request.user, at=request.now),
        then=reverse("idea", args=[public_id]),
        initial={"version": found.version},
        form_options={"may_join": not (overlap.is_arrangement or overlap.has_ended)},
        idea=found,
        overlap=overlap,
        lessons=lessons_of([overlap], request),
        why_not=why_not_change_idea(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def idea_scope(request: Any, public_id: str) -> HttpResponseBase:
    """Ask the four questions that tell whether the idea is for a partnership."""
    found = opened(request, public_id)
    return form_page(
        request,
        IdeaScopeForm,
        "ideas/scope.html",
        lambda typed: scope_idea(found, **typed, by=request.user, at=request.now),
        then=reverse("idea", args=[public_id]),
        initial=scope_told(found),
        idea=found,
        why_not=why_not_change_idea(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def idea_propose(request: Any, public_id: str) -> HttpResponseBase:
    """Make the idea a proposed partnership."""
    found = opened(request, public_id)
    return form_page(
        request,
        ProposeForm,
        "ideas/propose.html",
        lambda typed: propose_idea(found, **typed, by=request.user, at=request.now),
        then=reverse("idea", args=[public_id]),
        said="It is a proposed partnership now.",
        idea=found,
        partners=likely_partners_of(found, request.user, request.today),
        why_not=why_not_propose(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def idea_join(request: Any, public_id: str) -> HttpResponseBase:
    """Give the idea up, to join what is there already."""
    found = opened(request, public_id)
    return form_page(
        request,
        JoinForm,
        "ideas/join.html",
        lambda typed: decline_idea(found, **typed, by=request.user, at=request.now),
        then=reverse("idea", args=[public_id]),
        idea=found,
        why_not=why_not_decline(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def idea_keep(request: Any, public_id: str) -> HttpResponseBase:
    """Keep what is not a partnership as a related arrangement, and give the idea up."""
    found = opened(request, public_id)
    noes = [Scope(each) for each in found.noes]
    return form_page(
        request,
        KeepForm,
        "ideas/keep.html",
        lambda typed: keep_idea(found, **typed, by=request.user, at=request.now),
        then=reverse("arrangements"),
        said="It is on the list now, and the idea has been given up.",
        initial={"kind": MOSTLY[noes[-1]].value} if noes else None,
        idea=found,
        reasons=[WHY_NOT[each] for each in noes],
        why_not=why_not_keep_idea(found, request.user, request.today),
    )
