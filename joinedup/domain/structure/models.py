from django.db import models
from django.db.models import F, Q

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.days import Dated
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.structure.kinds import LinkSort, Part


class Link(Identified, Versioned, Dated):
    """The ``lower`` partnership reports to, serves, advises or belongs to the ``upper`` one."""

    lower = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="links_up")
    upper = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="links_down")
    sort = models.CharField(max_length=10, choices=LinkSort.choices)
    part = models.CharField(max_length=8, choices=Part.choices, default=Part.NONE)
    theme = models.CharField(max_length=60, blank=True)
    folded_theme = models.CharField(max_length=200, blank=True, editable=False)

    class Meta(Dated.Meta):
        ordering = ["id"]
        constraints = [
            *Dated.Meta.constraints,
            one_of("sort", LinkSort.values),
            one_of("part", Part.values),
            models.CheckConstraint(condition=~Q(lower=F("upper")), name="link_to_another"),
            Once(
                fields=["lower", "upper", "sort"],
                condition=Q(to_on__isnull=True),
                name="link_open_once",
                taken="This link was made a moment ago.",
            ),
            Once(
                fields=["upper", "folded_theme"],
                condition=Q(part=Part.LEADS, to_on__isnull=True),
                name="one_lead_for_a_theme",
                taken="Another partnership was put in the lead on this theme a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lower} {self.get_sort_display()} {self.upper}"
