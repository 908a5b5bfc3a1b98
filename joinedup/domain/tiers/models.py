from django.db import models

from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.tiers.kinds import Trigger


class TierDecision(models.Model):
    """The tier as it was worked out on a day, by whose figures. Never changed afterwards."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="tier_decisions"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    tier = models.PositiveSmallIntegerField(choices=Tier.choices)
    decided_on = models.DateField()
    decided_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answers = models.JSONField(default=dict)
    figures_from_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-decided_on", "-id"]

    def __str__(self) -> str:
        return f"{self.partnership}: {self.get_tier_display()}"


class FiredTrigger(models.Model):
    """A trigger that fired in a decision, with what was told and the threshold then in force."""

    decision = models.ForeignKey(TierDecision, on_delete=models.CASCADE, related_name="fired")
    trigger = models.CharField(max_length=14, choices=Trigger.choices)
    said = models.CharField(max_length=40)
    threshold = models.CharField(max_length=40)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "trigger"], name="trigger_fires_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_trigger_display()}: {self.said}"
