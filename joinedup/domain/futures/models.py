from django.db import models
from django.db.models import CheckConstraint, Q

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.futures.kinds import QUESTIONS, SENTENCES, WITH_ANOTHER, Found, Outcome
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Review


class SixAnswers(models.Model):
    """What the members found of their partnership before they decided."""

    still_needed = models.CharField(max_length=6, choices=Found.choices)
    best_way = models.CharField(max_length=6, choices=Found.choices)
    worth_it = models.CharField(max_length=6, choices=Found.choices)
    right_members = models.CharField(max_length=6, choices=Found.choices)
    right_structure = models.CharField(max_length=6, choices=Found.choices)
    exit_workable = models.CharField(max_length=6, choices=Found.choices)

    class Meta:
        abstract = True

    @property
    def answers(self) -> list[tuple[str, str]]:
        """Each question with its answer in words."""
        return [(text, Found(getattr(self, name)).label) for name, text in QUESTIONS.items()]


class FutureDecision(Identified, Versioned, SixAnswers):
    """What was decided about the future of a partnership, by whom, when and why.

    ``review`` is the result that lay before those who decided, where there was one.
    """

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="future_decisions"
    )
    review = models.ForeignKey(
        Review, null=True, blank=True, on_delete=models.PROTECT, related_name="future_decisions"
    )
    outcome = models.CharField(max_length=9, choices=Outcome.choices)
    other = models.CharField(max_length=200, blank=True)
    reason = models.TextField()
    deciders = models.CharField(max_length=300)
    decided_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-decided_on", "-id"]
        constraints = [
            one_of("outcome", Outcome.values),
            CheckConstraint(
                condition=~Q(outcome__in=WITH_ANOTHER) | ~Q(other=""), name="future_names_other"
            ),
            Once(
                fields=["partnership", "decided_on"],
                name="future_decided_once_a_day",
                taken="Somebody else wrote down what was decided on this day a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """The outcome as it stands in a sentence, without a full stop."""
        return SENTENCES[Outcome(self.outcome)].format(other=self.other)


class Dissent(Identified):
    """A member's word that it disagrees with a decision, and why. It stays beside the decision."""

    decision = models.ForeignKey(FutureDecision, on_delete=models.CASCADE, related_name="dissents")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["said_at", "id"]
        constraints = [
            Once(
                fields=["decision", "membership"],
                name="dissent_once_a_member",
                taken="Somebody else said for the same member a moment ago that it disagrees.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.membership} disagrees"
