from dataclasses import dataclass

from django.db.models import IntegerChoices, TextChoices

from joinedup.domain.thresholds.kinds import RISKS


class Category(TextChoices):
    """Where it comes from (domain.md 5.3)."""

    RK1 = "RK1", "Purpose and fit"
    RK2 = "RK2", "Governance and accountability"
    RK3 = "RK3", "Legal form and duties"
    RK4 = "RK4", "Money"
    RK5 = "RK5", "Fraud and interests"
    RK6 = "RK6", "Delivery and performance"
    RK7 = "RK7", "Partner capacity or withdrawal"
    RK8 = "RK8", "Key people"
    RK9 = "RK9", "Staff and volunteers"
    RK10 = "RK10", "Information and data"
    RK11 = "RK11", "People at risk"
    RK12 = "RK12", "Equality and community"
    RK13 = "RK13", "Reputation and trust"
    RK14 = "RK14", "Policy and structural change"
    RK15 = "RK15", "Assets, property and insurance"
    RK16 = "RK16", "Ending"


class Size(IntegerChoices):
    """How many steps of likelihood, and as many of impact, an organisation's matrix has."""

    FOUR = 4, "4 by 4"
    FIVE = 5, "5 by 5"


# The least product of each band: low, moderate, high, very high (docs/adr/0028).
STARTS = {Size.FOUR: (1, 4, 8, 12), Size.FIVE: (1, 5, 10, 15)}
LIKELIHOODS = {
    Size.FOUR: ("Unlikely", "Possible", "Likely", "Almost certain"),
    Size.FIVE: ("Rare", "Unlikely", "Possible", "Likely", "Almost certain"),
}
IMPACTS = {
    Size.FOUR: ("Minor", "Moderate", "Major", "Severe"),
    Size.FIVE: ("Slight", "Minor", "Moderate", "Major", "Severe"),
}


# The six steps of a score: were nothing done, with what is done, and as meant.
MARKS = (
    *("likelihood", "impact"),
    *("residual_likelihood", "residual_impact"),
    *("target_likelihood", "target_impact"),
)


@dataclass(frozen=True)
class Mark:
    """A likelihood times an impact on a matrix of a size."""

    likelihood: int
    impact: int
    size: int = Size.FOUR.value

    @property
    def product(self) -> int:
        """The figure of the matrix."""
        return self.likelihood * self.impact

    @property
    def band(self) -> str:
        """The value of thresholds.kinds.Risk that the figure falls in."""
        starts = STARTS[Size(self.size)]
        return RISKS[sum(self.product >= start for start in starts) - 1].value

    @property
    def rank(self) -> tuple[int, int]:
        """What orders marks of both sizes: by band, then by the figure on one scale of 400."""
        order = [each.value for each in RISKS]
        return order.index(self.band), self.product * 400 // self.size**2

    def __str__(self) -> str:
        return f"{self.product} of {self.size**2}"
