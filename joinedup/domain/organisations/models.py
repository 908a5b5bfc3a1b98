from django.db import models
from django.db.models import CheckConstraint, F, Q

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import one_of
from joinedup.domain.basics.days import Dated
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.basics.once import Once
from joinedup.domain.organisations.kinds import (
    SCHEMES,
    Form,
    Group,
    NameSort,
    PostKind,
    Sector,
    SuccessionSort,
)
from joinedup.domain.people.models import Person


class Organisation(Identified, Versioned, Dated):
    """A body that can be a member of a partnership, from a county to a kitchen table.

    ``merged_into`` is the entry that was kept where two turned out to be one body.
    """

    name = models.CharField(max_length=200)
    folded_name = models.CharField(max_length=200, db_index=True, editable=False)
    sector = models.CharField(max_length=12, choices=Sector.choices, default=Sector.UNTOLD)
    website = models.URLField(blank=True)
    contact = models.CharField(max_length=200, blank=True)
    form = models.CharField(max_length=12, choices=Form.choices, default=Form.BODY)
    part_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="absorbed"
    )

    class Meta(Dated.Meta):
        ordering = ["folded_name", "id"]
        indexes = [
            # Most are part of nothing: an index of all would tell the database to avoid it.
            models.Index(
                fields=["part_of"], condition=Q(part_of__isnull=False), name="parts_of_a_body"
            )
        ]
        constraints = [
            *Dated.Meta.constraints,
            one_of("sector", Sector.values),
            one_of("form", Form.values),
            CheckConstraint(
                condition=Q(form=Form.PART, part_of__isnull=False)
                | (~Q(form=Form.PART) & Q(part_of__isnull=True)),
                name="a_part_is_of_a_body",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OtherOrganisationName(Dated):
    """A name an organisation bore or also bears; every one of them finds its page."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="other_names"
    )
    name = models.CharField(max_length=200)
    folded_name = models.CharField(max_length=200, db_index=True, editable=False)
    sort = models.CharField(max_length=8, choices=NameSort.choices, default=NameSort.ALIAS)

    class Meta(Dated.Meta):
        ordering = ["-to_on", "name"]
        constraints = [
            *Dated.Meta.constraints,
            Once(
                fields=["organisation", "folded_name"],
                name="organisation_name_once",
                taken="This name was added a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Identifier(models.Model):
    """A number or code by which a register knows an organisation: GB-CHC 1234567, GSS E07000123."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="identifiers"
    )
    scheme = models.CharField(max_length=12, choices=SCHEMES)
    value = models.CharField(max_length=40)

    class Meta:
        ordering = ["scheme", "value"]
        constraints = [
            Once(
                fields=["scheme", "value"],
                name="identifier_once",
                taken="This number was noted a moment ago, for this organisation or for another.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.scheme}-{self.value}"


class Succession(Identified):
    """What came after a body: replaced by, merged into, split into, part of its work went to."""

    predecessor = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="successions"
    )
    successor = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="inheritances"
    )
    sort = models.CharField(
        max_length=8, choices=SuccessionSort.choices, default=SuccessionSort.REPLACED
    )
    on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-on", "id"]
        constraints = [
            one_of("sort", SuccessionSort.values),
            Once(
                fields=["predecessor", "successor"],
                name="succession_once",
                taken="This was noted a moment ago.",
            ),
            CheckConstraint(condition=~Q(predecessor=F("successor")), name="no_own_successor"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor}: {self.get_sort_display()} {self.successor}"


class GroupServed(models.Model):
    """A group of people that a body serves or speaks for."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="groups_served"
    )
    group = models.CharField(max_length=12, choices=Group.choices)

    class Meta:
        ordering = ["group"]
        verbose_name_plural = "groups served"
        constraints = [
            one_of("group", Group.values),
            Once(
                fields=["organisation", "group"],
                name="group_served_once",
                taken="One of these groups was noted a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_group_display()}"


class ConsortiumMember(Identified, Dated):
    """A body in a consortium, which holds one place on a partnership for all of them."""

    consortium = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="consortium_members"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="consortia"
    )

    class Meta(Dated.Meta):
        ordering = ["organisation__folded_name", "id"]
        constraints = [
            *Dated.Meta.constraints,
            Once(
                fields=["consortium", "organisation"],
                condition=Q(to_on__isnull=True),
                name="in_a_consortium_once",
                taken="This member of the consortium was added a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.consortium}"


class Turn(Identified, Dated):
    """The days on which one of a consortium's members sits for all of them."""

    member = models.ForeignKey(ConsortiumMember, on_delete=models.CASCADE, related_name="turns")

    class Meta(Dated.Meta):
        ordering = ["from_on", "id"]

    def __str__(self) -> str:
        return f"The turn of {self.member}"


class Post(Identified, Versioned, Dated):
    """A person's place in an organisation; ends with its date, and access with it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="posts")
    kind = models.CharField(max_length=12, choices=PostKind.choices)
    title = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=200, blank=True)
    # When somebody who keeps the posts last said that it still holds; granting it says so too.
    confirmed_on = models.DateField(null=True, blank=True)
    line_manager = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta(Dated.Meta):
        ordering = ["organisation", "kind", "id"]
        constraints = [
            *Dated.Meta.constraints,
            one_of("kind", PostKind.values),
            Once(
                fields=["person", "organisation", "kind"],
                condition=Q(to_on__isnull=True),
                name="post_open_once",
                taken="This post was given to the same person a moment ago.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_kind_display()} at {self.organisation}"
