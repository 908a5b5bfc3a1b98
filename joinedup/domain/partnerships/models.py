from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import in_order, one_of
from joinedup.domain.basics.days import Dated
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import (
    Capacity,
    Kind,
    LegalForm,
    Level,
    Life,
    Openness,
    Standing,
    State,
    Tier,
    Told,
)
from joinedup.domain.people.models import Person
from joinedup.domain.places.models import Area


class Papers(models.Model):
    """What the record shows of a partnership's papers, kept apart from what people say of them."""

    agreement = models.CharField(max_length=6, choices=Told.choices, default=Told.UNTOLD)
    agreement_signed_on = models.DateField(null=True, blank=True)
    agreement_ends_on = models.DateField(null=True, blank=True)
    agreement_version = models.CharField(max_length=40, blank=True)
    agreement_review_on = models.DateField(null=True, blank=True)
    data_sharing = models.CharField(max_length=6, choices=Told.choices, default=Told.UNTOLD)
    data_sharing_on = models.DateField(null=True, blank=True)
    exit_plan = models.CharField(max_length=6, choices=Told.choices, default=Told.UNTOLD)
    exit_plan_on = models.DateField(null=True, blank=True)
    risks = models.CharField(max_length=6, choices=Told.choices, default=Told.UNTOLD)
    risks_reviewed_on = models.DateField(null=True, blank=True)
    top_risk = models.CharField(max_length=300, blank=True)
    measures = models.CharField(max_length=6, choices=Told.choices, default=Told.UNTOLD)
    measures_updated_on = models.DateField(null=True, blank=True)
    members_confirmed_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class Particulars(models.Model):
    """What members tell of it beside its name and purpose; empty is "not yet told us"."""

    what_it_is_not = models.TextField(blank=True)
    outcomes = models.TextField(blank=True)
    priorities = models.TextField(blank=True)
    openness = models.CharField(max_length=10, choices=Openness.choices, default=Openness.UNTOLD)
    statutory = models.CharField(max_length=6, choices=Told.choices, default=Told.UNTOLD)
    statutory_law = models.CharField(max_length=300, blank=True)
    legal_form = models.CharField(max_length=9, choices=LegalForm.choices, default=LegalForm.UNTOLD)
    joint_venture = models.CharField(max_length=6, choices=Told.choices, default=Told.UNTOLD)
    has_accountable_body = models.CharField(max_length=6, choices=Told.choices, default=Told.UNTOLD)
    accountable_body = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="answers_for"
    )
    beyond_area = models.CharField(max_length=6, choices=Told.choices, default=Told.UNTOLD)
    reach = models.CharField(max_length=300, blank=True)
    expected_life = models.CharField(max_length=7, choices=Life.choices, default=Life.UNTOLD)
    ended_on = models.DateField(null=True, blank=True)
    next_review_on = models.DateField(null=True, blank=True)
    meeting_rhythm = models.CharField(max_length=100, blank=True)
    reporting_line = models.CharField(max_length=300, blank=True)
    scrutiny_committee = models.CharField(max_length=200, blank=True)
    # A year's budget in pounds: none known is null, and no budget at all is 0.
    total_budget = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)

    class Meta:
        abstract = True


