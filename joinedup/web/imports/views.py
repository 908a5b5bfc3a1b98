from functools import wraps
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.delivery.paging import leaf_of
from joinedup.domain.arrivals.actions import begin_import, stage_long_import
from joinedup.domain.imports.actions import (
    apply_import,
    discard_import,
)
from joinedup.domain.imports.kinds import LONG_FILE, PIECE, ImportState
from joinedup.domain.imports.models import Import
from joinedup.domain.imports.queries import is_long, plan_of, story_of, visible_to
from joinedup.domain.imports.rules import (
    why_not_apply,
    why_not_discard,
    why_not_import,
    why_not_work_on,
)
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.queries import organisations_where
from joinedup.domain.rereading.actions import stage_and_keep_import
from joinedup.domain.undoing.queries import Stay
from joinedup.web.imports.changes import changed_things, new_things
from joinedup.web.imports.forms import CheckForm, PressForm, UploadForm
from joinedup.web.imports.steps import (
    Place,
    came_of,
    in_a_sentence,
    place_of,
    rows_of,
    rows_of_counts,
    told,
    what_came_in,
)

signed_in = page(Audience.SIGNED_IN, methods="GET POST")
MOST_LISTED = 100
LATEST_FIRST = ("-begun_at", "-pk")


def found(request: Any, public_id: str) -> Import:
    """Return the file when this person may see it; foreign and missing look the same."""
    return get_object_or_404(visible_to(request.user, request.today), public_id=public_id)


def when_free(view: Any) -> Any:
    """Go to the page that says how far the work is, while a worker has the file."""

    @wraps(view)
    def answer(request: Any, public_id: str) -> HttpResponseBase:
        staged = found(request, public_id)
        waits = staged.state == ImportState.STAGED and (staged.work or not staged.columns)
        unplanned = is_long(staged) and not staged.planned and view.__name__ != "import_columns"
        if waits or (unplanned and staged.state == ImportState.STAGED):
            return redirect("import", public_id)
        response: HttpResponseBase = view(request, public_id)
        return response

    return answer


@page(Audience.SIGNED_IN)
def imports(request: Any) -> HttpResponse:
    """The files brought in, or waiting, for bodies one is an officer of."""
    files = visible_to(request.user, request.today)
    return render(
        request,
        "imports/list.html",
        leaf=leaf_of(files, request, files, by=LATEST_FIRST),
        came_of=came_of,
        why_not=why_not_import(request.user, request.today),
    )


@signed_in
def import_new(request: Any) -> HttpResponseBase:
    """Choose the file; it is read and kept apart, and nothing of it is in the register yet."""
    own = organisations_where(request.user, request.today, *OFFICERS).order_by("folded_name", "id")
    hosts = {host.public_id: host for host in own}

    def act(typed: dict[str, Any]) -> Import:
        file = typed.pop("file")
        typed["organisation"] = hosts[typed["organisation"]]
        typed |= {"by": request.user, "at": request.now}
        if file.size > LONG_FILE:
            return stage_long_import(file.chunks(PIECE), file.name, **typed)
        return stage_and_keep_import(file.read(), file.name, **typed)

    return form_page(
        request,
        UploadForm,
        "imports/new.html",
        act,
        then=lambda staged: reverse("import_columns", args=[staged.public_id]),
        initial={"kind": "unsure"},
        form_options={"hosts": hosts},
        why_not=why_not_import(request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def import_page(request: Any, public_id: str) -> HttpResponse:
    """How far a file has come; or what came of it."""
    staged = found(request, public_id)
    if staged.state != ImportState.STAGED:
        counts = staged.outcome.get("counts", {})
        undone = staged.outcome.get("undone", {})
        return render(
            request,
            "imports/done.html",
            file=staged,
            created=in_a_sentence(counts.get("created", {})),
            rows=rows_of_counts(counts) if counts else [],
            came=what_came_in(staged) if staged.state == ImportState.APPLIED else [],
            went=in_a_sentence(undone.get("goes", {})),
            stays=rows_of([Stay(**stay) for stay in undone.get("stays", [])[:MOST_LISTED]]),
            left=undone.get("left", 0),
            left_out=staged.outcome.get("left_out", []),
            story=told(story_of(staged)),
        )
    if staged.work or not staged.columns:
        return render(request, "imports/working.html", file=staged)
    place = place_of(staged, request, plan_of)
    return render(
        request, "imports/import.html", file=staged, tasks=place.tasks(), following=place.next_page
    )


@signed_in
@when_free
def import_check(request: Any, public_id: str) -> HttpResponseBase:
    """What will happen, in a sentence, in figures and name by name; then one press."""
    staged = found(request, public_id)
    reason = why_not_work_on(staged, request.user, request.today)
    planned = plan_of(staged, request.user, request.today)
    place, counts = Place(staged, planned), planned.counts()
    act: Any = begin_import if is_long(staged) else apply_import
    return form_page(
        request,
        CheckForm,
        "imports/check.html",
        lambda typed: act(staged, **typed, by=request.user, at=request.now),
        then=reverse("import", args=[public_id]),
        initial={"version": staged.version, "seen": planned.digest()},
        file=staged,
        planned=planned,
        created=in_a_sentence(counts["created"]),
        updated=in_a_sentence(counts["updated"]),
        rows=rows_of_counts(counts),
        lists=new_things(planned, MOST_LISTED),
        changed=changed_things(planned, MOST_LISTED),
        most=MOST_LISTED,
        why_not=reason or why_not_apply(planned),
        following="" if place.members_confirmed else place.next_page,
    )


@signed_in
def import_discard(request: Any, public_id: str) -> HttpResponseBase:
    """Put a file aside; the register stays as it is."""
    staged = found(request, public_id)
    return form_page(
        request,
        PressForm,
        "imports/discard.html",
        lambda typed: discard_import(staged, **typed, by=request.user, at=request.now),
        then=reverse("imports"),
        initial={"version": staged.version},
        file=staged,
        why_not=why_not_discard(staged, request.user, request.today),
    )
