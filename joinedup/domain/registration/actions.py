from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.actions import (
    add_member,
    open_held_seat,
    register_partnership,
)
from joinedup.domain.partnerships.kinds import Capacity
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person


@transaction.atomic
def register_whole_partnership(
    name: str,
    *,
    host: Organisation,
    members: Sequence[Organisation | str],
    answers_name: str,
    answers_email: str,
    by: Person,
    at: datetime,
    **details: Any,
) -> Partnership:
    """Enter a partnership with who answers for it and its members, all of it or nothing.

    A member given as a name is put in the directory.
    """
    partnership = register_partnership(name, host=host, by=by, at=at, **details)
    if answers_email:
        place = add_member(partnership, host, by=by, at=at)
        capacity = Capacity.COORDINATOR
        open_held_seat(
            place, name=answers_name, email=answers_email, capacity=capacity, by=by, at=at
        )
    entered = {host.pk} if answers_email else set()
    for member in members:
        body = member
        if isinstance(body, str):
            body = add_organisation(body, sector=Sector.UNTOLD, by=by, at=at)
        if body.pk not in entered:
            entered.add(body.pk)
            add_member(partnership, body, by=by, at=at)
    return partnership