class Partnership(Identified, Versioned, Papers, Particulars):
    """Two or more people or bodies working together towards a common aim."""

    name = models.CharField(max_length=200)
    folded_name = models.CharField(max_length=200, db_index=True, editable=False)
    purpose = models.TextField(blank=True)
    kind = models.CharField(max_length=14, choices=Kind.choices, default=Kind.UNTOLD)
    level = models.CharField(max_length=12, choices=Level.choices, default=Level.UNTOLD)
    state = models.CharField(max_length=10, choices=State.choices, default=State.IDEA)
    tier = models.PositiveSmallIntegerField(null=True, blank=True, choices=Tier.choices)
    tier_because = models.CharField(max_length=300, blank=True)
    is_internal = models.BooleanField(default=False)
    agreed_before = models.BooleanField(default=False)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="partnerships"
    )
    reference = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["folded_name", "id"]
        indexes = [models.Index(fields=["state", "folded_name", "id"], name="register_order")]
        constraints = [
            one_of("state", State.values),
            one_of("kind", Kind.values),
            one_of("level", Level.values),
            in_order("starts_on", "ends_on"),
            in_order("agreement_signed_on", "agreement_ends_on"),
            in_order("starts_on", "ended_on"),
            in_order("agreement_signed_on", "agreement_review_on"),
            one_of("legal_form", LegalForm.values),
            one_of("expected_life", Life.values),
            one_of("openness", Openness.values),
            CheckConstraint(
                condition=Q(total_budget__isnull=True) | Q(total_budget__gte=0),
                name="partnership_budget_not_less_than_nothing",
            ),
            Once(
                fields=["reference"],
                condition=~Q(reference=""),
                name="partnership_reference_once",
                taken="Another partnership was given this reference a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OtherPartnershipName(Dated):
    """A name the partnership bore or also bears."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="other_names"
    )
    name = models.CharField(max_length=200)
    folded_name = models.CharField(max_length=200, db_index=True, editable=False)
    sort = models.CharField(max_length=8, choices=NameSort.choices, default=NameSort.ALIAS)

    class Meta(Dated.Meta):
        ordering = ["-to_on", "name"]
        constraints = [
            *Dated.Meta.constraints,
            UniqueConstraint(fields=["partnership", "folded_name"], name="partnership_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Theme(models.Model):
    """A word or two for what the partnership is about, by which others of the kind are found."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="themes")
    name = models.CharField(max_length=60)
    folded_name = models.CharField(max_length=200, db_index=True, editable=False)

    class Meta:
        ordering = ["folded_name"]
        constraints = [UniqueConstraint(fields=["partnership", "folded_name"], name="theme_once")]

    def __str__(self) -> str:
        return self.name


class Hosting(Dated):
    """An organisation that administers the record; one of them leads."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="hostings")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="hostings"
    )
    is_lead = models.BooleanField(default=False)

    class Meta(Dated.Meta):
        ordering = ["-is_lead", "id"]
        constraints = [
            *Dated.Meta.constraints,
            UniqueConstraint(
                fields=["partnership"],
                condition=Q(is_lead=True, to_on__isnull=True),
                name="one_lead_host",
            ),
            Once(
                fields=["partnership", "organisation"],
                condition=Q(to_on__isnull=True),
                name="hosting_open_once",
                taken="Somebody else let this organisation keep the record a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} hosts {self.partnership}"


class Membership(Identified, Versioned, Dated):
    """An organisation's place in a partnership; ``unit`` names the part that joins, if only one."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships"
    )
    unit = models.CharField(max_length=200, blank=True)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.CORE)
    brings = models.TextField(blank=True)
    gains = models.TextField(blank=True)

    class Meta(Dated.Meta):
        ordering = ["organisation__folded_name", "id"]
        constraints = [
            *Dated.Meta.constraints,
            one_of("standing", Standing.values),
            Once(
                fields=["partnership", "organisation", "unit"],
                condition=Q(to_on__isnull=True),
                name="membership_open_once",
                taken="This member was added a moment ago, by somebody else or by a second press.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.partnership}"

    @property
    def member_name(self) -> str:
        """The member as people name it: the body, or its part."""
        return f"{self.unit}, {self.organisation.name}" if self.unit else self.organisation.name


class Seat(Identified, Versioned, Dated):
    """A place in a membership. It outlives whoever holds it."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="seats")
    capacity = models.CharField(
        max_length=14, choices=Capacity.choices, default=Capacity.REPRESENTATIVE
    )
    # Only a deputy's: empty where it stands in for nobody in particular.
    stands_in_for = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="deputies"
    )

    class Meta(Dated.Meta):
        ordering = ["id"]
        constraints = [
            *Dated.Meta.constraints,
            one_of("capacity", Capacity.values),
            CheckConstraint(
                condition=Q(stands_in_for__isnull=True) | Q(capacity=Capacity.DEPUTY),
                name="only_deputies_stand_in",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_capacity_display()} for {self.membership}"


class Holder(Dated):
    """A person who holds or held a seat; what they may see ends with the day they leave it."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="holders")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="held_seats")
    confirmed_on = models.DateField(null=True, blank=True)

    class Meta(Dated.Meta):
        ordering = ["-from_on", "-id"]
        constraints = [
            *Dated.Meta.constraints,
            Once(
                fields=["seat"],
                condition=Q(to_on__isnull=True),
                name="one_holder_at_a_time",
                taken="Somebody else filled this place a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.seat}"


class ReportedScore(models.Model):
    """A score of an earlier year, reported and not calculated here; never used in a change."""

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="reported_scores"
    )
    year = models.PositiveSmallIntegerField()
    overall = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    band = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["-year"]
        constraints = [
            UniqueConstraint(fields=["partnership", "year"], name="reported_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.partnership} {self.year}: {self.overall or self.band}"
