from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from joinedup.domain.arrangements.models import RelatedArrangement
from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.ideas.kinds import OverlapChoice
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person


class Idea(Identified, Versioned):
    """What was thought out before there was a partnership; name, aim and place are its record's.

    ``noes`` are the questions of the scope test that were answered no when it was ``scoped``.
    """

    partnership = models.OneToOneField(Partnership, on_delete=models.CASCADE, related_name="idea")
    for_whom = models.TextField()
    need = models.TextField()
    asked_of_partner = models.TextField()
    likely_partners = models.ManyToManyField(
        Organisation, through="LikelyPartner", related_name="ideas", blank=True
    )
    noes = models.JSONField(default=list, blank=True)
    scoped_at = models.DateTimeField(null=True, blank=True)
    scoped_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    stated_at = models.DateTimeField()
    stated_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [both_or_neither("scoped_at", "scoped_by")]

    def __str__(self) -> str:
        return self.partnership.name

    @property
    def is_partnership(self) -> bool:
        """Whether the four questions were asked and each was answered yes."""
        return self.scoped_at is not None and not self.noes


class LikelyPartner(models.Model):
    """A body that might be asked, once the idea is proposed."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [UniqueConstraint(fields=["idea", "organisation"], name="likely_once")]

    def __str__(self) -> str:
        return f"{self.idea}: {self.organisation}"


class OverlapAnswer(models.Model):
    """What a person said of one thing like the idea; none is overwritten, the latest counts."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="overlap_answers")
    partnership = models.ForeignKey(
        Partnership, null=True, on_delete=models.CASCADE, related_name="like_ideas"
    )
    arrangement = models.ForeignKey(
        RelatedArrangement, null=True, on_delete=models.CASCADE, related_name="like_ideas"
    )
    choice = models.CharField(max_length=7, choices=OverlapChoice.choices)
    words = models.TextField()
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            one_of("choice", OverlapChoice.values),
            CheckConstraint(
                condition=Q(partnership__isnull=True, arrangement__isnull=False)
                | Q(partnership__isnull=False, arrangement__isnull=True),
                name="overlap_answer_of_one_thing",
            ),
            CheckConstraint(
                condition=Q(arrangement__isnull=True) | ~Q(choice=OverlapChoice.JOIN),
                name="nobody_joins_an_arrangement",
            ),
            CheckConstraint(condition=~Q(words=""), name="overlap_answer_has_words"),
        ]

    def __str__(self) -> str:
        return f"{self.get_choice_display()}: {self.words}"
