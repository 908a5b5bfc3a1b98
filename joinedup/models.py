"""Every table, lowest package first: the contents page of the database."""

from joinedup.domain.jobs.models import Job
from joinedup.domain.journal.models import Entry
from joinedup.domain.notices.models import Message
from joinedup.domain.organisations.models import (
    Identifier,
    Organisation,
    OtherOrganisationName,
    Post,
)
from joinedup.domain.partnerships.models import (
    Holder,
    Hosting,
    Membership,
    OtherPartnershipName,
    Partnership,
    ReportedScore,
    Seat,
)
from joinedup.domain.people.models import Person
from joinedup.domain.places.models import Area

__all__ = [
    "Area",
    "Entry",
    "Holder",
    "Hosting",
    "Identifier",
    "Job",
    "Membership",
    "Message",
    "Organisation",
    "OtherOrganisationName",
    "OtherPartnershipName",
    "Partnership",
    "Person",
    "Post",
    "ReportedScore",
    "Seat",
]
