from django.db import models
from django.db.models import CheckConstraint, Q

from joinedup.domain.agreements.models import Edition
from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither
from joinedup.domain.basics.days import Dated
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.people.models import Person

LONGEST_CAPACITY = 200
LONGEST_DIGEST = 64


class Signatory(Identified, Versioned, Dated):
    """Who may sign for a member, from a day on, and as what; named by the member's own side."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="signatories")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    # Their post or place in words, as it stands beside each signature they give.
    capacity = models.CharField(max_length=LONGEST_CAPACITY)

    class Meta(Dated.Meta):
        ordering = ["person__name", "from_on", "id"]
        verbose_name_plural = "signatories"
        constraints = [
            *Dated.Meta.constraints,
            CheckConstraint(
                condition=Q(from_on__isnull=False) & ~Q(capacity=""),
                name="signatory_from_a_day_as_something",
            ),
            Once(
                fields=["membership", "person"],
                condition=Q(to_on__isnull=True),
                name="signatory_named_once",
                taken="Somebody else named the same person a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} signs for {self.membership}"


class SignOff(Identified):
    """One signature of one member under one exact text; never changed, never taken back.

    ``name`` is of whoever signed. Where that was on paper, ``paper`` says on which, and ``person``
    is whoever wrote it down here; otherwise ``person`` signed.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="signoffs")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="signoffs")
    # The first or the second of two people of the member.
    position = models.PositiveSmallIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    capacity = models.CharField(max_length=LONGEST_CAPACITY)
    digest = models.CharField(max_length=LONGEST_DIGEST)
    at = models.DateTimeField()
    paper = models.CharField(max_length=300, blank=True)
    paper_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["membership__organisation__folded_name", "membership__unit", "position", "id"]
        constraints = [
            CheckConstraint(condition=Q(position__in=[1, 2]), name="signoff_first_or_second"),
            CheckConstraint(
                condition=Q(paper="", paper_on__isnull=True)
                | ~Q(paper="") & Q(paper_on__isnull=False),
                name="signoff_paper_with_its_day",
            ),
            CheckConstraint(
                condition=~Q(name="") & ~Q(capacity=""), name="signoff_by_somebody_as_something"
            ),
            Once(
                fields=["edition", "membership", "position"],
                name="signoff_once_a_member",
                taken="Somebody else signed for the same member a moment ago.",
            ),
            Once(
                fields=["edition", "membership", "person"],
                condition=Q(paper=""),
                name="signoff_once_a_person",
                taken="You signed for this member a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} for {self.membership}"

    @property
    def is_on_paper(self) -> bool:
        """Whether somebody wrote down here what another signed on paper."""
        return self.paper != ""


class Refusal(Identified, Versioned):
    """That a member will not sign a text, and why; all members read it.

    It is over when the member signs after all: then ``taken_back_at`` and who signed.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="refusals")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="refusals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=LONGEST_CAPACITY)
    reasons = models.TextField()
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            both_or_neither("taken_back_at", "taken_back_by"),
            CheckConstraint(condition=~Q(reasons=""), name="refusal_with_reasons"),
            Once(
                fields=["edition", "membership"],
                condition=Q(taken_back_at__isnull=True),
                name="refusal_once_a_member",
                taken="Somebody else refused for the same member a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership} will not sign"
