from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from joinedup.domain.people.queries import person_at


def why_not_known_by(email: str | None) -> str | None:
    """Return why a new person may not have this address, or None."""
    if email is None:
        return None
    try:
        validate_email(email)
    except ValidationError:
        return f"“{email}” is not an email address, such as name@example.org."
    if person_at(email) is not None:
        return "Somebody in the directory already has this email address."
    return None
