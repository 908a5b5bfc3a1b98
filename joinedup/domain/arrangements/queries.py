from datetime import date

from django.db.models import QuerySet

from joinedup.domain.arrangements.models import RelatedArrangement
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.people.models import Person

READERS = (
    PostKind.OFFICER,
    PostKind.MANAGER,
    PostKind.DIRECTOR,
    PostKind.LEADERSHIP,
    PostKind.AUDITOR,
)


def arrangements_of(person: Person, day: date) -> QuerySet[RelatedArrangement]:
    """Return the related arrangements of the bodies ``person`` works for, by name."""
    theirs = works_for(person, day, *READERS)
    return RelatedArrangement.objects.filter(organisation__in=theirs).select_related("organisation")
