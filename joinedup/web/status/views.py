from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.clock import now
from joinedup.delivery.pages import UNKEPT, render
from joinedup.domain.jobs.queries import given_up, often_tried
from joinedup.domain.upkeep.actions import order_backup, post_test_message, retry_jobs
from joinedup.domain.upkeep.risks import risks
from joinedup.domain.upkeep.rules import why_not_look_after
from joinedup.domain.upkeep.status import facts, findings, is_silent, of_room

SHOWN = 20


@page(Audience.ANYONE)
def healthy(request: HttpRequest) -> HttpResponse:
    """Tell a machine that watches whether the service is well, and nothing else."""
    well = of_room().is_well and not is_silent(now())
    words, code = ("well\n", 200) if well else ("not well\n", 503)
    head = {"Cache-Control": UNKEPT}
    return HttpResponse(words, status=code, headers=head, content_type="text/plain; charset=utf-8")


@page(Audience.SIGNED_IN)
def status(request: Any) -> HttpResponse:
    """How the service stands: what is not well first, and what to do about it."""
    only_for_stewards(request)
    found = findings(request.now)
    return render(
        request,
        "status/status.html",
        findings=found,
        unwell=[finding for finding in found if not finding.is_well],
        failing=[*given_up()[:SHOWN], *often_tried()[:SHOWN]],
        left=given_up().exists(),
        risks=list(risks(request.today)),
        facts=list(facts()),
    )


@page(Audience.SIGNED_IN, methods="POST")
def test_mail(request: Any) -> HttpResponse:
    """Send the steward a mail."""
    said = f"A mail to {request.user.email} is on its way. It should be there in a minute."
    return done(request, post_test_message, said)


@page(Audience.SIGNED_IN, methods="POST")
def backup(request: Any) -> HttpResponse:
    """Have a backup made."""
    return done(request, order_backup, "A backup is being made. Look at this page again soon.")


@page(Audience.SIGNED_IN, methods="POST")
def jobs(request: Any) -> HttpResponse:
    """Have what was given up tried again."""
    return done(request, retry_jobs, "What was given up is being tried again.")


def only_for_stewards(request: Any) -> None:
    """Let nobody else know of these pages."""
    if why_not_look_after(request.user, request.today):
        raise Http404


def done(request: Any, act: Callable[..., object], said: str) -> HttpResponse:
    """Do one act, say so, and go back."""
    only_for_stewards(request)
    act(by=request.user, at=request.now)
    messages.success(request, said)
    return redirect("status")
