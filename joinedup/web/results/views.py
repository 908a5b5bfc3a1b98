from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.reporting.findings import findings_of
from joinedup.domain.results.actions import reply_to_result
from joinedup.domain.results.queries import members_represented_by, results_visible_to
from joinedup.domain.results.rules import why_not_reply
from joinedup.domain.results.sheets import sheets_of
from joinedup.domain.reviews.kinds import OfficialView
from joinedup.domain.reviews.models import Review
from joinedup.domain.workings.working import OVERALL, working
from joinedup.web.results.forms import ReplyForm


def found(request: Any, public_id: str) -> Review:
    """Return the result when this person may read it; foreign and missing look the same."""
    return get_object_or_404(results_visible_to(request.user, request.now), public_id=public_id)


@page(Audience.SIGNED_IN)
def result(request: Any, public_id: str) -> HttpResponse:
    """What was found: the sentence first, then where partners differ, then the figures."""
    review = found(request, public_id)
    return render(
        request,
        "results/result.html",
        review=review,
        round=review.round,
        partnership=review.partnership,
        found=findings_of(review),
        is_draft=request.now < review.round.stands_at,
        replies=list(review.replies.select_related("organisation")),
        why_not_reply=why_not_reply(review, request.user, request.now),
    )


@page(Audience.SIGNED_IN)
def result_working(request: Any, public_id: str, figure: str) -> HttpResponse:
    """How one figure was worked out, line by line, from counts alone."""
    review = found(request, public_id)
    instrument = definition_of(review.round.instrument)
    sections = {section.id: section.title for section in instrument.sections}
    statements = {statement.id: statement.text for statement in instrument.statements}
    names = {OVERALL: "The overall score", **sections, **statements}
    if figure not in names or findings_of(review).is_withheld:
        raise Http404
    by_organisation = review.round.official_view == OfficialView.ORGANISATION
    return render(
        request,
        "results/working.html",
        review=review,
        partnership=review.partnership,
        name=names[figure],
        lines=working(
            instrument,
            sheets_of(review),
            figure,
            view="by_organisation" if by_organisation else "by_person",
            internal=review.partnership.is_internal,
        ),
        view_name=review.round.get_official_view_display(),
        parts=[(code, names[code]) for code in _parts_of(figure, instrument)],
    )


def _parts_of(figure: str, instrument: Any) -> list[str]:
    """Return the figures that this one is made of."""
    if figure == OVERALL:
        return [section.id for section in instrument.sections]
    return [
        statement.id
        for section in instrument.sections
        if section.id == figure
        for statement in section.statements
    ]


@page(Audience.SIGNED_IN, methods="GET POST")
def result_reply(request: Any, public_id: str) -> HttpResponseBase:
    """Put a member's reply beside a draft result."""
    review = found(request, public_id)
    spoken_for = members_represented_by(request.user, review.partnership, request.today)
    return form_page(
        request,
        ReplyForm,
        "results/reply.html",
        lambda typed: reply_to_result(review, **typed, by=request.user, at=request.now),
        then=reverse("result", args=[public_id]),
        initial={"organisation": spoken_for.first()},
        form_options={"spoken_for": spoken_for},
        review=review,
        partnership=review.partnership,
        reason=why_not_reply(review, request.user, request.now),
    )
