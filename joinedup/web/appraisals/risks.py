"""Whether there is a risk assessment, which must exist before a partnership is entered."""

from joinedup.domain.appraisals.models import Appraisal


def has_risks(appraisal: Appraisal) -> bool | None:
    """Tell whether the body has assessed the risks; None while no list of risks is kept here."""
    return None
