from datetime import datetime

from django.db import transaction

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.ideas.actions import propose_idea
from joinedup.domain.ideas.models import Idea
from joinedup.domain.ideas.rules import why_not_propose_record
from joinedup.domain.lifecycle.rules import why_not_begin_now, why_not_move_on
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
def move_record(
    partnership: Partnership, to: State, *, because: str, by: Person, at: datetime
) -> None:
    """Move a record on; an idea is proposed only when what is like it has been looked at.

    What is carried from an idea here begins by the gate alone.
    """
    insist(why_not_move_on(partnership, to, by, day_of(at)))
    if (partnership.state, to) == (State.IDEA, State.PROPOSED):
        idea = Idea.objects.filter(partnership=partnership).first()
        if idea is not None:
            propose_idea(idea, because=because, by=by, at=at)
            partnership.refresh_from_db()
            return
        insist(why_not_propose_record(partnership, by, day_of(at)))
    move_partnership(partnership, to, because=because, by=by, at=at)
