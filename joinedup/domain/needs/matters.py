"""What needs a person so that residents read who answers for what."""

from collections.abc import Iterator
from datetime import date

from joinedup.domain.matters.kinds import Answering
from joinedup.domain.matters.queries import matters_waiting
from joinedup.domain.needs.needs import Need
from joinedup.domain.people.models import Person

FEW = 3


def matters_need(person: Person, day: date) -> Iterator[Need]:
    """Yield the matters to accept for a body, and those on one's records that nobody answers."""
    for matter in matters_waiting(person, day)[: 2 * FEW]:
        if matter.answering == Answering.ASKED:
            text = f"Say whether {matter.organisation} answers for “{matter.name}”"
            yield Need(text, None, "Answer", "matter_reply", (matter.public_id,))
        else:
            text = f"Find who answers for “{matter.name}”: {matter.organisation} does not any more"
            where = (matter.partnership.public_id, matter.public_id)
            yield Need(text, None, "Look", "matter_change", where)
