"""The lines of the last page of a paper: one for each member there is."""

from datetime import date

from joinedup.domain.agreements.models import Agreement
from joinedup.domain.agreements.papers import SignatureLine
from joinedup.domain.partnerships.queries import members_of


def lines_of(agreement: Agreement, day: date) -> tuple[SignatureLine, ...]:
    """Return a line to sign on for each member of ``day``."""
    members = members_of(agreement.partnership, day)
    return tuple(SignatureLine(member.member_name) for member in members)
