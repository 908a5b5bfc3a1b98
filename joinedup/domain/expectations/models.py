from datetime import date, timedelta

from django.db import models
from django.db.models import CheckConstraint, F, Q

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, one_of
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.expectations.comparing import Said
from joinedup.domain.expectations.kinds import COLUMNS, QUESTIONS, Settled
from joinedup.domain.partnerships.kinds import Kind
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person

LONGEST_KIND = 14


class KindAsking(Identified, Versioned):
    """The members of a partnership asked, each by itself, what kind of partnership it is.

    ``closes_on`` is the last day to answer. ``shown_at`` is when all had answered, or when the day
    was found to have passed; ``differs`` says whether a difference was found then, and is null
    before.
    """

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="kind_askings"
    )
    asked_on = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    closes_on = models.DateField()
    shown_at = models.DateTimeField(null=True, blank=True)
    differs = models.BooleanField(null=True, blank=True)
    settled = models.CharField(max_length=6, choices=Settled.choices, blank=True)
    settled_kind = models.CharField(max_length=LONGEST_KIND, choices=Kind.choices, blank=True)
    settled_because = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-asked_on", "-id"]
        verbose_name_plural = "what kind its members say it is"
        indexes = [
            models.Index(
                fields=["closes_on"], condition=Q(shown_at__isnull=True), name="kind_askings_open"
            )
        ]
        constraints = [
            both_or_neither("shown_at", "differs"),
            both_or_neither("settled_at", "settled_by"),
            one_of("settled", ["", *Settled.values]),
            one_of("settled_kind", ["", *COLUMNS]),
            CheckConstraint(
                condition=Q(settled=Settled.AGREED) ^ Q(settled_kind=""),
                name="kind_named_where_agreed",
            ),
            CheckConstraint(
                condition=Q(settled="", settled_because="", settled_at__isnull=True)
                | (~Q(settled="") & ~Q(settled_because="") & Q(settled_at__isnull=False)),
                name="kind_settled_with_reasons",
            ),
            CheckConstraint(
                condition=Q(closes_on__gt=F("asked_on")), name="kind_asked_before_it_closes"
            ),
            Once(
                fields=["partnership", "asked_on"],
                name="kind_asked_once_a_day",
                taken="Somebody else asked the members a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partnership}, asked on {self.asked_on}"

    def is_open_to_all(self, day: date) -> bool:
        """Tell whether the answers may be seen on ``day``."""
        return self.shown_at is not None or day > self.closes_on

    @property
    def opened_on(self) -> date:
        """The day on which the answers are open to all, or will be at the latest."""
        return day_of(self.shown_at) if self.shown_at else self.closes_on + timedelta(days=1)


class SixColumns(models.Model):
    """Which column a member finds nearest the truth, question by question."""

    objectives = models.CharField(max_length=LONGEST_KIND, choices=Kind.choices)
    planning = models.CharField(max_length=LONGEST_KIND, choices=Kind.choices)
    roles = models.CharField(max_length=LONGEST_KIND, choices=Kind.choices)
    means = models.CharField(max_length=LONGEST_KIND, choices=Kind.choices)
    risk = models.CharField(max_length=LONGEST_KIND, choices=Kind.choices)
    inside = models.CharField(max_length=LONGEST_KIND, choices=Kind.choices)

    class Meta:
        abstract = True
        constraints = [one_of(name, [*COLUMNS]) for name in QUESTIONS]

    @property
    def answers(self) -> dict[str, str]:
        """The columns by question."""
        return {name: getattr(self, name) for name in QUESTIONS}


class KindAnswer(Identified, Versioned, SixColumns):
    """What one member says; nobody but ``answered_by`` reads it before the asking is open to all.

    Of two who speak for a member the later answers in place of the earlier, and is told so.
    """

    asking = models.ForeignKey(KindAsking, on_delete=models.CASCADE, related_name="answers")
    membership = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="kind_answers"
    )
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta(SixColumns.Meta):
        ordering = ["membership__organisation__folded_name", "membership__unit", "id"]
        verbose_name_plural = "what kind its members say it is"
        constraints = [
            *SixColumns.Meta.constraints,
            Once(
                fields=["asking", "membership"],
                name="kind_answered_once_a_member",
                taken="Somebody else answered for the same member a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        # Never what was said: this may stand in a log, or in a sentence for somebody else.
        return f"{self.membership} has answered"

    @property
    def said(self) -> Said:
        """The answers as they are laid beside those of others."""
        return Said(self.membership.member_name, self.answers)
