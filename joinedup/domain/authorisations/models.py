from django.db import models
from django.db.models import CheckConstraint, F, Q

from joinedup.domain.appraisals.models import Appraisal
from joinedup.domain.authorisations.kinds import TIERS_TOLD, State
from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, one_of
from joinedup.domain.basics.days import Dated
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.figures.wording import in_pounds
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.people.models import Person


class Authoriser(Identified, Versioned, Dated):
    """Who may say yes for a body, from a day on: up to how many pounds, and from which tier down.

    Only its last day is ever changed, so that what was decided by it can always be told.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="authorisers"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    # In pounds; any amount where it is null.
    up_to = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    tier = models.PositiveSmallIntegerField(choices=Tier.choices)
    because = models.CharField(max_length=300, blank=True)

    class Meta(Dated.Meta):
        ordering = ["id"]
        constraints = [
            *Dated.Meta.constraints,
            CheckConstraint(
                condition=Q(up_to__isnull=True) | Q(up_to__gt=0), name="authoriser_up_to_something"
            ),
            CheckConstraint(condition=Q(from_on__isnull=False), name="authoriser_from_a_day"),
            Once(
                fields=["organisation", "person", "from_on"],
                name="authoriser_once_a_day",
                taken="Somebody else set a limit for this person from this day a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} for {self.organisation}"

    @property
    def limit(self) -> str:
        """What they may authorise, in words: “up to £50,000, tiers 2 and 3”."""
        most = "any amount" if self.up_to is None else f"up to {in_pounds(self.up_to)}"
        return f"{most}, {TIERS_TOLD[self.tier]}"


class Authorisation(Identified, Versioned):
    """A finished appraisal put to a named authoriser, and what was decided.

    The route is that of the day it was asked: ``authoriser`` is the limit that held then.
    """

    appraisal = models.ForeignKey(
        Appraisal, on_delete=models.CASCADE, related_name="authorisations"
    )
    authoriser = models.ForeignKey(Authoriser, on_delete=models.PROTECT, related_name="asked")
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    words = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # What was granted: up to how many pounds, until which day, on which conditions.
    granted = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    conditions = models.TextField(blank=True)
    reasons = models.TextField(blank=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            one_of("state", State.values),
            both_or_neither("decided_at", "decided_by"),
            CheckConstraint(
                condition=~Q(state=State.AUTHORISED)
                | Q(granted__lte=F("amount"), granted__gte=0, ends_on__isnull=False),
                name="authorisation_has_limits",
            ),
            CheckConstraint(
                condition=~Q(state=State.REFUSED) | ~Q(reasons=""),
                name="authorisation_refused_with_reasons",
            ),
            CheckConstraint(
                condition=Q(state=State.ASKED, decided_at__isnull=True)
                | ~Q(state=State.ASKED) & Q(decided_at__isnull=False),
                name="authorisation_decided_by_somebody",
            ),
            CheckConstraint(condition=Q(amount__gte=0), name="authorisation_amount_not_negative"),
            Once(
                fields=["appraisal"],
                condition=~Q(state=State.WITHDRAWN),
                name="authorisation_one_at_a_time",
                taken="Somebody else asked for this a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.appraisal}: {self.get_state_display()}"


class Receipt(Versioned):
    """That a director was told of what is asked: when told, when read, and what they said.

    ``told_at`` is null where they have no address for mail; it waits on their first page even so.
    """

    authorisation = models.ForeignKey(
        Authorisation, on_delete=models.CASCADE, related_name="receipts"
    )
    director = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    guidance = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["authorisation", "director"], name="receipt_once_a_director"
            ),
            CheckConstraint(
                condition=Q(guidance="") | Q(read_at__isnull=False),
                name="receipt_guidance_was_read",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.director}: {self.authorisation}"
