from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.counting.sheets import sheets_of
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.reporting.findings import findings_of
from joinedup.domain.representing.queries import members_represented_by
from joinedup.domain.results.actions import reply_to_result
from joinedup.domain.results.models import Reply
from joinedup.domain.results.queries import replies_to
from joinedup.domain.results.rules import why_not_reply
from joinedup.domain.reviews.kinds import OfficialView
from joinedup.domain.reviews.models import Review
from joinedup.domain.workings.working import OVERALL, working
from joinedup.web.results.beside import beside, conflicts_told
from joinedup.web.results.finding import found
from joinedup.web.results.forms import ReplyForm


@page(Audience.SIGNED_IN)
def result(request: Any, public_id: str) -> HttpResponse:
    """What was found: the sentence first, then where partners differ, then the figures."""
    review = found(request, public_id)
    told = findings_of(review)
    return render(
        request,
        "results/result.html",
        review=review,
        round=review.round,
        partnership=review.partnership,
        found=told,
        conflicts=conflicts_told(request, review, told.conflicts),
        is_draft=request.now < review.round.stands_at,
        **beside(request, review),
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
    view = OfficialView(review.result["view"])
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
            view="by_organisation" if view == OfficialView.ORGANISATION else "by_person",
            internal=review.partnership.is_internal,
        ),
        view_name=view.label,
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
    """Put a member's reply beside a draft result, or change the one it put there."""
    review = found(request, public_id)
    spoken_for, mine, reply = replying(request, review)
    return form_page(
        request,
        ReplyForm,
        "results/reply.html",
        lambda typed: reply_to_result(review, **typed, by=request.user, at=request.now),
        then=reverse("result", args=[public_id]),
        initial={
            "organisation": mine,
            "words": reply.words if reply else "",
            "version": reply.version if reply else 0,
        },
        form_options={"spoken_for": spoken_for},
        review=review,
        partnership=review.partnership,
        reply=reply,
        reason=why_not_reply(review, request.user, request.now),
    )


def replying(request: Any, review: Review) -> tuple[Any, Any, Reply | None]:
    """Return for whom this person may reply on this page, for whom they do, and its reply so far.

    ``for`` in the address chooses one; otherwise it is the first who has not replied yet.
    """
    spoken_for = members_represented_by(request.user, review.partnership, request.today)
    replies = {reply.organisation: reply for reply in replies_to(review)}
    asked = request.GET.get("for", "")
    bodies = sorted(spoken_for, key=lambda b: (b.public_id != asked, b in replies, b.folded_name))
    mine = bodies[0] if bodies else None
    others = [body.pk for body in bodies if body == mine or body not in replies]
    return spoken_for.filter(pk__in=others), mine, replies.get(mine)  # type: ignore[arg-type]
