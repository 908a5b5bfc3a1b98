"""Looking for an organisation by any name it has or had, then choosing one of those found."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponseBase

from joinedup.delivery.acts import form_page
from joinedup.delivery.forms import Form
from joinedup.delivery.widgets import Radios
from joinedup.domain.basics.days import period_in_words
from joinedup.domain.basics.folding import folded
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import found_by, other_names_of, visible_to

FEW = 20


def organisations_named(request: Any, typed: str) -> dict[str, tuple[Organisation, str]]:
    """Return the first few bodies found by any name, each with a line that tells it apart."""
    if not folded(typed):
        return {}
    found = list(found_by(typed, visible_to(request.user))[:FEW])
    others = other_names_of([body.pk for body in found])
    return {body.public_id: (body, line_of(body, others.get(body.pk, []))) for body in found}


def line_of(body: Organisation, others: list[str]) -> str:
    """Return what tells a body from another of a like name."""
    when = period_in_words(body.from_on, body.to_on)
    also = f"Also or formerly {', '.join(others)}" if others else ""
    said = (str(body.get_sector_display()), when[:1].upper() + when[1:], also)
    return ". ".join(part for part in said if part)


class ChosenForm(Form):
    """One organisation out of those that were found."""

    organisation = forms.ChoiceField(label="Which organisation?", choices=[], widget=Radios())

    def __init__(self, *args: Any, found: dict[str, tuple[Any, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {key: body for key, (body, _) in found.items()}
        field = self.fields["organisation"]
        field.widget = Radios(hints={key: hint for key, (_, hint) in found.items() if hint})
        field.choices = [(key, body.name) for key, body in self.found.items()]

    def clean_organisation(self) -> Any:
        """Return the organisation itself."""
        return self.found.get(self.cleaned_data["organisation"])


def choosing_page(
    request: Any,
    form_class: Any,
    template: str,
    act: Callable[[dict[str, Any]], Any],
    then: Any,
    **context: Any,
) -> HttpResponseBase:
    """Show a search for an organisation, and what is asked of the one that is chosen."""
    typed = request.GET.get("find", "")
    bodies = organisations_named(request, typed)
    options = {"found": bodies}
    return form_page(
        request,
        form_class,
        template,
        act,
        then,
        form_options=options,
        find=typed,
        bodies=bodies,
        **context,
    )
