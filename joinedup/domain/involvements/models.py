from decimal import Decimal

from django.db import models
from django.db.models import UniqueConstraint

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.thresholds.kinds import Risk


class Involvement(Identified, Versioned):
    """One organisation's own side of a partnership it belongs to or hosts; private to it."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="involvements"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="involvements"
    )
    accountable_officer = models.CharField(max_length=200, blank=True)
    deputy = models.CharField(max_length=200, blank=True)
    sponsor = models.CharField(max_length=200, blank=True)
    elected_member = models.CharField(max_length=200, blank=True)
    director = models.CharField(max_length=200, blank=True)
    tier = models.PositiveSmallIntegerField(null=True, blank=True, choices=Tier.choices)
    tier_because = models.CharField(max_length=300, blank=True)
    # By the year: days of our officers' time, pounds, and what our things would cost in pounds.
    officer_days = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    cost = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    cost_in_kind = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    risk = models.CharField(max_length=9, choices=Risk.choices, default=Risk.UNTOLD)
    risk_remark = models.TextField(blank=True)
    risk_reviewed_on = models.DateField(null=True, blank=True)
    exit_words = models.TextField(blank=True)
    notice_days = models.PositiveSmallIntegerField(null=True, blank=True)
    may_leave_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            one_of("risk", Risk.values),
            UniqueConstraint(fields=["partnership", "organisation"], name="involvement_once"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.partnership}"

    def yearly_cost(self, day_rate: Decimal | None) -> Decimal | None:
        """Return what it costs us in a year, as far as told; None where nothing has been told."""
        days = self.officer_days * day_rate if self.officer_days and day_rate else None
        told = [part for part in (self.cost, self.cost_in_kind, days) if part is not None]
        return sum(told, Decimal()) if told else None
