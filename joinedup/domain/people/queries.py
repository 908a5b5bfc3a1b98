from joinedup.domain.people.models import Person


def person_at(email: str) -> Person | None:
    """Return the person with this address, ignoring case and blanks around it."""
    return Person.objects.filter(email__iexact=email.strip()).first()
