"""One conditional write for every change of state, so that no work is silently lost."""

from typing import Any

from django.db import models
from django.db.models import F, Q, QuerySet

from joinedup.domain.basics.refusals import Overtaken


class Versioned(models.Model):
    """A thing that people change by hand; ``version`` grows with each change."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


def change(thing: Versioned, *, expecting: tuple[str | None, int], **values: Any) -> None:
    """Write ``values`` in one conditional update and bring ``thing`` up to date.

    ``expecting`` is the (state, version) the person saw; the state is None for things without
    one. Refuses when the row has moved on since, so the second of two editors is told and
    nothing is overwritten.
    """
    state, version = expecting
    rows: QuerySet[Any] = type(thing)._default_manager.filter(pk=thing.pk, version=version)
    if state is not None:
        rows = rows.filter(Q(state=state))
    if rows.update(version=F("version") + 1, **values) == 0:
        raise Overtaken(
            "Somebody else changed this while you had it open. "
            "Nothing of theirs was overwritten. Look at it again, then make your change."
        )
    for name, value in values.items():
        setattr(thing, name, value)
    thing.version = version + 1
