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
    # How many months may pass from one review to the next, for each tier.
    months_of_1: int = 12
    months_of_2: int = 12
    months_of_3: int = 12
    from_on: date | None = None

    def months_of(self, tier: int | None) -> int:
        """Return how often a partnership of this tier is reviewed; of the least, where unknown."""
        return {1: self.months_of_1, 2: self.months_of_2}.get(tier or 0, self.months_of_3)
