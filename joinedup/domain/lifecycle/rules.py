from datetime import date

from joinedup.domain.lifecycle.queries import gates_of, goes_by_gate
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.rules import why_not_move
from joinedup.domain.people.models import Person


def why_not_begin(partnership: Partnership, day: date) -> str | None:
    """Return the first thing that has to be there before a partnership begins, or None."""
    return next((gate.reason for gate in gates_of(partnership, day) if gate.reason), None)


def why_not_begin_now(partnership: Partnership, person: Person, day: date) -> str | None:
    """Return why ``person`` may not let a partnership begin now, or None."""
    reason = why_not_move(partnership, State.ACTIVE, person, day)
    return reason or why_not_begin(partnership, day)


def why_not_move_on(
    partnership: Partnership, to: State, person: Person | None, day: date
) -> str | None:
    """Return why the record may not simply be moved to state ``to`` now, or None.

    What begins by the gate begins on the page of its own, which asks for all that has to be there.
    """
    if to == State.ACTIVE and goes_by_gate(partnership):
        missing = why_not_begin(partnership, day)
        return missing or "All that has to be there is there. Let it begin on the page of its own."
    return why_not_move(partnership, to, person, day)
