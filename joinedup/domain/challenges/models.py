from django.db import models

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.challenges.kinds import Ruling
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Review


class ResultChallenge(Identified, Versioned):
    """A member's word that something in a draft result is wrong, and the host's answer to it.

    ``about`` is a code of ``queries.open_to_challenge``.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="challenges")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=40)
    words = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ruling = models.CharField(max_length=6, choices=Ruling.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            one_of("ruling", ["", *Ruling.values]),
            both_or_neither("answered_at", "answered_by"),
            Once(
                fields=["review", "organisation", "about"],
                name="result_challenged_once",
                taken="Somebody else challenged this for your organisation a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} on {self.review}"
