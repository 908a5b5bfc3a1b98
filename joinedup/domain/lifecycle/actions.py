from datetime import datetime

from django.db import transaction

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.ideas.actions import move_record
from joinedup.domain.lifecycle.rules import why_not_begin_now, why_not_move_state
from joinedup.domain.partnerships.actions import change_partnership, move_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person


@transaction.atomic
def begin_partnership(partnership: Partnership, *, because: str, by: Person, at: datetime) -> None:
    """Let a proposed partnership begin, once everything that has to be there is."""
    day = day_of(at)
    insist(why_not_begin_now(partnership, by, day))
    move_partnership(partnership, State.ACTIVE, because=because, by=by, at=at)
    if partnership.starts_on is None:
        version = partnership.version
        change_partnership(partnership, version=version, by=by, at=at, starts_on=day)


@transaction.atomic
def move_state(
    partnership: Partnership, to: State, *, because: str, by: Person, at: datetime
) -> None:
    """Move a record on or back, but never past the gate."""
    insist(why_not_move_state(partnership, to), "to")
    move_record(partnership, to, because=because, by=by, at=at)
