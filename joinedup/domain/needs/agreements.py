"""What needs a person so that what members proposed for an agreement is not left lying."""

from datetime import date

from joinedup.domain.agreements.queries import proposals_to_decide
from joinedup.domain.clauses.catalogue import catalogue
from joinedup.domain.needs.needs import Need
from joinedup.domain.people.models import Person

FEW = 5


def agreements_need(person: Person, day: date) -> list[Need]:
    """Return the proposed changes that ``person`` is to take or to decline."""
    return [
        Need(
            f"Decide on the change to “{catalogue()[each.code].title}” that "
            f"{each.membership.member_name} proposes for {each.agreement.partnership.name}",
            None,
            "Look",
            "agreement_clause",
            (each.agreement.partnership.public_id, each.code),
        )
        for each in proposals_to_decide(person, day)[:FEW]
    ]
