from datetime import date

from django.db.models import QuerySet

from joinedup.domain.organisations.models import Organisation
from joinedup.domain.thresholds.kinds import Figures
from joinedup.domain.thresholds.models import Threshold


def thresholds_of(organisation: Organisation) -> QuerySet[Threshold]:
    """Return all figures the body ever went by or will, the latest first."""
    return Threshold.objects.filter(organisation=organisation)


def figures_on(organisation: Organisation, day: date) -> Figures:
    """Return what the body goes by on ``day``; the usual figures where it has set none."""
    held = thresholds_of(organisation).filter(from_on__lte=day).first()
    return held.figures if held else Figures()
