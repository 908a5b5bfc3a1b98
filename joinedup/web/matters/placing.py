"""Which places there are, and which lies in which: what residents find by."""

import csv
from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import Form
from joinedup.delivery.widgets import LongText
from joinedup.domain.matters.actions import PlaceLine, tell_places
from joinedup.domain.places.queries import some_areas
from joinedup.domain.upkeep.rules import why_not_look_after

SHOWN = 200
COLUMNS = 3


class PlacesForm(Form):
    lines = forms.CharField(
        label="Tell of places",
        help_text="One to a line: code, name, the code it lies in. For example, "
        "E05000123, Mill Ward, E07000123. As copied from a spreadsheet is fine.",
        max_length=500_000,
        widget=LongText(rows=8),
    )

    def clean_lines(self) -> list[PlaceLine]:
        """Return each line as code, name, and the code it lies in."""
        return list(lines_in(self.cleaned_data["lines"]))


def lines_in(typed: str) -> Iterator[PlaceLine]:
    """Yield the lines that say something; columns stand between tabs or commas."""
    for number, line in enumerate(typed.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            cells = next(csv.reader([line], delimiter="\t" if "\t" in line else ","))
        except csv.Error as problem:
            raise ValidationError(f"Line {number} cannot be read: it is too long.") from problem
        told = [cell.strip() for cell in cells]
        if len(told) > COLUMNS:
            raise ValidationError(
                f"Line {number} has {len(told)} columns. Put quotation marks around a name with a "
                "comma in it."
            )
        code, name, outer = [*told, "", ""][:COLUMNS]
        yield code.replace(" ", "").upper(), name, outer.replace(" ", "").upper()


@page(Audience.SIGNED_IN, methods="GET POST")
def places(request: Any) -> HttpResponseBase:
    """The places that are known, and telling of more; for stewards."""
    if why_not_look_after(request.user, request.today):
        raise Http404
    areas = some_areas(SHOWN + 1)
    return form_page(
        request,
        PlacesForm,
        "matters/places.html",
        lambda typed: tell_places(typed["lines"], by=request.user, at=request.now),
        then=reverse("places"),
        said=lambda told: f"Told of {told} {'place' if told == 1 else 'places'}.",
        areas=areas[:SHOWN],
        are_more=len(areas) > SHOWN,
    )
