from django.db import models
from django.db.models import CheckConstraint, Q

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.people.models import Person
from joinedup.domain.priorities.kinds import ActionState
from joinedup.domain.reviews.models import Review


class Priority(Identified):
    """A weak section or statement of a result that the partnership chose to work on, and why."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="priorities")
    about = models.CharField(max_length=20)
    reason = models.TextField()
    chosen_at = models.DateTimeField()
    chosen_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["chosen_at", "id"]
        verbose_name_plural = "priorities"
        constraints = [
            Once(
                fields=["review", "about"],
                name="priority_once",
                taken="Somebody else chose this priority a moment ago.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.about} of {self.review}"


class PriorityAction(Identified, Versioned):
    """One thing somebody does about a priority by a day, and what became of it."""

    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="actions")
    what = models.CharField(max_length=300)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    state = models.CharField(max_length=7, choices=ActionState.choices, default=ActionState.TODO)
    because = models.TextField(blank=True)
    moved_at = models.DateTimeField(null=True, blank=True)
    moved_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["state", "due_on"], name="action_by_day")]
        constraints = [
            one_of("state", ActionState.values),
            both_or_neither("moved_at", "moved_by"),
            CheckConstraint(
                condition=~Q(state=ActionState.DROPPED) | ~Q(because=""),
                name="dropped_with_a_reason",
            ),
            Once(
                fields=["priority", "what", "owner"],
                name="action_once",
                taken="This action was added a moment ago, by somebody else or a second press.",
            ),
        ]

    def __str__(self) -> str:
        return self.what
