"""What the pages about what is public begin with, and where they lead back to."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import visible_to


def opened(request: Any, public_id: str) -> Partnership:
    """Return the partnership when this person may open it."""
    return get_object_or_404(visible_to(request.user, request.today), public_id=public_id)


def back_to(partnership: Partnership) -> str:
    """Return the address of the page that lists what is public."""
    return reverse("partnership_public", args=[partnership.public_id])
