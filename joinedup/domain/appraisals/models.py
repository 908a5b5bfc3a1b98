from django.db import models
from django.db.models import CheckConstraint, Q

from joinedup.domain.appraisals.deciding import ANSWERS, DECISIONS, Answer
from joinedup.domain.appraisals.kinds import State
from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person


class Appraisal(Identified, Versioned):
    """One organisation's own look at a partnership before it enters it; private to it.

    ``follows`` is the one whose answers it began with.
    """

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="appraisals"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="appraisals"
    )
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    tier = models.PositiveSmallIntegerField(choices=Tier.choices)
    questions = models.CharField(max_length=60)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    began_at = models.DateTimeField()
    began_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    completed_at = models.DateTimeField(null=True, blank=True)
    completed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decision = models.CharField(max_length=10, choices=list(DECISIONS.items()), blank=True)

    class Meta:
        ordering = ["-began_at", "-id"]
        constraints = [
            one_of("state", State.values),
            one_of("decision", ["", *DECISIONS]),
            both_or_neither("completed_at", "completed_by"),
            CheckConstraint(
                condition=Q(state=State.OPEN, completed_at__isnull=True, decision="")
                | Q(state=State.COMPLETE, completed_at__isnull=False) & ~Q(decision=""),
                name="appraisal_complete_with_decision",
            ),
            Once(
                fields=["partnership", "organisation"],
                condition=Q(state=State.OPEN),
                name="appraisal_one_open",
                taken="Somebody else began this appraisal a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} on {self.partnership}"


class AppraisalSection(Versioned):
    """How far a section has come; two people may write two sections at one time."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="sections")
    code = models.CharField(max_length=2)
    saved_at = models.DateTimeField(null=True, blank=True)
    saved_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            both_or_neither("saved_at", "saved_by"),
            models.UniqueConstraint(fields=["appraisal", "code"], name="appraisal_section_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} of {self.appraisal}"


class AppraisalAnswer(Versioned):
    """What was answered to a question, on what evidence, and what is still to be done about it.

    ``evidence`` is the reason where the question does not apply.
    """

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=4)
    answer = models.CharField(max_length=7, choices=list(ANSWERS.items()), blank=True)
    evidence = models.TextField(blank=True)
    action = models.CharField(max_length=500, blank=True)
    action_owner = models.CharField(max_length=200, blank=True)
    action_due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            one_of("answer", ["", *ANSWERS]),
            both_or_neither("done_at", "done_by"),
            models.UniqueConstraint(fields=["appraisal", "question"], name="appraisal_answer_once"),
            CheckConstraint(
                condition=Q(action="", action_owner="", action_due_on__isnull=True)
                | ~Q(action="") & ~Q(action_owner="") & Q(action_due_on__isnull=False),
                name="appraisal_action_whole",
            ),
            CheckConstraint(
                condition=~Q(answer=Answer.NA.value) | ~Q(evidence=""),
                name="appraisal_na_has_reason",
            ),
            CheckConstraint(
                condition=Q(done_at__isnull=True) | ~Q(action=""),
                name="appraisal_done_has_action",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question} of {self.appraisal}"
