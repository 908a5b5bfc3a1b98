from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.involvements.queries import sides_of
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import organisations_where
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.risks.actions import (
    add_risk,
    change_risk,
    close_risk,
    score_risk,
    set_risk_matrix,
)
from joinedup.domain.risks.kinds import Size
from joinedup.domain.risks.models import ListedRisk
from joinedup.domain.risks.queries import (
    could_own,
    latest,
    matrices_of,
    risks_of,
    risks_visible_to,
    size_for,
    size_on,
)
from joinedup.domain.risks.rules import why_not_alter, why_not_list_risk
from joinedup.domain.thresholds.rules import why_not_set
from joinedup.web.partnerships.finding import opened, tabs
from joinedup.web.risks import forms, pictures


def own(request: Any, public_id: str, body_id: str) -> tuple[Partnership, Organisation]:
    """Return a partnership and a body of this person's, whose own side of it they may read."""
    found = opened(request, public_id)
    theirs = sides_of(found, request.user, request.today)
    return found, get_object_or_404(theirs, public_id=body_id)


def found_risk(request: Any, public_id: str) -> ListedRisk:
    """Return a risk this person may read; foreign and missing look the same."""
    among = risks_visible_to(request.user, request.today)
    return get_object_or_404(among, public_id=public_id)


def list_at(found: Partnership, body: Organisation | None) -> str:
    """Return where a list of risks is."""
    if body:
        return reverse("own_risks", args=[found.public_id, body.public_id])
    return reverse("risks", args=[found.public_id])


@page(Audience.SIGNED_IN)
def risks(request: Any, public_id: str) -> HttpResponse:
    """The partnership's own risks, which all its members share."""
    return listed(request, opened(request, public_id), None)


@page(Audience.SIGNED_IN)
def own_risks(request: Any, public_id: str, body_id: str) -> HttpResponse:
    """A body's own risks from being in a partnership; nobody else sees them."""
    return listed(request, *own(request, public_id, body_id))


