"""The one path of every form: draw it, clean it, act, and keep what was typed when refused."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from joinedup.delivery.pages import render
from joinedup.delivery.troubles import met
from joinedup.domain.basics.once import overtaken_by
from joinedup.domain.basics.refusals import Overtaken, Refused


def form_page(
    request: HttpRequest,
    form_class: Any,
    template: str,
    act: Callable[[dict[str, Any]], Any],
    then: str | Callable[[Any], str],
    *,
    said: str | Callable[[Any], str] = "",
    initial: dict[str, Any] | None = None,
    form_options: dict[str, Any] | None = None,
    **context: Any,
) -> HttpResponse:
    """Show a form, or do ``act`` with what was typed and go on to ``then``.

    A refused or unclean form is shown again with everything as typed: 422 where the form is
    wrong, 409 where the act was refused. ``then`` is an address, or makes one of the act's result.
    ``said`` is told at the top of the page gone to, where that page does not show what was done.
    """
    options = form_options or {}
    if request.method != "POST":
        form = form_class(initial=initial, **options)
        return render(request, template, form=form, **context)
    form = form_class(request.POST, request.FILES, initial=initial, **options)
    status = 422
    if form.is_valid():
        try:
            result = act(form.cleaned_data)
        except Refused as refusal:
            status = say_why(form, refusal)
        except (DatabaseError, OSError) as problem:
            status = keep_typed(form, problem)
        else:
            if said:
                messages.success(request, said(result) if callable(said) else said)
            return redirect(then(result) if callable(then) else then)
    response: HttpResponse = render(request, template, status=status, form=form, **context)
    return response


def say_why(form: Any, refusal: Refused) -> int:
    """Say beside the field or above the form why the act was refused."""
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
    if isinstance(refusal, Overtaken):
        form.renew()
    return 409


def keep_typed(form: Any, problem: Exception) -> int:
    """Say above the form who was faster, or why the disk did not take it; or pass the fault on."""
    if overtaken := overtaken_by(problem):
        return say_why(form, overtaken)
    trouble = met(problem)
    if trouble is None or not trouble.reading_goes_on:
        raise problem
    form.add_error(None, f"{trouble.sentence} What you typed is below; try again in some minutes.")
    return trouble.status
