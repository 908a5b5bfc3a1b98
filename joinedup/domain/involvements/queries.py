from datetime import date

from django.db.models import QuerySet

from joinedup.domain.involvements.models import Involvement
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import bodies_of
from joinedup.domain.people.models import Person

READERS = (
    PostKind.OFFICER,
    PostKind.MANAGER,
    PostKind.DIRECTOR,
    PostKind.LEADERSHIP,
    PostKind.AUDITOR,
)


def sides_of(partnership: Partnership, person: Person, day: date) -> QuerySet[Organisation]:
    """Return the bodies whose own side of this partnership ``person`` may read on ``day``.

    Their own bodies only, where they are officer, manager, director, leadership or auditor. Whoever
    merely holds a place for a body does not read its side, nor does a steward.
    """
    theirs = works_for(person, day, *READERS)
    return bodies_of(partnership, day).filter(pk__in=theirs)


def side_of(partnership: Partnership, organisation: Organisation) -> Involvement:
    """Return the body's side as told, or one that tells nothing yet. Ask ``sides_of`` first."""
    told = Involvement.objects.filter(partnership=partnership, organisation=organisation).first()
    return told or Involvement(partnership=partnership, organisation=organisation)
