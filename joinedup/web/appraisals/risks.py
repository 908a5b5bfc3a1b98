"""Whether there is a risk assessment, which must exist before a partnership is entered."""

from typing import Any

from django.urls import reverse

from joinedup.domain.appraisals.models import Appraisal
from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.risks.queries import is_assessed

ASKS = "N25"


def has_risks(appraisal: Appraisal, request: Any) -> bool | None:
    """Tell whether the body has assessed the risks; None where that is not asked of it."""
    if appraisal.tier == Tier.NETWORK:
        return None
    return is_assessed(appraisal.partnership, appraisal.organisation, request.today)


def risks_told(appraisal: Appraisal, *, has_any: bool | None) -> dict[str, str]:
    """Return where the body's own list is, and what is said of it; nothing where none is asked."""
    if has_any is None:
        return {}
    args = [appraisal.partnership.public_id, appraisal.organisation.public_id]
    if has_any:
        return {"href": reverse("own_risks", args=args), "text": "The risks we have listed"}
    return {"href": reverse("own_risk_new", args=args), "text": "List the first risk"}