def listed(request: Any, found: Partnership, body: Organisation | None) -> HttpResponse:
    """Show a list of risks: how it stands over all, the picture, and each risk."""
    held = risks_of(found, body, request.user, request.today)
    size = size_for(found, body, request.today)
    still = [risk for risk in held if risk.closed_at is None]
    overall, reason = pictures.overall_told(held)
    return render(
        request,
        "risks/risks.html",
        partnership=found,
        tabs=tabs(found, ""),
        body=body,
        overall=overall,
        reason=reason,
        matrix=Size(size).label,
        picture=pictures.heat_map(held, size, "What is left of each risk"),
        before=sum(latest(risk).size != size for risk in still),
        rows=[pictures.row(risk, is_late=risk.review_on < request.today) for risk in still],
        closed=[risk for risk in held if risk.closed_at is not None],
        own_sides=[] if body else list(sides_of(found, request.user, request.today)),
        why_not=why_not_list_risk(found, body, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def risk_new(request: Any, public_id: str) -> HttpResponseBase:
    """Put a risk on the partnership's list."""
    return added(request, opened(request, public_id), None)


@page(Audience.SIGNED_IN, methods="GET POST")
def own_risk_new(request: Any, public_id: str, body_id: str) -> HttpResponseBase:
    """Put a risk on a body's own list."""
    return added(request, *own(request, public_id, body_id))


def added(request: Any, found: Partnership, body: Organisation | None) -> HttpResponseBase:
    """Ask for a risk and its first score."""
    size = size_for(found, body, request.today)
    cancel = list_at(found, body)
    return form_page(
        request,
        forms.RiskForm,
        "risks/new.html",
        lambda typed: add_risk(
            found, body, typed, marks_in(typed), size=typed["size"], by=request.user, at=request.now
        ),
        then=cancel,
        said="The risk is on the list.",
        initial={"size": size},
        form_options={"size": size, "owners": could_own(found, body, request.today)},
        partnership=found,
        body=body,
        cancel=cancel,
        matrix=Size(size).label,
        why_not=why_not_list_risk(found, body, request.user, request.today),
    )


def marks_in(typed: dict[str, Any]) -> dict[str, int]:
    """Return the six steps among what was typed."""
    return {name: typed[name] for name in forms.ASKED_FOR}


@page(Audience.SIGNED_IN)
def risk(request: Any, public_id: str) -> HttpResponse:
    """One risk: what it is, who answers for it, and every score it had."""
    found = found_risk(request, public_id)
    rows = [
        [
            score.scored_at,
            pictures.told(score.before),
            pictures.told(score.residual),
            pictures.told(score.target),
            str(score.scored_by),
            score.remark,
        ]
        for score in found.scores.all()
    ]
    return render(
        request,
        "risks/risk.html",
        risk=found,
        partnership=found.partnership,
        body=found.organisation,
        list=list_at(found.partnership, found.organisation),
        rows=rows,
        why_not=why_not_alter(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def risk_change(request: Any, public_id: str) -> HttpResponseBase:
    """Correct what a risk is and who answers for it."""
    found = found_risk(request, public_id)
    owners = could_own(found.partnership, found.organisation, request.today)
    names = [name for name in forms.WordsForm.base_fields if name != "owner"]
    initial = {name: getattr(found, name) for name in names}
    return altered(
        request,
        found,
        forms.WordsForm,
        lambda typed: change_risk(found, **typed, by=request.user, at=request.now),
        asks="Change what is told of a risk",
        initial=initial | {"owner": found.owner and found.owner.public_id},
        form_options={"owners": owners},
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def risk_score(request: Any, public_id: str) -> HttpResponseBase:
    """Look at a risk again, and score it."""
    found = found_risk(request, public_id)
    size = size_for(found.partnership, found.organisation, request.today)
    return altered(
        request,
        found,
        forms.ScoreForm,
        lambda typed: score_risk(
            found,
            marks_in(typed),
            size=typed["size"],
            review_on=typed["review_on"],
            remark=typed["remark"],
            version=typed["version"],
            by=request.user,
            at=request.now,
        ),
        asks="Score a risk again",
        initial={"size": size, "version": found.version} | forms.initial_marks(latest(found), size),
        form_options={"size": size},
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def risk_close(request: Any, public_id: str) -> HttpResponseBase:
    """Take a risk off what is open, with the reason."""
    found = found_risk(request, public_id)
    return altered(
        request,
        found,
        forms.CloseForm,
        lambda typed: close_risk(found, **typed, by=request.user, at=request.now),
        asks="Close a risk",
        initial={"version": found.version},
    )


def altered(
    request: Any, found: ListedRisk, form: Any, act: Any, *, asks: str, **more: Any
) -> HttpResponseBase:
    """Ask one thing about a risk, then show it."""
    return form_page(
        request,
        form,
        "risks/asking.html",
        act,
        then=reverse("risk", args=[found.public_id]),
        asks=asks,
        risk=found,
        body=found.organisation,
        partnership=found.partnership,
        why_not=why_not_alter(found, request.user, request.today),
        **more,
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def risk_matrix(request: Any, public_id: str) -> HttpResponseBase:
    """The one matrix an organisation scores on, from which day; and those it had."""
    body = get_object_or_404(organisations_where(request.user, request.today), public_id=public_id)
    size = size_on(body, request.today)
    return form_page(
        request,
        forms.MatrixForm,
        "risks/matrix.html",
        lambda typed: set_risk_matrix(body, **typed, by=request.user, at=request.now),
        then=reverse("risk_matrix", args=[public_id]),
        said="The matrix has been set.",
        initial={"size": size, "from_on": request.today},
        body=body,
        matrix=Size(size).label,
        held=list(matrices_of(body)[:20]),
        why_not=why_not_set(body, request.user, request.today),
    )
