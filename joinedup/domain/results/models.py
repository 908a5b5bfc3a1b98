from django.db import models

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Review


class Reply(Identified, Versioned):
    """What a member organisation says of a draft result; shown beside it for good.

    One for each organisation, which may change it until the result stands.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="replies")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    replied_at = models.DateTimeField()
    replied_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "replies"
        constraints = [
            Once(
                fields=["review", "organisation"],
                name="reply_once_an_organisation",
                taken="Somebody else replied for this organisation a moment ago.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} on {self.review}"
