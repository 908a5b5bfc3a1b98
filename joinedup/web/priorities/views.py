from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.priorities.actions import add_action, choose_priority, move_action
from joinedup.domain.priorities.models import Priority, PriorityAction
from joinedup.domain.priorities.queries import (
    people_with_places,
    points_named,
    priorities_visible_to,
    weak_points,
)
from joinedup.domain.priorities.rules import (
    why_not_add_action,
    why_not_choose,
    why_not_move_action,
)
from joinedup.web.priorities.forms import ActionForm, MoveForm, PriorityForm
from joinedup.web.results.finding import found


@page(Audience.SIGNED_IN, methods="GET POST")
def priority_new(request: Any, public_id: str) -> HttpResponseBase:
    """Choose a weak point to work on, and say why."""
    review = found(request, public_id)
    weak = weak_points(review)
    chosen = {each.about for each in review.priorities.all()}
    return form_page(
        request,
        PriorityForm,
        "priorities/priority.html",
        lambda typed: choose_priority(review, **typed, by=request.user, at=request.now),
        then=lambda priority: reverse("action_new", args=[public_id, priority.public_id]),
        form_options={"weak": {code: text for code, text in weak.items() if code not in chosen}},
        review=review,
        partnership=review.partnership,
        why_not=why_not_choose(review, request.user, request.now),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def action_new(request: Any, public_id: str, priority_id: str) -> HttpResponseBase:
    """Say who does what about a priority, and by when."""
    priority: Priority = get_object_or_404(
        priorities_visible_to(request.user, request.now),
        review__public_id=public_id,
        public_id=priority_id,
    )
    review = priority.review
    return form_page(
        request,
        ActionForm,
        "priorities/action.html",
        lambda typed: add_action(priority, **typed, by=request.user, at=request.now),
        then=f"{reverse('result', args=[public_id])}#priorities",
        form_options={"sitting": people_with_places(review.partnership, request.today)},
        review=review,
        partnership=review.partnership,
        priority=priority,
        point=points_named(review)[priority.about],
        why_not=why_not_add_action(priority, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def action_move(request: Any, public_id: str, action_id: str) -> HttpResponseBase:
    """Say what became of an action."""
    readable = priorities_visible_to(request.user, request.now).filter(review__public_id=public_id)
    action = get_object_or_404(
        PriorityAction.objects.select_related(
            "owner", "priority__review__partnership", "priority__review__round__instrument"
        ),
        priority__in=readable.order_by().values("pk"),
        public_id=action_id,
    )
    review = action.priority.review
    return form_page(
        request,
        MoveForm,
        "priorities/move.html",
        lambda typed: move_action(action, **typed, by=request.user, at=request.now),
        then=f"{reverse('result', args=[public_id])}#priorities",
        initial={"version": action.version},
        form_options={"now": action.state},
        review=review,
        partnership=review.partnership,
        action=action,
        point=points_named(review)[action.priority.about],
        why_not=why_not_move_action(action, request.user, request.today),
    )
