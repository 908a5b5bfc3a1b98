"""Who comes to the pages of questionnaires, and which of them they find there."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.instruments.queries import instruments_visible_to
from joinedup.domain.instruments.rules import why_not_load_any


def found(request: Any, public_id: str) -> InstrumentVersion:
    """Return the questionnaire when this officer may see it; foreign and missing look the same."""
    visible = instruments_visible_to(request.user, request.today)
    return get_object_or_404(visible, public_id=public_id)


def for_officers(request: Any) -> None:
    """Answer everybody else as if there were no such page."""
    if why_not_load_any(request.user, request.today):
        raise Http404
