from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.risk_imports.actions import (
    reread_risk_file,
    stage_risk_file,
    take_risk_file,
)
from joinedup.domain.risk_imports.models import RiskFile
from joinedup.domain.risk_imports.queries import plan_of_risks, risk_files_visible_to
from joinedup.domain.risk_imports.rules import why_not_reread_risks, why_not_take_risks
from joinedup.domain.risks.kinds import Size
from joinedup.domain.risks.queries import size_for
from joinedup.domain.risks.rules import why_not_list_risk
from joinedup.web.partnerships.finding import opened
from joinedup.web.risk_imports import telling
from joinedup.web.risk_imports.forms import RiskFileForm, RiskReadingForm, TakeForm
from joinedup.web.risks.views import list_at, own


def found_file(request: Any, public_id: str) -> RiskFile:
    """Return a file for a list this person may read; foreign and missing look the same."""
    among = risk_files_visible_to(request.user, request.today)
    return get_object_or_404(among, public_id=public_id)


@page(Audience.SIGNED_IN, methods="GET POST")
def risks_import(request: Any, public_id: str) -> HttpResponseBase:
    """Choose a spreadsheet for the partnership's list of risks."""
    return chosen(request, opened(request, public_id), None)


@page(Audience.SIGNED_IN, methods="GET POST")
def own_risks_import(request: Any, public_id: str, body_id: str) -> HttpResponseBase:
    """Choose a spreadsheet for a body's own list of risks."""
    return chosen(request, *own(request, public_id, body_id))


def chosen(request: Any, found: Partnership, body: Organisation | None) -> HttpResponseBase:
    """Ask for the file, and go on to what it holds."""
    return form_page(
        request,
        RiskFileForm,
        "risk_imports/new.html",
        lambda typed: stage_risk_file(
            found,
            body,
            typed["file"].read(),
            typed["file"].name,
            by=request.user,
            at=request.now,
        ),
        then=lambda staged: reverse("risk_file", args=[staged.public_id]),
        partnership=found,
        body=body,
        list=list_at(found, body),
        matrix=Size(size_for(found, body, request.today)).label,
        why_not=why_not_list_risk(found, body, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def risk_file(request: Any, public_id: str) -> HttpResponseBase:
    """What a list holds, each score turned into ours; then one press adds what is new."""
    file = found_file(request, public_id)
    plan = plan_of_risks(file, request.today)
    return form_page(
        request,
        TakeForm,
        "risk_imports/file.html",
        lambda typed: take_risk_file(file, **typed, by=request.user, at=request.now),
        then=list_at(file.partnership, file.organisation),
        said=telling.added,
        initial={"version": file.version, "ours": plan.ours},
        partnership=file.partnership,
        body=file.organisation,
        list=list_at(file.partnership, file.organisation),
        file=file,
        plan=plan,
        matrix=Size(plan.ours).label,
        come=telling.what_comes(plan),
        steps=telling.steps(plan),
        rows=telling.rows(plan),
        problems=telling.problems(plan),
        left=telling.left(plan),
        why_not=why_not_take_risks(file, plan, request.user, request.today),
        why_not_reread=why_not_reread_risks(file, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def risk_file_reading(request: Any, public_id: str) -> HttpResponseBase:
    """Have the list read on another scale, or with another kind or day where it tells none."""
    file = found_file(request, public_id)
    plan = plan_of_risks(file, request.today)
    kept = {"size": file.size, "category": file.category, "version": file.version}
    return form_page(
        request,
        RiskReadingForm,
        "risk_imports/reading.html",
        lambda typed: reread_risk_file(file, **typed, by=request.user, at=request.now),
        then=reverse("risk_file", args=[public_id]),
        initial=kept | {"review_on": plan.review_on},
        partnership=file.partnership,
        body=file.organisation,
        file=file,
        why_not=why_not_reread_risks(file, request.user, request.today),
    )
