"""Having a waiting file read in another way, without choosing it again."""

from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.imports.models import Import
from joinedup.domain.rereading.actions import reread_import
from joinedup.domain.rereading.rules import why_not_reread
from joinedup.web.imports.forms import ReadingForm
from joinedup.web.imports.views import found

HOW = ("sheet", "heading_row", "encoding", "delimiter")


def how_it_is_read(staged: Import) -> ReadingForm:
    """Return the form that shows how a file was read, to be sent to ``import_reading``."""
    return ReadingForm(initial=begun_with(staged), found=staged.found)


def begun_with(staged: Import) -> dict[str, Any]:
    """Return what was found out about a file, as its form begins."""
    return {name: staged.found.get(name) for name in HOW} | {"version": staged.version}


@page(Audience.SIGNED_IN, methods="GET POST")
def import_reading(request: Any, public_id: str) -> HttpResponseBase:
    """Read the file with other letters, another separator, sheet or row of headings."""
    staged = found(request, public_id)
    columns = reverse("import_columns", args=[public_id])
    return form_page(
        request,
        ReadingForm,
        "imports/reading.html",
        lambda typed: reread_import(staged, **typed, by=request.user, at=request.now),
        then=f"{columns}?first=rows",
        initial=begun_with(staged),
        form_options={"found": staged.found},
        file=staged,
        why_not=why_not_reread(staged, request.user, request.today),
    )
