from django.db.models import QuerySet

from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.journal.models import Entry


def history_of(thing: Identified, *joined: Identified) -> QuerySet[Entry]:
    """Return what was done to ``thing``, latest first. Ask ``visible_to`` of the thing first.

    ``joined`` are others of its sort whose history is a part of its own.
    """
    things = [each.public_id for each in (thing, *joined)]
    return Entry.objects.filter(kind=type(thing).__name__.lower(), thing__in=things)


def verbs_about(thing: Identified) -> list[str]:
    """Return the verbs of the thing's history in the order they happened."""
    return list(history_of(thing).order_by("id").values_list("verb", flat=True))
