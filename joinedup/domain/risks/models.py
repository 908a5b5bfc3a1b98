from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.risks.kinds import Category, Mark, Size

TAKEN = "This risk was added a moment ago, by somebody else or a second press."


class RiskMatrix(Identified):
    """The size of the one matrix an organisation scores on, from a day on."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="risk_matrices"
    )
    from_on = models.DateField()
    size = models.PositiveSmallIntegerField(choices=Size.choices)
    because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-from_on"]
        verbose_name_plural = "risk matrices"
        constraints = [
            CheckConstraint(condition=Q(size__in=Size.values), name="riskmatrix_size_known"),
            UniqueConstraint(fields=["organisation", "from_on"], name="riskmatrix_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.get_size_display()} of {self.organisation} from {self.from_on}"


class ListedRisk(Identified, Versioned):
    """One thing that could go wrong: the partnership's, or one body's own and private to it."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="listed_risks"
    )
    # Whose own it is; empty where it is the partnership's, which all its members share.
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="own_risks"
    )
    category = models.CharField(max_length=4, choices=Category.choices)
    cause = models.CharField(max_length=300)
    effect = models.CharField(max_length=300)
    controls = models.TextField(blank=True)
    owner = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    owner_post = models.CharField(max_length=200, blank=True)
    review_on = models.DateField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_because = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["owner", "review_on"], name="risk_by_owner")]
        constraints = [
            one_of("category", Category.values),
            both_or_neither("closed_at", "closed_by"),
            CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(closed_because=""),
                name="risk_closed_with_a_reason",
            ),
            CheckConstraint(
                condition=Q(owner__isnull=False) | ~Q(owner_post=""), name="risk_has_an_owner"
            ),
            Once(
                fields=["partnership", "cause", "effect"],
                condition=Q(organisation=None, closed_at=None),
                name="risk_shared_once",
                taken=TAKEN,
            ),
            Once(
                fields=["partnership", "organisation", "cause", "effect"],
                condition=Q(closed_at=None),
                name="risk_own_once",
                taken=TAKEN,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cause.rstrip('.')}: {self.effect}"

    @property
    def owned_by(self) -> str:
        """Who answers for it, person or post."""
        return ", ".join(str(part) for part in (self.owner, self.owner_post) if part)


class RiskScore(Identified):
    """What somebody judged a risk to be on a day, on the matrix of that day; never changed."""

    risk = models.ForeignKey(ListedRisk, on_delete=models.CASCADE, related_name="scores")
    size = models.PositiveSmallIntegerField(choices=Size.choices)
    likelihood = models.PositiveSmallIntegerField()
    impact = models.PositiveSmallIntegerField()
    residual_likelihood = models.PositiveSmallIntegerField()
    residual_impact = models.PositiveSmallIntegerField()
    target_likelihood = models.PositiveSmallIntegerField()
    target_impact = models.PositiveSmallIntegerField()
    remark = models.CharField(max_length=300, blank=True)
    scored_at = models.DateTimeField()
    scored_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-scored_at", "-id"]
        constraints = [
            CheckConstraint(condition=Q(size__in=Size.values), name="riskscore_size_known"),
            CheckConstraint(
                condition=Q(
                    likelihood__range=(1, F("size")),
                    impact__range=(1, F("size")),
                    residual_likelihood__range=(1, F("likelihood")),
                    residual_impact__range=(1, F("impact")),
                    target_likelihood__range=(1, F("residual_likelihood")),
                    target_impact__range=(1, F("residual_impact")),
                ),
                name="riskscore_on_its_matrix",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.residual} on {self.scored_at:%Y-%m-%d}"

    @property
    def before(self) -> Mark:
        """How much it would be were nothing done about it."""
        return Mark(self.likelihood, self.impact, self.size)

    @property
    def residual(self) -> Mark:
        """How much is left after the controls there are."""
        return Mark(self.residual_likelihood, self.residual_impact, self.size)

    @property
    def target(self) -> Mark:
        """How much we mean to be left with."""
        return Mark(self.target_likelihood, self.target_impact, self.size)
