from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import VersionForm
from joinedup.domain.partnerships.queries import members_of
from joinedup.domain.partnerships.rules import why_not_keep
from joinedup.domain.promises.actions import (
    answer_promise,
    change_promise,
    deliver_promise,
    make_promise,
    promise_nothing,
    release_promise,
    take_back_promise,
    tell_membership,
)
from joinedup.domain.promises.queries import speaks_for, spoken_for
from joinedup.domain.promises.rules import (
    why_not_answer,
    why_not_change_promise,
    why_not_deliver,
    why_not_promise,
    why_not_release,
    why_not_take_back,
    why_not_tell,
)
from joinedup.web.partnerships.finding import opened, opened_membership
from joinedup.web.promises.forms import (
    AnswerForm,
    ChangeForm,
    DeliverForm,
    NewForm,
    ReleaseForm,
    TellForm,
)
from joinedup.web.promises.laying_out import page_of
from joinedup.web.promises.reading import opened_promise


@page(Audience.SIGNED_IN, methods="GET POST")
def promise_new(request: Any, public_id: str) -> HttpResponseBase:
    """Promise something for one's own side, or ask another member to."""
    found, person, day = opened(request, public_id), request.user, request.today
    members = {each.public_id: each for each in members_of(found, day)}
    own, keeps = spoken_for(person, found, day), not why_not_keep(found, person, day)
    makers = {key: each for key, each in members.items() if keeps or each.pk in own}
    ours_first = sorted(makers.items(), key=lambda item: item[1].pk not in own)
    why_not = why_not_promise(found, person, day)
    return form_page(
        request,
        NewForm,
        "promises/new.html",
        lambda typed: make_promise(typed.pop("member"), **typed, by=request.user, at=request.now),
        then=page_of,
        initial={"promised_on": day},
        form_options={"makers": dict(ours_first), "members": members},
        partnership=found,
        only=next(iter(makers.values())) if len(makers) == 1 else None,
        why_not=why_not or (None if makers else "Add its members first."),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def promise_change(request: Any, public_id: str, promise_id: str) -> HttpResponseBase:
    """Put right how a promise is written."""
    found = opened_promise(request, public_id, promise_id)
    return form_page(
        request,
        ChangeForm,
        "promises/change.html",
        lambda typed: change_promise(found, **typed, by=request.user, at=request.now),
        then=page_of(found),
        initial={name: getattr(found, name) for name in ChangeForm.base_fields},
        partnership=found.partnership,
        promise=found,
        why_not=why_not_change_promise(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def promise_deliver(request: Any, public_id: str, promise_id: str) -> HttpResponseBase:
    """Say that it is delivered."""
    found = opened_promise(request, public_id, promise_id)
    return form_page(
        request,
        DeliverForm,
        "promises/deliver.html",
        lambda typed: deliver_promise(found, **typed, by=request.user, at=request.now),
        then=page_of(found),
        initial={"on": request.today, "version": found.version},
        partnership=found.partnership,
        promise=found,
        is_ours=speaks_for(found.membership, request.user, request.today),
        why_not=why_not_deliver(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def promise_release(request: Any, public_id: str, promise_id: str) -> HttpResponseBase:
    """Ask to be released from a promise, or offer release."""
    found = opened_promise(request, public_id, promise_id)
    return form_page(
        request,
        ReleaseForm,
        "promises/release.html",
        lambda typed: release_promise(found, **typed, by=request.user, at=request.now),
        then=page_of(found),
        initial={"version": found.version},
        partnership=found.partnership,
        promise=found,
        is_ours=speaks_for(found.membership, request.user, request.today),
        has_left=not found.membership.holds_on(request.today),
        why_not=why_not_release(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def promise_answer(request: Any, public_id: str, promise_id: str) -> HttpResponseBase:
    """Accept a promise, confirm a delivery, or agree to a release."""
    found = opened_promise(request, public_id, promise_id)
    return form_page(
        request,
        AnswerForm,
        "promises/answer.html",
        lambda typed: answer_promise(found, **typed, by=request.user, at=request.now),
        then=page_of(found),
        initial={"version": found.version},
        form_options={"state": found.state},
        partnership=found.partnership,
        promise=found,
        last=found.steps.select_related("made_by").first(),
        why_not=why_not_answer(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def promise_take_back(request: Any, public_id: str, promise_id: str) -> HttpResponseBase:
    """Withdraw a promise on which nobody relies yet, or take back what was said last."""
    found = opened_promise(request, public_id, promise_id)
    return form_page(
        request,
        VersionForm,
        "promises/take_back.html",
        lambda typed: take_back_promise(found, **typed, by=request.user, at=request.now),
        then=page_of(found),
        initial={"version": found.version},
        partnership=found.partnership,
        promise=found,
        is_withdrawn=found.state in ("PROPOSED", "OPEN"),
        why_not=why_not_take_back(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def member_tell(request: Any, public_id: str, member_id: str) -> HttpResponseBase:
    """Say in words what a member brings and gains."""
    member = opened_membership(request, public_id, member_id)
    return form_page(
        request,
        TellForm,
        "promises/tell.html",
        lambda typed: tell_membership(member, **typed, by=request.user, at=request.now),
        then=reverse("promises_of_member", args=[public_id, member_id]),
        initial={name: getattr(member, name) for name in TellForm.base_fields},
        partnership=member.partnership,
        member=member,
        why_not=why_not_tell(member, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="POST")
def member_nothing(request: Any, public_id: str, member_id: str) -> HttpResponseBase:
    """Say that a member promises nothing for now."""
    member = opened_membership(request, public_id, member_id)
    promise_nothing(member, by=request.user, at=request.now)
    return redirect("promises_of_member", public_id, member_id)
