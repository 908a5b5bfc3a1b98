from django.db import models

from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Review
from joinedup.domain.second_looks.kinds import Better


class SecondLook(Identified):
    """What was found six months after a result below standard: what has changed, is it better."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="second_looks")
    changed = models.TextField()
    better = models.CharField(max_length=7, choices=Better.choices)
    decide_again = models.BooleanField()
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-taken_at", "-id"]
        constraints = [
            one_of("better", Better.values),
            Once(
                fields=["review"],
                name="second_look_once",
                taken="Somebody else wrote down the second look a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"Second look at {self.review}"
