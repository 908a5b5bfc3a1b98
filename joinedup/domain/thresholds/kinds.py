from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import TextChoices


class Risk(TextChoices):
    """How much is at stake after all that is done about it (domain.md 5.3)."""

    UNTOLD = "UNTOLD", "Not yet told us"
    LOW = "LOW", "Low"
    MODERATE = "MODERATE", "Moderate"
    HIGH = "HIGH", "High"
    VERY_HIGH = "VERY_HIGH", "Very high"


RISKS = (Risk.LOW, Risk.MODERATE, Risk.HIGH, Risk.VERY_HIGH)


@dataclass(frozen=True)
class Figures:
    """What an organisation goes by on a day; those of domain.md 5.1 where it has set none."""

    yearly_input: Decimal = Decimal(50_000)
    smaller_input: Decimal = Decimal(10_000)
    officer_days: Decimal = Decimal(10)
    risk_from: str = Risk.HIGH.value
    day_rate: Decimal | None = None
    from_on: date | None = None
