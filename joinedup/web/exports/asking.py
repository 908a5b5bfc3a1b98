"""What somebody asked of a list, as its own page understands it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet

from joinedup.domain.parcels.kinds import What
from joinedup.web.organisations.views import asked_of as asked_of_directory
from joinedup.web.partnerships.views.register import asked_of as asked_of_register
from joinedup.web.searching import query_of


@dataclass(frozen=True)
class Asked:
    """A list, what it was narrowed by, the same in words and as the end of an address."""

    what: What
    found: QuerySet[Any]
    asked: dict[str, Any]
    told: list[tuple[str, str]]

    @property
    def query(self) -> str:
        """The end of the address that asks for the same again."""
        return query_of(self.asked)


def asked_of(what: What, request: Any) -> Asked:
    """Return what somebody may see of a list, narrowed as they asked."""
    ask = asked_of_directory if what == What.DIRECTORY else asked_of_register
    _, form, asked, found = ask(request)
    told = [(str(form.fields[name].label), said_of(form, name)) for name in asked]
    return Asked(what, found, asked, told)


def said_of(form: forms.Form, name: str) -> str:
    """Return what was asked of a filter, in the words of its page."""
    field, typed = form.fields[name], form.cleaned_data[name]
    labels = dict(field.choices) if isinstance(field, forms.ChoiceField) else {}
    return str(labels.get(typed) or {str(k): v for k, v in labels.items()}.get(typed) or typed)
