from django.db import models
from django.db.models import CheckConstraint, Q

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.contributions.kinds import Sort
from joinedup.domain.partnerships.models import Membership


class Contribution(Identified, Versioned):
    """What one member puts in during one year, of one sort; part of the shared record.

    ``amount`` is pounds, or hours where the sort is hours; null where nobody has told how much.
    ``year`` is the one in which the financial year begins.
    """

    membership = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="contributions"
    )
    year = models.PositiveSmallIntegerField()
    sort = models.CharField(max_length=5, choices=Sort.choices)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-year", "membership__organisation__folded_name", "sort", "id"]
        constraints = [
            one_of("sort", Sort.values),
            CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=0),
                name="contribution_not_less_than_nothing",
            ),
            Once(
                fields=["membership", "year", "sort", "words"],
                name="contribution_once",
                taken="This was noted a moment ago, by somebody else or by a second press.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership}, {self.year}: {self.get_sort_display()}"
