from django.db import models
from django.db.models import CheckConstraint, Index, Q

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.stakeholders.kinds import (
    BY_HAND,
    TYPED,
    ApproachState,
    Source,
    Weight,
    Wish,
    YardstickSort,
)


class Stakeholder(Identified, Versioned):
    """Somebody who could be a member: a body of the directory, or a name where it has no entry.

    ``state`` is what was last said of it on ``moved_on``; whether it has joined is told by the
    memberships. ``because`` is why it is not invited, in words that it may read itself.
    """

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="stakeholders"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="stakes"
    )
    name = models.CharField(max_length=200, blank=True)
    folded_name = models.CharField(max_length=200, blank=True, editable=False)
    wish = models.CharField(max_length=7, choices=Wish.choices, default=Wish.UNTOLD)
    influence = models.CharField(max_length=6, choices=Weight.choices, default=Weight.UNTOLD)
    interest = models.CharField(max_length=6, choices=Weight.choices, default=Weight.UNTOLD)
    source = models.CharField(max_length=6, choices=Source.choices, default=Source.UNTOLD)
    aims = models.TextField(blank=True)
    asks = models.TextField(blank=True)
    gains = models.TextField(blank=True)
    ask_for = models.CharField(max_length=200, blank=True)
    introduced_by = models.CharField(max_length=200, blank=True)
    champion = models.CharField(max_length=200, blank=True)
    state = models.CharField(
        max_length=11, choices=ApproachState.choices, default=ApproachState.IDENTIFIED
    )
    moved_on = models.DateField()
    because = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            Index(
                fields=["moved_on"],
                condition=Q(state=ApproachState.INVITED),
                name="stakeholder_invited",
            )
        ]
        constraints = [
            one_of("state", [state.value for state in TYPED]),
            one_of("wish", Wish.values),
            one_of("influence", Weight.values),
            one_of("interest", Weight.values),
            one_of("source", Source.values),
            CheckConstraint(
                condition=Q(organisation__isnull=False, name="")
                | (Q(organisation__isnull=True) & ~Q(name="")),
                name="stakeholder_body_or_name",
            ),
            CheckConstraint(
                condition=(Q(state=ApproachState.NOT_INVITED) & ~Q(because=""))
                | (~Q(state=ApproachState.NOT_INVITED) & Q(because="")),
                name="not_invited_has_a_reason",
            ),
            Once(
                fields=["partnership", "organisation"],
                condition=Q(organisation__isnull=False),
                name="stakeholder_body_once",
                taken="This organisation was put on the map a moment ago.",
            ),
            Once(
                fields=["partnership", "folded_name"],
                condition=Q(organisation__isnull=True),
                name="stakeholder_name_once",
                taken="This name was put on the map a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """The name by which people know it: that of the directory, or as it was typed."""
        return self.organisation.name if self.organisation else self.name


class Approach(models.Model):
    """One step towards a stakeholder: to which state, on which day, by whom, with a note."""

    stakeholder = models.ForeignKey(
        Stakeholder, on_delete=models.CASCADE, related_name="approaches"
    )
    to = models.CharField(max_length=11, choices=ApproachState.choices)
    on = models.DateField()
    note = models.TextField(blank=True)
    because = models.TextField(blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-on", "-id"]
        verbose_name_plural = "approaches"
        constraints = [one_of("to", [state.value for state in TYPED])]

    def __str__(self) -> str:
        return f"{self.stakeholder}: {self.get_to_display()}"


class Yardstick(Identified, Versioned):
    """By what a partnership judges who is missing; it chooses that itself."""

    partnership = models.OneToOneField(
        Partnership, on_delete=models.CASCADE, related_name="yardstick"
    )

    def __str__(self) -> str:
        return f"Yardstick of {self.partnership}"


class YardstickLine(Identified, Versioned):
    """One thing that must be there: a sector, a kind of body, a group, a place or a service.

    ``value`` is a code of the directory, or the words typed for a place or service. Only there is
    a ``speaker`` named: nothing in the directory tells who speaks for a place.
    """

    yardstick = models.ForeignKey(Yardstick, on_delete=models.CASCADE, related_name="lines")
    sort = models.CharField(max_length=7, choices=YardstickSort.choices)
    value = models.CharField(max_length=100)
    folded_value = models.CharField(max_length=200, editable=False)
    speaker = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.SET_NULL, related_name="speaks_on"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            one_of("sort", YardstickSort.values),
            CheckConstraint(
                condition=Q(speaker__isnull=True) | Q(sort__in=[sort.value for sort in BY_HAND]),
                name="only_places_and_services_have_a_speaker",
            ),
            Once(
                fields=["yardstick", "sort", "folded_value"],
                name="yardstick_line_once",
                taken="This was put on the yardstick a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return self.value
