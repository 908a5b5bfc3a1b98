from hashlib import sha256

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from joinedup.domain.agreements.kinds import EditionState, Form, ProposalState, Standing
from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, in_order, one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.people.models import Person


def digest_of(text: str) -> str:
    """Return the sha256 of a text, in hex, by which one exact text is told from any other."""
    return sha256(text.encode()).hexdigest()


class Agreement(Identified, Versioned):
    """What the members write down together; its texts to sign are ``editions``.

    ``tier`` is the lead host's on the day its clauses were chosen.
    """

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="agreements"
    )
    form = models.CharField(max_length=8, choices=Form.choices)
    tier = models.PositiveSmallIntegerField(choices=Tier.choices)
    begun_on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    # The terms of the text that is offered next; unknown until somebody decides them.
    binding = models.BooleanField(null=True, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            one_of("form", Form.values),
            in_order("starts_on", "ends_on"),
            in_order("starts_on", "review_on"),
            Once(
                fields=["partnership"],
                name="agreement_one_a_partnership",
                taken="Somebody else began this agreement a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()} of {self.partnership}"


class Clause(Versioned):
    """One clause of an agreement: its words, where else it is settled, or why it is not needed."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="clauses")
    code = models.CharField(max_length=4)
    standing = models.CharField(max_length=12, choices=Standing.choices, default=Standing.TO_DO)
    words = models.TextField(blank=True)
    where = models.TextField(blank=True)
    because = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            one_of("standing", Standing.values),
            UniqueConstraint(fields=["agreement", "code"], name="clause_once"),
            CheckConstraint(
                condition=~Q(standing=Standing.NOT_NEEDED) | ~Q(because=""),
                name="clause_not_needed_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} of {self.agreement}"


class Proposal(Identified, Versioned):
    """A member's proposed change of a clause, beside the words it was made from."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="proposals")
    code = models.CharField(max_length=4)
    clause_version = models.PositiveIntegerField()
    words_before = models.TextField(blank=True)
    words = models.TextField()
    why = models.TextField()
    made_at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="proposals")
    state = models.CharField(
        max_length=9, choices=ProposalState.choices, default=ProposalState.OPEN
    )
    reason = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            one_of("state", ProposalState.values),
            both_or_neither("decided_at", "decided_by"),
            CheckConstraint(
                condition=Q(state=ProposalState.OPEN, decided_at__isnull=True)
                | ~Q(state=ProposalState.OPEN) & Q(decided_at__isnull=False),
                name="proposal_decided_by_somebody",
            ),
            CheckConstraint(
                condition=~Q(state=ProposalState.DECLINED) | ~Q(reason=""),
                name="proposal_declined_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership.member_name} on {self.code}"


class Edition(Identified, Versioned):
    """The exact text that is shown and signed. It never changes; only its state does.

    ``record`` is what the shared record said then, by clause, so that later changes can be told.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    digest = models.CharField(max_length=64)
    record = models.JSONField(default=dict)
    tier = models.PositiveSmallIntegerField(choices=Tier.choices)
    binding = models.BooleanField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    review_on = models.DateField()
    state = models.CharField(
        max_length=10, choices=EditionState.choices, default=EditionState.OFFERED
    )
    offered_at = models.DateTimeField()
    offered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [
            one_of("state", EditionState.values),
            in_order("starts_on", "ends_on"),
            in_order("starts_on", "review_on"),
            Once(
                fields=["agreement", "number"],
                name="edition_number_once",
                taken="Somebody else offered a text to sign a moment ago.",
            ),
            Once(
                fields=["agreement"],
                condition=Q(state=EditionState.OFFERED),
                name="edition_one_offered",
                taken="Somebody else offered a text to sign a moment ago.",
            ),
            Once(
                fields=["agreement"],
                condition=Q(state=EditionState.SIGNED),
                name="edition_one_signed",
                taken="Another text of this agreement was signed a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"Edition {self.number} of {self.agreement}"

    @property
    def is_whole(self) -> bool:
        """Whether the text is still, letter by letter, the one that was offered."""
        return digest_of(self.text) == self.digest

    @property
    def short_digest(self) -> str:
        """The first letters of the digest, enough to read out and compare."""
        return self.digest[:8]
