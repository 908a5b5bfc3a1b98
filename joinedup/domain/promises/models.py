from datetime import date

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import in_order, one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.promises.kinds import (
    COUNTED,
    LONGEST_WORDS,
    OWED,
    WAITING,
    Deed,
    PromiseState,
    Rhythm,
    Sort,
)


class Promise(Identified, Versioned):
    """What one member said it would bring or do: for the partnership, or for another member.

    ``amount`` is pounds or hours, and null for all other sorts or where nobody said how much; of
    a yearly promise it is that of one year. ``due_on`` is the day by which it is, or is next, to
    be delivered. ``times`` counts the deliveries that were confirmed, ``delivered_on`` is the day
    of the last one, or of the one that is said.
    """

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="promises")
    to = models.ForeignKey(
        Membership,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="promises_received",
    )
    sort = models.CharField(max_length=13, choices=Sort.choices)
    words = models.CharField(max_length=LONGEST_WORDS)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    rhythm = models.CharField(max_length=7, choices=Rhythm.choices, default=Rhythm.ONCE)
    promised_on = models.DateField()
    noted_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=9, choices=PromiseState.choices, default=PromiseState.OPEN)
    delivered_on = models.DateField(null=True, blank=True)
    times = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [
            Index(fields=["due_on"], condition=Q(state__in=WAITING), name="promises_waiting")
        ]
        constraints = [
            one_of("sort", Sort.values),
            one_of("rhythm", Rhythm.values),
            one_of("state", PromiseState.values),
            in_order("promised_on", "due_on"),
            in_order("promised_on", "delivered_on"),
            CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gt=0, sort__in=COUNTED),
                name="promise_amount_of_money_or_hours",
            ),
            CheckConstraint(
                condition=Q(to__isnull=True) | ~Q(to=F("membership")),
                name="promise_to_somebody_else",
            ),
            CheckConstraint(
                condition=Q(rhythm=Rhythm.LASTING) ^ Q(due_on__isnull=False),
                name="promise_due_unless_lasting",
            ),
            CheckConstraint(
                condition=~Q(state__in=(PromiseState.SAID, PromiseState.DELIVERED))
                | Q(delivered_on__isnull=False),
                name="promise_delivered_on_a_day",
            ),
            Once(
                fields=["membership", "sort", "words"],
                condition=Q(state__in=WAITING),
                name="promise_once",
                taken="This promise was written down a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def partnership(self) -> Partnership:
        """The partnership within which it was made."""
        return self.membership.partnership

    @property
    def receiver_name(self) -> str:
        """To whom it was made, as people name it."""
        return self.to.member_name if self.to else "The partnership"

    def is_late(self, day: date) -> bool:
        """Tell whether its day has passed and nobody says that it is delivered."""
        return self.state in OWED and self.due_on is not None and self.due_on < day


class PromiseStep(models.Model):
    """One thing done with a promise: by whom, when, and in what words."""

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="steps")
    deed = models.CharField(max_length=10, choices=Deed.choices)
    note = models.TextField(blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [one_of("deed", Deed.values)]

    def __str__(self) -> str:
        return f"{self.promise}: {self.get_deed_display()}"


class NothingPromised(Identified):
    """A member that says it promises nothing for now, which is not the same as silence."""

    membership = models.OneToOneField(
        Membership, on_delete=models.CASCADE, related_name="nothing_promised"
    )
    said_on = models.DateField()
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "nothing promised"

    def __str__(self) -> str:
        return f"{self.membership} promises nothing for now"
