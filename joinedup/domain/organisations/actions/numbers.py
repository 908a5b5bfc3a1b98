from datetime import datetime

from django.db import transaction

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Identifier, Organisation
from joinedup.domain.organisations.rules import (
    why_not_change_organisation,
    why_not_identified_by,
)
from joinedup.domain.people.models import Person
from joinedup.domain.registers.numbers import normalised


@transaction.atomic
def identify_organisation(
    organisation: Organisation, scheme: str, value: str, *, by: Person | None, at: datetime
) -> None:
    """Record the number by which a register knows the body, as that register writes it."""
    insist(why_not_change_organisation(organisation, by, day_of(at)))
    insist(why_not_identified_by(scheme, value), "value")
    value = normalised(scheme, value)
    Identifier.objects.create(organisation=organisation, scheme=scheme, value=value)
    record("organisation.identified", organisation, by=by, at=at, scheme=scheme, value=value)


@transaction.atomic
def correct_identifier(
    identifier: Identifier, value: str, *, because: str = "", by: Person | None, at: datetime
) -> None:
    """Put a mistyped number right; the history keeps what it was."""
    organisation, scheme, old = identifier.organisation, identifier.scheme, identifier.value
    insist(why_not_change_organisation(organisation, by, day_of(at)))
    insist(why_not_identified_by(scheme, value, identifier), "value")
    value = normalised(scheme, value)
    if value == old:
        return
    Identifier.objects.filter(pk=identifier.pk).update(value=value)
    record(
        "organisation.renumbered",
        organisation,
        by=by,
        at=at,
        because=because,
        scheme=scheme,
        value=value,
        old=old,
    )


@transaction.atomic
def remove_identifier(
    identifier: Identifier, *, because: str, by: Person | None, at: datetime
) -> None:
    """Take away a number that is not this body's; another body may then have it."""
    organisation = identifier.organisation
    insist(why_not_change_organisation(organisation, by, day_of(at)))
    identifier.delete()
    record(
        "organisation.unnumbered",
        organisation,
        by=by,
        at=at,
        because=because,
        scheme=identifier.scheme,
        value=identifier.value,
    )
