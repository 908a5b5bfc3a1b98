from django.db import models

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.reviews.models import Review


class Heading(Identified, Versioned):
    """A heading somebody gave to answers of one open question that say the same.

    ``answers`` are places in the list that was fixed when the result was counted, from 0.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="headings")
    question = models.CharField(max_length=20)
    name = models.CharField(max_length=100)
    folded_name = models.CharField(max_length=200, editable=False)
    answers = models.JSONField(default=list)

    class Meta:
        ordering = ["question", "folded_name"]
        constraints = [
            Once(
                fields=["review", "question", "folded_name"],
                name="heading_once",
                taken="Somebody else made this heading a moment ago.",
            )
        ]

    def __str__(self) -> str:
        return self.name
