from datetime import date

from django.db.models import Q, QuerySet

from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.instruments.queries import instruments_visible_to
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.queries.rounds import rounds_visible_to


def questionnaires_visible_to(person: Person, day: date) -> QuerySet[InstrumentVersion]:
    """Return the questionnaires ``person`` may read: an officer's, and what rounds they see ask.

    An auditor, a director or the leadership reads what was asked, and takes nothing along.
    """
    asked = rounds_visible_to(person, day).order_by().values("instrument")
    own = instruments_visible_to(person, day).order_by().values("pk")
    readable = Q(pk__in=asked) | Q(pk__in=own)
    return InstrumentVersion.objects.filter(readable).select_related("owner")
