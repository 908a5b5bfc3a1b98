from django.db.models import QuerySet

from joinedup.domain.people.models import Person
from joinedup.domain.searches.models import KeptSearch


def kept_by(person: Person) -> QuerySet[KeptSearch]:
    """Return the searches ``person`` keeps, by name; nobody sees another's."""
    if not person.is_authenticated:
        return KeptSearch.objects.none()
    return KeptSearch.objects.filter(person=person)
