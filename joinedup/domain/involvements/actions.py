from datetime import datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.involvements.models import Involvement
from joinedup.domain.involvements.rules import why_not_tell
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person


@transaction.atomic
def tell_involvement(
    partnership: Partnership,
    organisation: Organisation,
    *,
    version: int,
    by: Person | None,
    at: datetime,
    **values: Any,
) -> None:
    """Write down the body's own side of a partnership; nobody outside the body learns of it.

    ``version`` is 1 while nothing has been told.
    """
    insist(why_not_tell(partnership, organisation, by, day_of(at)))
    involvement, _ = Involvement.objects.get_or_create(
        partnership=partnership, organisation=organisation
    )
    names = sorted(name for name in values if getattr(involvement, name) != values[name])
    change(involvement, expecting=(None, version), **values)
    # Which fields, and never what they hold: private words stand in one place only.
    record("involvement.told", involvement, by=by, at=at, fields=names)
