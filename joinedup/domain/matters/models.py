from django.db import models
from django.db.models import CheckConstraint, Q

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, one_of
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.matters.kinds import Answering, Openness
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Holder, Membership, Partnership
from joinedup.domain.people.models import Person


class PublicPage(Versioned):
    """Whether anybody may read of a partnership, and what is said to them in plain words."""

    partnership = models.OneToOneField(
        Partnership, on_delete=models.CASCADE, related_name="public_page"
    )
    is_public = models.BooleanField(default=False)
    purpose = models.TextField(blank=True)
    joining = models.TextField(blank=True)
    openness = models.CharField(max_length=8, choices=Openness.choices, default=Openness.UNTOLD)
    # Whether anybody reads who is missing, in the sentences of who should be here.
    tells_missing = models.BooleanField(default=False)

    class Meta:
        constraints = [
            one_of("openness", Openness.values),
            CheckConstraint(
                condition=Q(is_public=False) | ~Q(purpose=""), name="public_page_says_what_for"
            ),
        ]

    def __str__(self) -> str:
        return f"Public page of {self.partnership}"


class MemberNaming(Versioned):
    """Whether a member says that the public page names it; in silence, its sector decides."""

    membership = models.OneToOneField(
        Membership, on_delete=models.CASCADE, related_name="public_naming"
    )
    is_named = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.membership} {'named' if self.is_named else 'not named'}"


class PersonNaming(models.Model):
    """Somebody's own consent to be named on the public page; it ends when they leave the place."""

    holder = models.OneToOneField(Holder, on_delete=models.CASCADE, related_name="public_naming")
    given_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Consent of {self.holder}"


class Matter(Identified, Versioned):
    """Something residents ask about, in their words, and the post that answers for it."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="matters")
    name = models.CharField(max_length=120)
    folded_name = models.CharField(max_length=200, editable=False)
    other_words = models.CharField(max_length=500, blank=True)
    # All its words folded, and each as one of its kind: what searches look through.
    folded_words = models.TextField(editable=False)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="matters"
    )
    post_title = models.CharField(max_length=200, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    if_not_helped = models.TextField(blank=True)
    answering = models.CharField(max_length=8, choices=Answering.choices, default=Answering.UNNAMED)
    # Somebody here held a post of this title when it was accepted: when none does, it has ended.
    is_post_known = models.BooleanField(default=False)
    because = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["folded_name", "id"]
        constraints = [
            one_of("answering", Answering.values),
            both_or_neither("answered_at", "answered_by"),
            CheckConstraint(
                condition=Q(organisation__isnull=True, answering=Answering.UNNAMED)
                | (Q(organisation__isnull=False) & ~Q(answering=Answering.UNNAMED)),
                name="matter_asks_whom_it_names",
            ),
            CheckConstraint(
                condition=~Q(answering=Answering.DECLINED) | ~Q(because=""),
                name="matter_declined_with_reason",
            ),
            Once(
                fields=["partnership", "folded_name"],
                name="matter_once",
                taken="This matter was listed a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
