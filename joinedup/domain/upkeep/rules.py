from datetime import date

from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.people.models import Person


def why_not_look_after(person: Person, day: date) -> str | None:
    """Return why ``person`` may not see how the service stands nor see to it, or None."""
    if works_for(person, day, PostKind.STEWARD):
        return None
    return "Only a steward looks after the service."


def why_not_found(name: str, bearers: list[Organisation]) -> str | None:
    """Return why an installation cannot begin with an organisation of this name, or None."""
    if len(bearers) > 1:
        return (
            f"{len(bearers)} organisations here are or were called “{name}”. Give the whole name "
            "of the one that runs this installation."
        )
    return None
