"""Whether there is a risk assessment, which must exist before a partnership is entered."""

from django.urls import reverse

from joinedup.domain.appraisals.models import Appraisal

ASKS = "N25"


def risks_told(appraisal: Appraisal, *, has_any: bool | None) -> dict[str, str]:
    """Return where the body's own list is, and what is said of it; nothing where none is asked."""
    if has_any is None:
        return {}
    args = [appraisal.partnership.public_id, appraisal.organisation.public_id]
    if has_any:
        return {"href": reverse("own_risks", args=args), "text": "The risks we have listed"}
    return {"href": reverse("own_risk_new", args=args), "text": "List the first risk"}
