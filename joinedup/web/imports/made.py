"""What a file made and changed, with links; and taking it back."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.imports.queries import pages_of, steps_after
from joinedup.domain.intake.steps import THINGS
from joinedup.domain.undoing.actions import undo_import
from joinedup.domain.undoing.queries import what_undoing_does
from joinedup.domain.undoing.rules import why_not_undo
from joinedup.web.imports.forms import CheckForm
from joinedup.web.imports.steps import OUTCOMES, address_of, in_a_sentence, rows_of
from joinedup.web.imports.views import found

AT_ONCE, MOST_LISTED = 50, 100


@page(Audience.SIGNED_IN)
def import_made(request: Any, public_id: str, outcome: str, thing: str) -> HttpResponse:
    """What a file added or changed, of one sort, in the order of its rows."""
    applied = found(request, public_id)
    if thing not in THINGS or outcome not in OUTCOMES.values():
        raise Http404
    which = next(o for o, word in OUTCOMES.items() if word == outcome)
    typed = request.GET.get("after", "")
    after = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else 0
    steps = steps_after(applied, thing, which, after, AT_ONCE + 1)
    shown, more = steps[:AT_ONCE], len(steps) > AT_ONCE
    pages = pages_of(applied, shown)
    return render(
        request,
        "imports/made.html",
        file=applied,
        title=f"{THINGS[thing]} {outcome}",
        rows=[(step.label, step.row, address_of(*pages[step.pk])) for step in shown],
        following=f"?after={shown[-1].pk}" if more else "",
    )


@page(Audience.SIGNED_IN, methods="GET POST", grave=True)
def import_undo(request: Any, public_id: str) -> HttpResponseBase:
    """What would go and what would stay; then one press."""
    applied = found(request, public_id)
    why_not = why_not_undo(applied, request.user, request.today)
    undoing = None if why_not else what_undoing_does(applied)
    return form_page(
        request,
        CheckForm,
        "imports/undo.html",
        lambda typed: undo_import(applied, **typed, by=request.user, at=request.now),
        then=reverse("import", args=[public_id]),
        initial={"version": applied.version, "seen": undoing.digest() if undoing else ""},
        file=applied,
        goes=in_a_sentence(undoing.counts()) if undoing else "",
        put_back=len(undoing.put_back) if undoing else 0,
        stays=rows_of(undoing.stays[:MOST_LISTED]) if undoing else [],
        left=len(undoing.stays) if undoing else 0,
        why_not=why_not,
    )
