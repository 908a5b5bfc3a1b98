from django.db import models
from django.db.models import CheckConstraint, Q

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, in_order, one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.sharing.kinds import (
    NEED_CONDITION,
    Assessment,
    Basis,
    Condition,
    DataKind,
    Outcome,
    Whom,
)
from joinedup.domain.sharing.kinds import Purpose as For

TWICE = "This was recorded a moment ago, by somebody else or by a second press."


class SharingArrangement(Identified, Versioned):
    """What one member may share with others, for what, on what ground; part of the shared record.

    ``edition`` grows when something changes that bodies confirmed.
    """

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="sharing_arrangements"
    )
    purpose = models.CharField(max_length=9, choices=For.choices)
    words = models.CharField(max_length=300)
    whom = models.CharField(max_length=9, choices=Whom.choices)
    basis = models.CharField(max_length=10, choices=Basis.choices)
    condition = models.CharField(max_length=13, choices=Condition.choices, default=Condition.UNTOLD)
    limits = models.TextField(blank=True)
    safeguards = models.TextField(blank=True)
    assessment = models.CharField(
        max_length=10, choices=Assessment.choices, default=Assessment.TO_DO
    )
    assessed_on = models.DateField(null=True, blank=True)
    not_needed_because = models.CharField(max_length=300, blank=True)
    joint_controllers = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    review_on = models.DateField()
    edition = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            one_of("purpose", For.values),
            one_of("whom", Whom.values),
            one_of("basis", Basis.values),
            one_of("condition", Condition.values),
            one_of("assessment", Assessment.values),
            in_order("starts_on", "ends_on"),
            in_order("starts_on", "review_on"),
            both_or_neither("withdrawn_at", "withdrawn_by"),
            CheckConstraint(
                condition=~Q(assessment=Assessment.DONE) | Q(assessed_on__isnull=False),
                name="assessed_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partnership}: {self.words}"


class SharedKind(models.Model):
    """One sort of information that an arrangement covers."""

    arrangement = models.ForeignKey(
        SharingArrangement, on_delete=models.CASCADE, related_name="kinds"
    )
    kind = models.CharField(max_length=9, choices=DataKind.choices)

    class Meta:
        ordering = ["id"]
        constraints = [
            one_of("kind", DataKind.values),
            Once(fields=["arrangement", "kind"], name="kind_shared_once", taken=TWICE),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def is_protected(self) -> bool:
        """Tell whether the law asks for a condition before it is shared."""
        return self.kind in NEED_CONDITION


class SharingParty(Identified):
    """A member named in an arrangement: whom to ask there, and its word on the text as it is."""

    arrangement = models.ForeignKey(
        SharingArrangement, on_delete=models.CASCADE, related_name="parties"
    )
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="sharing")
    is_source = models.BooleanField(default=False)
    contact = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-is_source", "membership__organisation__folded_name", "id"]
        constraints = [
            both_or_neither("confirmed_at", "confirmed_by"),
            Once(fields=["arrangement", "membership"], name="party_once", taken=TWICE),
            models.UniqueConstraint(
                fields=["arrangement"], condition=Q(is_source=True), name="one_source"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership}, {self.arrangement_id}"


class SharingDecision(Identified):
    """That a body shared or refused something; its own, and nothing about whom it concerned."""

    source = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    recipient = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=9, choices=DataKind.choices)
    whom = models.CharField(max_length=9, choices=Whom.choices)
    purpose = models.CharField(max_length=9, choices=For.choices)
    outcome = models.CharField(max_length=7, choices=Outcome.choices)
    because = models.CharField(max_length=300)
    on = models.DateField()
    arrangement = models.ForeignKey(
        SharingArrangement, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    told = models.CharField(max_length=3)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            one_of("kind", DataKind.values),
            one_of("whom", Whom.values),
            one_of("purpose", For.values),
            one_of("outcome", Outcome.values),
            Once(
                fields=[
                    "source",
                    "recipient",
                    "kind",
                    "whom",
                    "purpose",
                    "outcome",
                    "on",
                    "because",
                ],
                name="sharing_decided_once",
                taken=TWICE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, {self.on}"

    @property
    def answer_then(self) -> str:
        """The answer that the question had when this was recorded."""
        return {"YES": "yes", "NO": "no", "ASK": "ask first"}[self.told]
