from django.db import models
from django.db.models import F, Q, UniqueConstraint

from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.thresholds.kinds import RISKS, Figures, Risk

# Months from one review to the next, unless an organisation sets others (domain.md 5.1).
YEARLY = 12


class Threshold(Identified):
    """The figures an organisation goes by from a day on, until the next such day."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="thresholds"
    )
    from_on = models.DateField()
    yearly_input = models.DecimalField(max_digits=12, decimal_places=2)
    smaller_input = models.DecimalField(max_digits=12, decimal_places=2)
    officer_days = models.DecimalField(max_digits=6, decimal_places=1)
    risk_from = models.CharField(max_length=9, choices=Risk.choices, default=Risk.HIGH)
    day_rate = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    months_of_1 = models.PositiveSmallIntegerField(default=YEARLY)
    months_of_2 = models.PositiveSmallIntegerField(default=YEARLY)
    months_of_3 = models.PositiveSmallIntegerField(default=YEARLY)
    because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-from_on"]
        constraints = [
            one_of("risk_from", [risk.value for risk in RISKS]),
            UniqueConstraint(fields=["organisation", "from_on"], name="threshold_once_a_day"),
            models.CheckConstraint(
                condition=Q(yearly_input__gte=F("smaller_input"), smaller_input__gte=0),
                name="threshold_smaller_is_not_greater",
            ),
            models.CheckConstraint(
                condition=Q(months_of_1__gte=1, months_of_2__gte=1, months_of_3__gte=1),
                name="threshold_reviews_a_month_apart",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} from {self.from_on}"

    @property
    def figures(self) -> Figures:
        """The figures as plain values."""
        return Figures(
            yearly_input=self.yearly_input,
            smaller_input=self.smaller_input,
            officer_days=self.officer_days,
            risk_from=self.risk_from,
            day_rate=self.day_rate,
            months_of_1=self.months_of_1,
            months_of_2=self.months_of_2,
            months_of_3=self.months_of_3,
            from_on=self.from_on,
        )
