from django.db import models

from joinedup.domain.basics.changes import Versioned
from joinedup.domain.basics.constraints import both_or_neither, one_of
from joinedup.domain.basics.days import Dated
from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.contacts.kinds import About, Power
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person


class Contact(Identified, Versioned, Dated):
    """Somebody to ask for at a body: for what, how far their word goes, how to reach them."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="contacts"
    )
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True)
    remit = models.CharField(max_length=300, blank=True)
    power = models.CharField(max_length=12, choices=Power.choices, default=Power.UNTOLD)
    email = models.EmailField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    introduced_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="introduced"
    )

    class Meta(Dated.Meta):
        ordering = ["name", "id"]
        constraints = [*Dated.Meta.constraints, one_of("power", Power.values)]

    def __str__(self) -> str:
        return f"{self.name}, {self.organisation}"


class Remark(Identified):
    """What somebody said of a body, signed and dated, for the body to read and answer."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="remarks")
    about = models.CharField(max_length=12, choices=About.choices)
    words = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_for = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["about", "-written_at", "id"]
        constraints = [
            one_of("about", About.values),
            both_or_neither("withdrawn_at", "withdrawn_by"),
        ]

    def __str__(self) -> str:
        return f"{self.get_about_display()}: {self.organisation}"


class Response(Identified):
    """What a body says to a remark on it."""

    remark = models.ForeignKey(Remark, on_delete=models.CASCADE, related_name="responses")
    words = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["written_at", "id"]

    def __str__(self) -> str:
        return f"Response to {self.remark}"
