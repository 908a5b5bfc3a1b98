"""The words of a mail, from a template in ``templates/mail``."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string


def letter(template: str, **context: Any) -> tuple[str, str]:
    """Return subject and body of a mail: the first line of its template is the subject."""
    text = render_to_string(f"mail/{template}.txt", {"address": settings.ADDRESS, **context})
    subject, _, body = text.strip().partition("\n")
    return subject.strip(), body.strip() + "\n"
