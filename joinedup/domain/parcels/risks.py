"""The risks a body shares and those it keeps for itself, a row for each score."""

from datetime import datetime

from django.db.models import Q, QuerySet

from joinedup.domain.basics.days import day_of
from joinedup.domain.exports.columns import Column
from joinedup.domain.exports.columns import in_words as labelled
from joinedup.domain.exports.contributions import plainly
from joinedup.domain.exports.rows import Sheet
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.parcels.appraised import on_its_day
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.risks.kinds import Category, Size
from joinedup.domain.risks.models import RiskScore
from joinedup.domain.risks.queries import risks_visible_to

STEPS = (
    ("Likelihood if nothing were done", "likelihood"),
    ("Impact if nothing were done", "impact"),
    ("Likelihood now", "residual_likelihood"),
    ("Impact now", "residual_impact"),
    ("Likelihood meant", "target_likelihood"),
    ("Impact meant", "target_impact"),
)
RISKS = (
    Column("Partnership number", "risk__partnership__public_id"),
    Column("Partnership", "risk__partnership__name"),
    Column("Own list of", "risk__organisation__name"),
    Column("Risk number", "risk__public_id"),
    Column("Kind", "risk__category", labelled(Category)),
    Column("What could happen", "risk__cause"),
    Column("What would come of it", "risk__effect"),
    Column("What is done about it", "risk__controls"),
    Column("Person who answers", "risk__owner__name"),
    Column("Post that answers", "risk__owner_post"),
    Column("To be looked at again by", "risk__review_on"),
    Column("Closed on", "risk__closed_at", on_its_day),
    Column("Why it was closed", "risk__closed_because"),
    Column("Scored on", "scored_at", day_of),
    Column("Scored by", "scored_by__name"),
    Column("Matrix", "size", labelled(Size)),
    *(Column(heading, name) for heading, name in STEPS),
    Column("What had changed", "remark"),
)


def risks_sheet(
    body: Organisation, person: Person, theirs: QuerySet[Partnership], at: datetime
) -> Sheet:
    """Return every score of the body's own risks, and of those its partnerships share."""
    of_both = Q(organisation=None) | Q(organisation=body)
    read = risks_visible_to(person, day_of(at)).filter(of_both, partnership__in=theirs)
    keys = read.prefetch_related(None).order_by().values("pk")
    found = RiskScore.objects.filter(risk__in=keys)
    return plainly("Risks", RISKS, found.order_by("risk__partnership__folded_name", "risk", "pk"))
