from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.challenges.actions import answer_result_challenge, challenge_result
from joinedup.domain.challenges.queries import (
    challenges_visible_to,
    named_in,
    open_to_challenge,
)
from joinedup.domain.challenges.rules import why_not_challenge, why_not_rule
from joinedup.domain.representing.queries import members_represented_by
from joinedup.web.challenges.forms import ChallengeForm, RulingForm
from joinedup.web.results.finding import found


@page(Audience.SIGNED_IN, methods="GET POST")
def result_challenge(request: Any, public_id: str) -> HttpResponseBase:
    """Say for a member that something in a draft result is wrong."""
    review = found(request, public_id)
    spoken_for = members_represented_by(request.user, review.partnership, request.today)
    return form_page(
        request,
        ChallengeForm,
        "challenges/new.html",
        lambda typed: challenge_result(review, **typed, by=request.user, at=request.now),
        then=reverse("result", args=[public_id]),
        said="Your challenge stands beside the draft. The host has been asked to answer it.",
        initial={"organisation": spoken_for.first()},
        form_options={"spoken_for": spoken_for, "named": open_to_challenge(review, request.now)},
        review=review,
        partnership=review.partnership,
        why_not=why_not_challenge(review, request.user, request.now),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def challenge_answer(request: Any, public_id: str, challenge_id: str) -> HttpResponseBase:
    """Answer a challenge: what was put right, or why it stays."""
    challenge = get_object_or_404(
        challenges_visible_to(request.user, request.now),
        review__public_id=public_id,
        public_id=challenge_id,
    )
    review = challenge.review
    return form_page(
        request,
        RulingForm,
        "challenges/answer.html",
        lambda typed: answer_result_challenge(challenge, **typed, by=request.user, at=request.now),
        then=f"{reverse('result', args=[public_id])}#challenges",
        review=review,
        partnership=review.partnership,
        challenge=challenge,
        about=named_in(review, challenge, request.now),
        why_not=why_not_rule(challenge, request.user, request.today),
    )
